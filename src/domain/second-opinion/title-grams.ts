/** Titles and leads only: what stands further on is not looked at. UTF-16 units. */
const LONGEST_TITLE = 40;
const RUNS = /\p{Script=Han}+|[a-z0-9]+/gu;

function runsOf(title: string): string[] {
  return title.normalize('NFKC').toLowerCase().slice(0, LONGEST_TITLE).match(RUNS) ?? [];
}

/** Pairs of neighbouring characters of each run of letters or figures, each once. */
export function pairsOf(title: string): string[] {
  const pairs = new Set<string>();
  for (const run of runsOf(title)) for (let at = 0; at + 1 < run.length; at++) pairs.add(run.slice(at, at + 2));
  return [...pairs];
}

/**
 * Single characters as well as pairs, each once, as numbers, which cost less than strings to make and to tell apart: the code unit
 * of a character; of a pair the first one in the upper half.
 */
export function gramsOf(title: string): Iterable<number> {
  const grams = new Set<number>();
  for (const run of runsOf(title)) {
    for (let at = 0; at < run.length; at++) {
      const unit = run.charCodeAt(at);
      grams.add(unit);
      if (at + 1 < run.length) grams.add((unit << 16) | run.charCodeAt(at + 1));
    }
  }
  return grams;
}
