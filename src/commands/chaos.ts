import { randomInt } from 'node:crypto';
import { ChaosRun } from './chaos/chaos-run.js';
import { chaosReport } from './chaos/chaos-report.js';
import { readChaosOptions, USAGE } from './chaos/options.js';
import type { CommandIo } from './command-io.js';

const ANY_SEED = 2 ** 31;

/**
 * Lets sweepers and dispatchers die at random moments, and the database crash, while thousands of thresholds fall due; then asks
 * the rows, the journal and the receiver whether any was missed, doubled, early or undelivered.
 * @returns 0 when every promise was kept, 1 with the rows that break one
 */
export async function chaosCommand(
  argv: string[],
  io: Pick<CommandIo, 'output' | 'error'>,
  place: { root: string; variables: NodeJS.ProcessEnv },
): Promise<number> {
  const options = readChaosOptions(argv, () => randomInt(ANY_SEED));
  if (!options) {
    io.error.write(USAGE);
    return 2;
  }
  io.output.write(`种子 · seed ${options.seed}\n`);
  const run = new ChaosRun(place.root, options, place.variables);
  let closed: Promise<void> | null = null;
  const close = () => (closed ??= run.close());
  const interrupted = () => void close().finally(() => process.exit(130));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, interrupted);
  try {
    const outcome = await run.run();
    io.output.write(chaosReport(options, outcome));
    return outcome.violations.length > 0 || outcome.journal.firstBad ? 1 : 0;
  } finally {
    await close();
  }
}
