import { median } from './figure.js';

const ROUNDS = 9;
/** So many that the compiler has done with all the ways: the product runs for weeks. Its own threads count as processor time too. */
const WARM = 15;

/** Median milliseconds of processor time of several ways to do the same, one after the other in every round, after some to warm up. */
export function cpuTimes(ways: readonly (() => unknown)[], rounds = ROUNDS): number[] {
  const times = ways.map((): number[] => []);
  for (let round = -WARM; round < rounds; round += 1) {
    ways.forEach((run, way) => {
      const before = process.cpuUsage();
      run();
      const { user, system } = process.cpuUsage(before);
      if (round >= 0) times[way]?.push((user + system) / 1_000);
    });
  }
  return times.map(median);
}
