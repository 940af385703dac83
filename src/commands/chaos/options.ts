import { parseArgs } from 'node:util';

/** What one run is to survive. */
export interface ChaosOptions {
  /** Decides every choice of the run that is not the machine's own. */
  seed: number;
  /** SIGKILLs of sweepers and dispatchers. */
  kills: number;
  /** Crashes of PostgreSQL (immediate shutdown, nothing written back). */
  crashes: number;
  /** Thresholds that fall due at least. */
  thresholds: number;
  /** Whether the queue lies in a Redis of its own, which is flushed and killed too. */
  redis: boolean;
}

export const USAGE =
  '用法 · usage: npm run chaos -- [--short] [--seed N] [--kills N] [--crashes N] [--thresholds N] [--redis]\n' +
  '  默认 · by default: 200 kills, 3 crashes, 3000 thresholds; --short: 24, 1, 300; --redis: 需要 redis-server · needs redis-server\n';

const LONG = { kills: 200, crashes: 3, thresholds: 3_000 };
const SHORT = { kills: 24, crashes: 1, thresholds: 300 };
const MOST_SEED = 2 ** 31;

/** @returns null when they cannot be read */
export function readChaosOptions(argv: string[], anySeed: () => number): ChaosOptions | null {
  try {
    const { values } = parseArgs({
      args: argv,
      options: {
        short: { type: 'boolean' },
        redis: { type: 'boolean' },
        seed: { type: 'string' },
        kills: { type: 'string' },
        crashes: { type: 'string' },
        thresholds: { type: 'string' },
      },
    });
    const usual = values.short ? SHORT : LONG;
    const options = {
      seed: Number(values.seed ?? anySeed() % MOST_SEED),
      kills: Number(values.kills ?? usual.kills),
      crashes: Number(values.crashes ?? usual.crashes),
      thresholds: Number(values.thresholds ?? usual.thresholds),
    };
    const valid = Object.values(options).every((one) => Number.isInteger(one) && one >= 0) && options.kills > 0;
    return valid ? { ...options, redis: values.redis ?? false } : null;
  } catch {
    return null;
  }
}
