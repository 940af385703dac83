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
  /** All hits of a text in the form in which this way gives them. @returns something of each, so that none is left out */
  read: (text: string) => number;
  /** The hits as `start-end`. */
  told: (text: string) => string[];
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

/** The first way is the one the product goes: each hit is visited. The second keeps them as a list of objects, as the others do. */
function finders(list: readonly string[]): [Finder, Finder, ...Finder[]] {
  const [own, maps, doubleArray, trie] = [
    new WordMatcher(list),
    new AhoCorasick([...list]),
    new DoubleArray([...list]),
    new Trie([...list]),
  ];
  const visited = (text: string): number => {
    let sum = 0;
    own.scan(text, (word, start, end) => (sum += word + start + end));
    return sum;
  };
  const listed = (text: string): string[] => own.hits(text).map(({ start, end }) => `${start}-${end}`);
  const told = ({ begin, end }: { begin: number; end: number }): string => `${begin}-${end}`;
  return [
    { name: 'WordMatcher', read: visited, told: listed },
    { name: 'WordMatcher, hits in a list', read: (text) => own.hits(text).length, told: listed },
    {
      name: '@monyone/aho-corasick',
      read: (text) => maps.matchInText(text).length,
      told: (text) => maps.matchInText(text).map(told),
    },
    {
      name: '@monyone/aho-corasick/fast',
      read: (text) => doubleArray.matchInText(text).length,
      told: (text) => doubleArray.matchInText(text).map(told),
    },
    {
      name: '@tanishiking/aho-corasick',
      read: (text) => trie.parseText(text).length,
      // Its ends are those of the last character.
      told: (text) => trie.parseText(text).map(({ start, end }) => `${start}-${end + 1}`),
    },
  ];
}

const hitsOf = ({ told }: Finder, text: string): string => told(text).sort().join(' ');

function compare(name: string, list: readonly string[], texts: readonly string[]): Figure {
  const [own, ownLists, ...others] = finders(list);
  const differing = others.filter((other) => texts.some((text) => hitsOf(other, text) !== hitsOf(own, text)));
  const hits = texts.reduce((sum, text) => sum + own.told(text).length, 0);
  const [ours = 0, lists = 0, ...theirs] = cpuTimes(
    [own, ownLists, ...others].map(
      ({ read }) =>
        () =>
          texts.reduce((sum, text) => sum + read(text), 0),
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
    ratioAsLists: rounded(best / lists),
    ...Object.fromEntries(others.map((other, n) => [`ratioTo ${other.name}`, rounded((theirs[n] ?? 0) / ours)])),
    differing: differing.map((other) => other.name).join(', ') || null,
  };
}

/**
 * All hits of 10,000 words in 2,000 texts, against the automata of the registry; processor time, hits compared one by one. The
 * texts are read as they are, and building is left out, on both sides.
 */
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
