/** One figure of a bench: what was reached, against a reference measured in the same run. Ratios count: machines differ and drift. */
export interface Figure {
  name: string;
  /** What was measured, e.g. `perSecond`, `worstStallMs`, `sharePercent`. */
  [measure: string]: string | number | null;
}

/** What a bench may use: the project's folder, and a database server of its own where its name asks for one. */
export interface BenchPlace {
  root: string;
  databaseUrl: string | undefined;
}

/** One subject that can be measured by its name; yields each figure as soon as it is known. */
export type Bench = (args: string[], place: BenchPlace) => AsyncIterable<Figure>;

const ROUNDS = 7;

/** Median milliseconds of two ways to do the same, alternated so that drift of the machine meets both. */
export async function alternated(
  a: () => Promise<unknown>,
  b: () => Promise<unknown>,
  rounds = ROUNDS,
): Promise<[number, number]> {
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, run] of [a, b].entries()) {
      const begun = performance.now();
      await run();
      times[index === 0 ? 0 : 1].push(performance.now() - begun);
    }
  }
  return [median(times[0]), median(times[1])];
}

export function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

/** Three digits behind the point. */
export function rounded(ratio: number): number {
  return Math.round(ratio * 1_000) / 1_000;
}
