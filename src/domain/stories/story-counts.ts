/** How many of a story's articles name each thing. */
export type Counts = Record<string, number>;

/**
 * Each name once. Without a prototype it is a plain table: titles hold names that no other object has, and of the usual kind of
 * object the engine would describe and keep a new shape for every one of them.
 */
export function countOnce(names: Iterable<string>): Counts {
  const counts = Object.create(null) as Counts;
  for (const name of names) counts[name] = 1;
  return counts;
}

/** The names that at least a third of the articles share: what a story is about, without what single articles mention. */
export function coreOf(counts: Counts, articles: number): string[] {
  const entries = Object.entries(counts);
  const kept = entries.filter(([, count]) => count * 3 >= articles);
  return (kept.length > 0 ? kept : entries).map(([name]) => name);
}

/** Null for no names; of equals the first in the order of signs, so that it does not matter who was counted first. */
export function mostFrequent(counts: Counts): string | null {
  let best: [string, number] | null = null;
  for (const entry of Object.entries(counts))
    if (best === null || entry[1] > best[1] || (entry[1] === best[1] && entry[0] < best[0])) best = entry;
  return best && best[0];
}

/** From so many articles on a story has a theme: what half of its titles hold. */
const THEME_ARTICLES = 5;
const THEME_PART = 0.5;
const THEME_WEIGHT = 2;

/** A piece of this weight names something. */
const NAME = 0.9;

export interface SharedWeight {
  shared: number;
  /** The part of it that names something. */
  named: number;
}

interface Titles {
  articles: number;
  grams: Counts;
}

const isTheme = (count: number, { articles }: Titles): boolean =>
  articles >= THEME_ARTICLES && count >= articles * THEME_PART;

/**
 * Shared pieces, each weighing as much as the part of either side's titles that hold it; a name that half of many titles
 * hold is what the story is about, and weighs double.
 */
export function sharedWeight(a: Titles, b: Titles, weightOf: (gram: string) => number): SharedWeight {
  let shared = 0;
  let named = 0;
  for (const [gram, count] of Object.entries(a.grams)) {
    const other = b.grams[gram];
    if (other === undefined) continue;
    const weight = weightOf(gram);
    const isName = weight >= NAME;
    const theme = isName && (isTheme(count, a) || isTheme(other, b));
    const part = weight * (theme ? THEME_WEIGHT : 1) * Math.sqrt((count / a.articles) * (other / b.articles));
    shared += part;
    if (isName) named += part;
  }
  return { shared, named };
}

/** The sum of both; when there are more than `most` names the most frequent stay. */
export function addCounts(a: Counts, b: Counts, most: number): Counts {
  const sum: Counts = { ...a };
  for (const [name, count] of Object.entries(b)) sum[name] = (sum[name] ?? 0) + count;
  const entries = Object.entries(sum);
  if (entries.length <= most) return sum;
  return Object.fromEntries(entries.sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1)).slice(0, most));
}
