import { standingCycles } from '../clocks/follow-up-cycles.js';
import type { MoveScene } from './moves.js';

/**
 * Cycles of continued release that were missed and would be missed no more, where fewer are missed after this change than before: it is
 * made to see what follows from it, and taken back.
 * @returns their numbers; none where nothing is lost of the reckoning
 */
export async function missedCyclesLost({ tx, incident }: MoveScene, change: () => Promise<unknown>): Promise<number[]> {
  const missed = async () =>
    (await standingCycles(tx, incident.id)).filter(({ missedAt }) => missedAt !== null).map(({ cycleNo }) => cycleNo);
  const before = await missed();
  if (before.length === 0) return [];
  await tx.query('savepoint missed_cycles');
  try {
    await change();
    const after = await missed();
    return after.length < before.length ? before.filter((cycleNo) => !after.includes(cycleNo)) : [];
  } finally {
    await tx.query('rollback to savepoint missed_cycles');
  }
}
