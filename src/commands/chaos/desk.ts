import { setTimeout as pause } from 'node:timers/promises';
import type { Caseload } from './caseload.js';
import type { Chance } from './chance.js';

/** When this share of the troubles is over, every case is open: the rest of the thresholds falls due among the last troubles. */
const ALL_OPEN_AT = 0.75;
const BREATH_MS = 30;
/** Things done with open cases, for each case that is opened. */
const WORK = 0.9;

/** Opens cases in step with the troubles until so many thresholds stand, and works on those that are open. */
export async function keepDesk(
  caseload: Caseload,
  thresholds: number,
  progress: () => number,
  chance: Chance,
): Promise<void> {
  for (;;) {
    const placed = await caseload.again(() => caseload.thresholds());
    if (placed >= thresholds) return;
    if (placed >= (thresholds * progress()) / ALL_OPEN_AT + chance.whole(1, 20)) {
      await pause(BREATH_MS * chance.whole(1, 20));
      continue;
    }
    await caseload.openCase();
    if (chance.happens(WORK)) await caseload.workOnCase();
  }
}
