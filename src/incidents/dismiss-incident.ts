import type { z } from 'zod';
import { runningClocks, waiveClocks } from '../clocks/clocks.js';
import type { dismiss } from '../contract/incident.js';
import type { JournalRow } from '../journal/append.js';
import type { Settings } from '../settings/settings.js';
import { doubtfulStories } from '../stories/story-store.js';
import { waivedData } from './duties.js';
import type { Move, MoveScene } from './moves.js';
import { refusedAttempt } from './refused-attempt.js';
import { type Agreed, type Carrying, decidedBy, withSecondPerson } from './second-person.js';
import { changedSince, type SeenCase, seenCase } from './seen-case.js';
import { standAlone } from './stand-alone.js';

/**
 * Not a matter to answer. Where statutory duties run, another person has to agree. Needs `lockStories`.
 */
export const dismissMove =
  (settings: Settings, wish: z.infer<typeof dismiss>): Move =>
  async (scene) => {
    const { tx, incident } = scene;
    if (incident.status === 'dismissed') return null;
    const seen = await seenCase(tx, incident);
    const { reason } = wish;
    if (seen.open.length === 0) return dismissNow(scene, settings, reason, null);
    const asking = { kind: 'dismissal' as const, payload: { seen, ends: seen.open }, reason };
    return withSecondPerson(scene, asking, (on, agreed) => dismissNow(on, settings, reason, agreed));
  };

/** The second person has agreed to a dismissal. Needs `lockStories`. */
export const carryOutDismissal =
  (settings: Settings): Carrying =>
  async (scene, agreed) => {
    await refuseChanged(scene, agreed);
    return dismissNow(scene, settings, agreed.reason, agreed);
  };

/** @throws RefusedAttempt when level, start or clocks are no longer what the first person saw */
export async function refuseChanged(scene: MoveScene, { payload }: Agreed): Promise<void> {
  const changed = changedSince(payload['seen'] as SeenCase, await seenCase(scene.tx, scene.incident));
  if (changed) throw refusedAttempt(scene, 'changed_since', changed);
}

/**
 * Its running duties end and are listed in the reports with the time that was left. What was only possibly the same stands by itself
 * again: a dismissed case swallows nothing.
 */
async function dismissNow(
  { tx, incident, now, actor }: MoveScene,
  settings: Settings,
  reason: string,
  agreed: Agreed | null,
): Promise<JournalRow[]> {
  Object.assign(incident, { status: 'dismissed', stage: 'false_alarm', dismissedAt: now, dismissedReason: reason });
  const running = (await runningClocks(tx, incident.id)).map((clock) => clock.kind);
  const waived = waivedData(await waiveClocks(tx, incident.id, running, { at: now, reason }), now);
  const data = { reason, waived, ...(agreed && decidedBy(agreed)) };
  const rows: JournalRow[] = [{ kind: 'incident.dismissed', incidentId: incident.id, actor: actor.id, data }];
  for (const story of await doubtfulStories(tx, incident.id)) {
    rows.push(...(await standAlone(tx, settings, story, { actor: actor.id, now })));
  }
  return rows;
}
