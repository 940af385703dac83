import { ConflictException, UnprocessableEntityException } from '@nestjs/common';
import { runningClocks, waiveClocks } from '../clocks/clocks.js';
import type { HandedTo, Leave } from '../contract/exit.js';
import { mayLeaveBy, type WayOut } from '../domain/lifecycle/way-out.js';
import type { JournalRow } from '../journal/append.js';
import type { Settings } from '../settings/settings.js';
import { doubtfulStories } from '../stories/story-store.js';
import { waivedData } from './duties.js';
import type { Incident } from './incident.entity.js';
import type { Move, MoveScene } from './moves.js';
import { refusedAttempt } from './refused-attempt.js';
import { type Agreed, type Carrying, decidedBy, withSecondPerson } from './second-person.js';
import { changedSince, type SeenCase, seenCase } from './seen-case.js';
import { standAlone } from './stand-alone.js';

/** By which exit it leaves, and where to. */
interface Leaving {
  exit: WayOut;
  handedTo: HandedTo | null;
  reason: string;
}

/**
 * 退出办理: not a matter to answer, to be watched only, or another authority's. Where statutory duties run, another person has to agree.
 * Needs `lockStories`.
 */
export const dismissMove =
  (settings: Settings, wish: Leave): Move =>
  async (scene) => {
    const { tx, incident } = scene;
    const { exit, reason, handedTo = null } = wish;
    if (incident.status === 'dismissed') return refuseOtherExit(incident, exit);
    refuseImpossible(scene, exit, handedTo);
    const seen = await seenCase(tx, incident);
    const leaving = { exit, reason, handedTo };
    if (seen.open.length === 0) return dismissNow(scene, settings, leaving, null);
    const asking = { kind: 'dismissal' as const, payload: { seen, ends: seen.open, exit, handedTo }, reason };
    return withSecondPerson(scene, asking, (on, agreed) => dismissNow(on, settings, leaving, agreed));
  };

/** The second person has agreed to it. Needs `lockStories`. */
export const carryOutDismissal =
  (settings: Settings): Carrying =>
  async (scene, agreed) => {
    await refuseChanged(scene, agreed);
    const { exit = 'false_alarm', handedTo = null } = agreed.payload as Partial<Leaving>;
    if (!mayLeaveBy(exit, scene.incident.stage)) throw refusedAttempt(scene, 'changed_since', published());
    return dismissNow(scene, settings, { exit, handedTo, reason: agreed.reason }, agreed);
  };

/** @throws RefusedAttempt when level, start or clocks are no longer what the first person saw */
export async function refuseChanged(scene: MoveScene, { payload }: Agreed): Promise<void> {
  const changed = changedSince(payload['seen'] as SeenCase, await seenCase(scene.tx, scene.incident));
  if (changed) throw refusedAttempt(scene, 'changed_since', changed);
}

/** The wish is true already; by another exit it leaves only after it was taken up again. */
function refuseOtherExit({ stage, mergedInto }: Incident, exit: WayOut): null {
  if (stage === exit || mergedInto !== null) return null;
  throw new ConflictException('事件已按另一方式退出,先重新受理 · it has left by another exit: take it up again first');
}

function refuseImpossible({ incident, now }: MoveScene, exit: WayOut, handedTo: HandedTo | null): void {
  if (!mayLeaveBy(exit, incident.stage)) throw published();
  if (handedTo !== null && Date.parse(handedTo.at) > now.getTime())
    throw new UnprocessableEntityException('移送时间不能晚于现在 · it cannot have been handed over in the future');
}

const published = () =>
  new UnprocessableEntityException(
    '已发布权威信息,请评估后办结 · a release has been published: evaluate and close the case instead',
  );

/**
 * Its running duties end and are listed in the reports with the time that was left. What was only possibly the same stands by itself
 * again: a case that has left swallows nothing.
 */
async function dismissNow(
  { tx, incident, now, actor }: MoveScene,
  settings: Settings,
  { exit, handedTo, reason }: Leaving,
  agreed: Agreed | null,
): Promise<JournalRow[]> {
  Object.assign(incident, { status: 'dismissed', stage: exit, dismissedAt: now, dismissedReason: reason });
  const running = (await runningClocks(tx, incident.id)).map((clock) => clock.kind);
  const waived = waivedData(await waiveClocks(tx, incident.id, running, { at: now, reason }), now);
  const data = { exit, reason, waived, ...(handedTo && { handedTo }), ...(agreed && decidedBy(agreed)) };
  const rows: JournalRow[] = [{ kind: 'incident.dismissed', incidentId: incident.id, actor: actor.id, data }];
  for (const story of await doubtfulStories(tx, incident.id)) {
    rows.push(...(await standAlone(tx, settings, story, { actor: actor.id, now })));
  }
  return rows;
}
