import { AhoCorasick } from '@monyone/aho-corasick';
import { AhoCorasick as DoubleArray } from '@monyone/aho-corasick/fast';
import { Trie } from '@tanishiking/aho-corasick';
import { WordMatcher } from '../../domain/text/word-matcher.js';
import { cpuTimes } from './cpu-times.js';
import { type BenchPlace, type Figure, rounded } from './figure.js';
import { generatedArticle, wordOfRank } from './generated-archive.js';
import { bulletins } from './public-texts.js';

const WORDS = 10_000;
const TEXTS = 2_000;
const TEXT_LENGTH = 300;
/** Nobody watches for the most frequent words of a language. */
const FIRST_RANK = 2_000;
const LAST_RANK = 29_000;

interface Finder {
  name: string;
  find: (text: string) => unknown[];
  /** A hit as `start-end`. */
  told: (hit: never) => string;
}

/** Words of two, three and four characters, some inside or across others. */
function words(): string[] {
  const all = new Set<string>();
  for (let n = 0; all.size < WORDS; n += 1) {
    const word = wordOfRank(FIRST_RANK + ((n * 13) % (LAST_RANK - FIRST_RANK)));
    const next = wordOfRank(FIRST_RANK + ((n * 29) % (LAST_RANK - FIRST_RANK)));
    all.add([word, word + next.charAt(0), word + next, word.charAt(1) + next.charAt(0)][n % 4] ?? word);
  }
  return [...all];
}

function finders(list: readonly string[]): [Finder, ...Finder[]] {
  const [own, maps, doubleArray, trie] = [
    new WordMatcher(list),
    new AhoCorasick([...list]),
    new DoubleArray([...list]),
    new Trie([...list]),
  ];
  const told = ({ begin, end }: { begin: number; end: number }): string => `${begin}-${end}`;
  return [
    {
      name: 'WordMatcher',
      find: (text) => own.hits(text),
      told: (hit: { start: number; end: number }) => `${hit.start}-${hit.end}`,
    },
    { name: '@monyone/aho-corasick', find: (text) => maps.matchInText(text), told },
    { name: '@monyone/aho-corasick/fast', find: (text) => doubleArray.matchInText(text), told },
    // Its ends are those of the last character.
    {
      name: '@tanishiking/aho-corasick',
      find: (text) => trie.parseText(text),
      told: (hit: { start: number; end: number }) => `${hit.start}-${hit.end + 1}`,
    },
  ];
}

const hitsOf = ({ find, told }: Finder, text: string): string =>
  find(text)
    .map((hit) => told(hit as never))
    .sort()
    .join(' ');

function compare(name: string, list: readonly string[], texts: readonly string[]): Figure {
  const [own, ...others] = finders(list);
  const differing = others.filter((other) => texts.some((text) => hitsOf(other, text) !== hitsOf(own, text)));
  const hits = texts.reduce((sum, text) => sum + own.find(text).length, 0);
  const [ours = 0, ...theirs] = cpuTimes(
    [own, ...others].map(
      ({ find }) =>
        () =>
          texts.forEach((text) => find(text)),
    ),
  );
  const best = Math.min(...theirs);
  return {
    name,
    words: list.length,
    texts: texts.length,
    hitsPerText: rounded(hits / texts.length),
    textsPerSecond: Math.round((texts.length * 1_000) / ours),
    reference: others[theirs.indexOf(best)]?.name ?? '',
    ratio: rounded(best / ours),
    ...Object.fromEntries(others.map((other, n) => [`ratioTo ${other.name}`, rounded((theirs[n] ?? 0) / ours)])),
    differing: differing.map((other) => other.name).join(', ') || null,
  };
}

/** All hits of 10,000 words in 2,000 texts, against the automata of the registry; processor time, hits compared one by one. */
export async function* benchWords(_args: string[], { root }: BenchPlace): AsyncIterable<Figure> {
  const list = words();
  const generated = Array.from({ length: TEXTS }, (_, n) => generatedArticle(n).text.slice(0, TEXT_LENGTH));
  yield compare('watch-words, generated texts', list, generated);
  yield compare(
    'a tenth of the words',
    list.filter((_, n) => n % 10 === 0),
    generated,
  );
  const real = bulletins(root, TEXTS);
  if (real.length > 0)
    yield compare(
      'watch-words cut from broadcast news, its texts',
      cutFrom(real.map(({ text }) => text)),
      real.map(({ text }) => text.slice(0, TEXT_LENGTH)),
    );
}

/** As words of such texts: pieces of two to four characters, every so often. */
function cutFrom(texts: readonly string[]): string[] {
  const all = new Set<string>();
  for (let n = 0; all.size < WORDS && n < 100 * WORDS; n += 1) {
    const text = texts[n % texts.length] ?? '';
    const from = (37 * Math.floor(n / texts.length)) % 1_000;
    const piece = text.slice(from, from + 2 + (n % 3));
    if (/^\p{Script=Han}{2,}$/u.test(piece)) all.add(piece);
  }
  return [...all];
}
