import { setTimeout as pause } from 'node:timers/promises';
import type { Caseload } from './caseload.js';

const LOOK_MS = 250;

/** Waits until nothing is left to fire and to send. @returns false when it takes longer than `mostMs` of real time */
export async function settled(caseload: Caseload, mostMs: number): Promise<boolean> {
  const until = performance.now() + mostMs;
  while (performance.now() < until) {
    const [row] = await caseload.again(() =>
      caseload.db.query<{ left: boolean }[]>(
        `select exists (select from clock_threshold t join incident_clock c on c.id = t.clock_id
             join incident i on i.id = c.incident_id where i.channel = 'live' and t.outcome is null)
           or exists (select from notice where state in ('pending', 'held')) as left`,
      ),
    );
    if (row?.left === false) return true;
    await pause(LOOK_MS);
  }
  return false;
}
