import { IncidentClock } from '../clocks/clock.entity.js';
import { resumeClocks, runningClocks, waiveClocks } from '../clocks/clocks.js';
import { keepLadder } from '../clocks/ladder.js';
import type { Policy } from '../domain/clocks/policy.js';
import { isStatutory } from '../domain/clocks/statutory.js';
import { stageAfter, stageOfRecords, type StepName } from '../domain/lifecycle/lifecycle.js';
import { isOver, type Where } from '../domain/lifecycle/stage.js';
import { waivedData } from '../incidents/duties.js';
import { clockData } from '../incidents/open-incident.js';
import type { JournalRow } from '../journal/append.js';
import type { Move, MoveScene } from '../incidents/moves.js';
import { factsOf, readCase } from './facts-of-case.js';
import { refuseUnready } from './make-record.js';

/** 办结: every duty answered, waived or its miss explained, and an evaluation of what was serious. The office's own cadence ends with it. */
export const closeMove =
  (policy: Policy, reason: string): Move =>
  async (scene) => {
    if (scene.incident.stage === 'closed') return null;
    const stage = await ready(scene, policy, 'close');
    const own = (await runningClocks(scene.tx, scene.incident.id))
      .map(({ kind }) => kind)
      .filter((kind) => !isStatutory(kind));
    const waived = await waiveClocks(scene.tx, scene.incident.id, own, { at: scene.now, reason });
    return ended(scene, 'incident.closed', stage, { reason, waived: waivedData(waived, scene.now) });
  };

/** 归档. */
export const archiveMove =
  (policy: Policy, reason: string): Move =>
  async (scene) => {
    if (scene.incident.stage === 'archived') return null;
    return ended(scene, 'incident.archived', await ready(scene, policy, 'archive'), { reason });
  };

/** 恢复办理: the case stands again where its records show it to be. */
export const reopenMove =
  (policy: Policy, reason: string): Move =>
  async (scene) => {
    if (await isJustReopened(scene, reason)) return null;
    const facts = factsOf(await readCase(scene.tx, policy, scene.incident, scene.now));
    refuseUnready('reopen', facts);
    const clocks = scene.incident.status === 'dismissed' ? await takeBack(scene, policy) : [];
    return ended(scene, 'incident.reopened', stageOfRecords(facts), { reason, clocks: clocks.map(clockData) });
  };

/** A second click. */
async function isJustReopened({ tx, incident, now, actor }: MoveScene, reason: string): Promise<boolean> {
  const found = await tx.query<unknown[]>(
    `select from journal where incident_id = $1 and kind = 'incident.reopened' and actor = $2
       and at > $3::timestamptz - interval '1 minute' and body::jsonb #>> '{data,reason}' = $4`,
    [incident.id, actor.id, now, reason],
  );
  return found.length > 0 && !isOver(incident.stage);
}

/** What a dismissal ended runs on from its old start: nothing of its limit is given away. */
async function takeBack({ tx, incident, now }: MoveScene, policy: Policy): Promise<IncidentClock[]> {
  const held = await tx.findBy(IncidentClock, { incidentId: incident.id });
  // What a downgrade or leadership had ended before stays ended.
  const endedThen = held.filter(({ waivedAt }) => waivedAt?.getTime() === incident.dismissedAt?.getTime());
  Object.assign(incident, { status: 'confirmed', confirmedAt: now, dismissedAt: null, dismissedReason: null });
  const clocks = await resumeClocks(
    tx,
    policy,
    incident.id,
    endedThen.filter(({ kind }) => isStatutory(kind)).map(({ kind }) => kind),
    now,
  );
  await keepLadder(tx, policy, incident, now);
  return clocks;
}

/** @returns the stage the step leads to */
async function ready({ tx, incident, now }: MoveScene, policy: Policy, step: StepName): Promise<Where> {
  refuseUnready(step, factsOf(await readCase(tx, policy, incident, now)));
  return stageAfter(step, incident.stage);
}

function ended({ incident, actor }: MoveScene, kind: string, stage: Where, data: JournalRow['data']) {
  incident.stage = stage;
  return [{ kind, incidentId: incident.id, actor: actor.id, data }];
}
