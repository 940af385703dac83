/** A language of its own: words of two characters, as often as words of a language are (the n-th most frequent one 1/n as often as the first). */
const WORDS = 30_000;
const CHARACTERS = 2_400;
const FIRST_CHARACTER = 0x4e00;
const TITLE_WORDS = 12;
const TEXT_WORDS = 210;
/** In every so many articles, one word each that stands nowhere else. */
const RARE_EVERY = 20_000;

/** Numbers in [0, 1) that look like chance; the same seed gives the same ones. */
export function chances(seed: number): () => number {
  let state = Math.imul(seed + 1, 2_654_435_761) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const character = (chance: number): string =>
  String.fromCharCode(FIRST_CHARACTER + 7 * Math.floor(CHARACTERS * chance * chance));

const lexicon: string[] = (() => {
  const draw = chances(0);
  const words = new Set<string>();
  while (words.size < WORDS) words.add(character(draw()) + character(draw()));
  return [...words];
})();

/** The word of a rank, 0 the most frequent. */
export function wordOfRank(rank: number): string {
  return lexicon[rank] ?? '';
}

/** Stands in one of so many articles, spread evenly: characters that no other word has. */
export function rareWord(kind: number): string {
  return String.fromCharCode(0x9f00 + kind) + String.fromCharCode(0x9e00 + kind);
}
export const RARE_WORDS = 20;

export interface GeneratedArticle {
  key: string;
  title: string;
  text: string;
  publishedAt: Date;
}

/** The n-th article, one a minute; the same n gives the same article. About 500 characters. */
export function generatedArticle(n: number): GeneratedArticle {
  const draw = chances(n + 1);
  const word = (): string => wordOfRank(Math.floor(WORDS ** draw()) - 1);
  const words = Array.from(
    { length: TEXT_WORDS },
    (_, at) => word() + (at % 9 === 8 ? '，' : at % 25 === 24 ? '。' : ''),
  );
  const kind = n % RARE_EVERY;
  if (kind < RARE_WORDS) words.splice(Math.floor(draw() * TEXT_WORDS), 0, rareWord(kind));
  return {
    key: `archived-${n}`,
    title: Array.from({ length: TITLE_WORDS }, word).join(''),
    text: words.join(''),
    publishedAt: new Date(Date.UTC(2024, 0, 1, 0, n)),
  };
}
