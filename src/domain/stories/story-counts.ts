/** How many of a story's articles name each thing. */
export type Counts = Record<string, number>;

/** The names that at least a third of the articles share: what a story is about, without what single articles mention. */
export function coreOf(counts: Counts, articles: number): string[] {
  const entries = Object.entries(counts);
  const kept = entries.filter(([, count]) => count * 3 >= articles);
  return (kept.length > 0 ? kept : entries).map(([name]) => name);
}

/** Null for no names; of equals the first named. */
export function mostFrequent(counts: Counts): string | null {
  let best: [string, number] | null = null;
  for (const entry of Object.entries(counts)) if (best === null || entry[1] > best[1]) best = entry;
  return best && best[0];
}

/** Shared pieces, each weighing as much as the part of either side's titles that hold it. */
export function sharedWeight(a: Counts, articlesOfA: number, b: Counts, articlesOfB: number): number {
  let shared = 0;
  for (const [gram, count] of Object.entries(a)) {
    const other = b[gram];
    if (other !== undefined) shared += Math.sqrt((count / articlesOfA) * (other / articlesOfB));
  }
  return shared;
}

/** The sum of both; when there are more than `most` names the most frequent stay. */
export function addCounts(a: Counts, b: Counts, most: number): Counts {
  const sum: Counts = { ...a };
  for (const [name, count] of Object.entries(b)) sum[name] = (sum[name] ?? 0) + count;
  const entries = Object.entries(sum);
  if (entries.length <= most) return sum;
  return Object.fromEntries(entries.sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1)).slice(0, most));
}
