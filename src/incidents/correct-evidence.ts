import { ConflictException, NotFoundException, UnprocessableEntityException } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { IncidentClock } from '../clocks/clock.entity.js';
import { clocksAnsweredBy, policyOf } from '../clocks/policy-versions.js';
import { unanswer } from '../clocks/unanswer.js';
import { isOpenTo } from '../domain/clocks/follow-up.js';
import { type ClockKind, clocksStartedBy, type Policy } from '../domain/clocks/policy.js';
import { isOfficial } from '../domain/clocks/official-channel.js';
import type { SecondPersonKind } from '../domain/second-person.js';
import type { JournalRow } from '../journal/append.js';
import { changeDuties, waivedData } from './duties.js';
import { Evidence } from './evidence.entity.js';
import type { StatedEvidence } from './evidence-instant.js';
import { refuseImpossible } from './evidence-instant.js';
import { closeRequest } from './moot-requests.js';
import { missedCyclesLost } from './missed-cycles.js';
import type { Move, MoveScene } from './moves.js';
import { clockData } from './open-incident.js';
import { refusedAttempt } from './refused-attempt.js';
import { type Agreed, type Carrying, decidedBy, withSecondPerson } from './second-person.js';
import { openStatutory, seenCase } from './seen-case.js';

/** What takes the place of evidence, and why. */
export interface Correction {
  stated: StatedEvidence;
  reason: string;
}

/**
 * 更正: what was recorded of a publication or a conference was wrong. The row stays, another one takes its place, and the verdicts follow.
 * What makes a missed limit of a met one needs nobody's consent; what makes a met one of a missed one needs a second person (clocks.md, rule 7).
 */
export const correctEvidenceMove =
  (policy: Policy, evidenceId: string, { stated, reason }: Correction): Move =>
  async (scene) => {
    const { tx, incident } = scene;
    refuseOver(scene);
    const held = await evidenceOf(tx, incident.id, evidenceId);
    if (isEqual(held, stated)) return null;
    if (!held.standing) return alreadyReplaced(tx, held, stated);
    refuseImpossible(scene, stated);
    const correction = { held, stated, reason };
    const kinds = await gains(scene, policy, stated);
    if (kinds.length === 0) {
      const lost = await missedCyclesLost(scene, () => correctNow(scene, policy, correction, null));
      if (lost.length === 0) return correctNow(scene, policy, correction, null);
      kinds.push('follow_up');
    }
    const at = stated.at.toISOString();
    const payload = { evidenceId, stated: { ...stated, at }, from: held.at.toISOString(), at, kinds };
    const asking = { kind: 'evidence_correction' as const, subject: evidenceId, reason };
    return withSecondPerson(
      scene,
      { ...asking, payload: { ...payload, seen: await seenCase(tx, incident) } },
      carryOutCorrection(policy),
    );
  };

/** The second person has agreed to a correction by which a limit that counted as missed is met. */
export const carryOutCorrection =
  (policy: Policy): Carrying =>
  async (scene, agreed) => {
    refuseOver(scene);
    const { evidenceId, stated } = agreed.payload as { evidenceId: string; stated: StatedEvidence & { at: string } };
    const held = await agreedUpon(scene, evidenceId);
    const correction = { held, stated: { ...stated, at: new Date(stated.at) }, reason: agreed.reason };
    return correctNow(scene, policy, correction, agreed);
  };

/**
 * 撤回: what was published has been taken back, or was never published; a conference that was recorded was not held. Nobody's consent is
 * needed for what is answered no more; a second person, where a cycle of continued release that was missed would count no more with it.
 */
export const withdrawEvidenceMove =
  (policy: Policy, evidenceId: string, reason: string): Move =>
  async (scene) => {
    const { tx, incident } = scene;
    refuseOver(scene);
    const held = await evidenceOf(tx, incident.id, evidenceId);
    if (!held.standing) return alreadyReplaced(tx, held, null);
    const lost = await missedCyclesLost(scene, () => withdrawNow(scene, policy, { held, reason }, null));
    if (lost.length === 0) return withdrawNow(scene, policy, { held, reason }, null);
    const payload = { evidenceId, at: held.at.toISOString(), kinds: ['follow_up'], cycles: lost };
    const asking = { kind: 'evidence_withdrawal' as const, subject: evidenceId, reason };
    return withSecondPerson(scene, { ...asking, payload }, carryOutWithdrawal(policy));
  };

/** The second person has agreed to a withdrawal by which cycles that were missed count no more. */
export const carryOutWithdrawal =
  (policy: Policy): Carrying =>
  async (scene, agreed) => {
    refuseOver(scene);
    const { evidenceId } = agreed.payload as { evidenceId: string };
    const held = await agreedUpon(scene, evidenceId);
    return withdrawNow(scene, policy, { held, reason: agreed.reason }, agreed);
  };

/** What was asked about still stands. @throws RefusedAttempt it was replaced since */
async function agreedUpon(scene: MoveScene, evidenceId: string): Promise<Evidence> {
  const held = await evidenceOf(scene.tx, scene.incident.id, evidenceId);
  if (held.standing) return held;
  const words = '该登记在申请后已被更正或撤回 · it has been corrected or withdrawn since it was asked';
  throw refusedAttempt(scene, 'changed_since', new ConflictException(words));
}

async function withdrawNow(
  scene: MoveScene,
  policy: Policy,
  { held, reason }: { held: Evidence; reason: string },
  agreed: Agreed | null,
): Promise<JournalRow[]> {
  const change = await replace(scene, policy, { held, by: null, reason }, agreed && 'evidence_withdrawal');
  const data = { evidenceId: held.id, form: held.form, at: held.at, reason, ...change.data };
  const row = { kind: 'evidence.withdrawn', incidentId: scene.incident.id, actor: scene.actor.id };
  return [{ ...row, data: { ...data, ...(agreed && decidedBy(agreed)) } }, ...change.moot];
}

interface Correcting extends Correction {
  held: Evidence;
}

async function correctNow(
  scene: MoveScene,
  policy: Policy,
  { held, stated, reason }: Correcting,
  agreed: Agreed | null,
): Promise<JournalRow[]> {
  const { tx, incident, now, actor } = scene;
  await tx.update(Evidence, { id: held.id }, { standing: false });
  const by = await keepCorrected(scene, held, stated, agreed);
  const change = await replace(scene, policy, { held, by, reason }, agreed && 'evidence_correction');
  const what = { evidenceId: held.id, replacedBy: by, form: held.form, from: held.at, to: stated.at, reason };
  const data = { ...what, recordedAt: now, ...change.data, ...(agreed && decidedBy(agreed)) };
  return [{ kind: 'evidence.corrected', incidentId: incident.id, actor: actor.id, data }, ...change.moot];
}

/** It is on record since the first row of it was; what was vouched for stays so, for no verdict gets better by it. */
async function keepCorrected(
  { tx, incident, now, actor }: MoveScene,
  held: Evidence,
  { form, at, channel, url, title, place }: StatedEvidence,
  agreed: Agreed | null,
): Promise<string> {
  const vouched = agreed ? [actor.id, now] : [held.confirmedBy, held.confirmedAt];
  const [row] = await tx.query<{ id: string }[]>(
    `insert into evidence (incident_id, form, channel, url, title, place, at, recorded_at, recorded_by, official,
       known_since, confirmed_by, confirmed_at, article_id, copy_sha256)
     select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, article_id, copy_sha256 from evidence where id = $14 on conflict do nothing returning id`,
    [
      ...[incident.id, form, channel, url, title, place, at, now, actor.id, isOfficial(channel)],
      ...[held.knownSince ?? held.recordedAt, ...vouched, held.id],
    ],
  );
  if (row) return row.id;
  const equal = (await tx.findBy(Evidence, { incidentId: incident.id, standing: true })).find((one) =>
    isEqual(one, { form, at, channel, url, title: one.title, place }),
  );
  if (!equal) throw new Error('a correction was not kept');
  return equal.id;
}

async function replace(
  scene: MoveScene,
  policy: Policy,
  { held, by, reason }: { held: Evidence; by: string | null; reason: string },
  agreed: SecondPersonKind | null,
): Promise<{ data: Record<string, unknown>; moot: JournalRow[] }> {
  const { tx, incident, now, actor } = scene;
  await tx.update(Evidence, { id: held.id }, { standing: false });
  await tx.query(
    `insert into evidence_correction (evidence_id, replaced_by, reason, corrected_at, corrected_by) values ($1, $2, $3, $4, $5)`,
    [held.id, by, reason, now, actor.id],
  );
  const what = { one: incident, evidenceId: held.id, at: now, by: actor.id, reason };
  const { reopened, annulled } = await unanswer(tx, policy, what);
  const change = await changeDuties(tx, policy, incident, await wantedNow(scene, policy), { at: now, reason });
  const data = {
    reopened: reopened.map(clockData),
    ...change,
    waived: [...waivedData(annulled, now), ...change.waived],
  };
  return { data, moot: await closeRequests(scene, held.id, agreed) };
}

/** What the level asks for; where it asks for nothing, what runs below level II. */
async function wantedNow({ tx, incident }: MoveScene, policy: Policy): Promise<ClockKind[]> {
  const own = await policyOf(tx, policy, incident.ruleVersion);
  const statutory = clocksStartedBy(own, incident.level, incident.basis).map((rule) => rule.kind);
  if (statutory.length > 0) return statutory;
  return (await openStatutory(tx, incident.id)).length > 0 ? ['other_48h'] : [];
}

/** Limits that have passed and would be met in time by what is stated: a second person vouches for it. */
async function gains({ tx, incident, now }: MoveScene, policy: Policy, { form, at, channel }: StatedEvidence) {
  if (!isOfficial(channel)) return [];
  const answered = await clocksAnsweredBy(tx, policy, incident.id, form);
  const clocks = await tx.findBy(IncidentClock, { incidentId: incident.id });
  return clocks
    .filter((clock) => answered.includes(clock.id) && isOpenTo(clock, at))
    .filter(({ metAt, dueAt }) => at <= dueAt && dueAt < now && !(metAt !== null && metAt <= dueAt))
    .map((clock) => clock.kind)
    .sort();
}

/** Nobody decides any more on what stands no longer. */
async function closeRequests(
  { tx, incident, now, actor }: MoveScene,
  evidenceId: string,
  agreed: SecondPersonKind | null,
) {
  // What was agreed to just now is closed with the decision itself.
  const kinds = ['late_evidence', 'evidence_correction', 'evidence_withdrawal'].filter((kind) => kind !== agreed);
  const waiting = await tx.query<Parameters<typeof closeRequest>[1][]>(
    `select id, kind from second_person_request where incident_id = $1 and subject = $2 and kind = any($3) and outcome is null`,
    [incident.id, evidenceId, kinds],
  );
  const rows: JournalRow[] = [];
  for (const one of waiting)
    rows.push(await closeRequest(tx, one, incident.id, 'evidence_replaced', { now, by: actor.id }));
  return rows;
}

async function evidenceOf(tx: EntityManager, incidentId: string, id: string): Promise<Evidence> {
  const held = await tx.findOneBy(Evidence, { id, incidentId });
  if (!held) throw new NotFoundException('没有这条登记 · no such evidence of this incident');
  return held;
}

/** @returns null where it was replaced by the very same; @throws ConflictException by something else */
async function alreadyReplaced(tx: EntityManager, { id }: Evidence, stated: StatedEvidence | null): Promise<null> {
  const [row] = await tx.query<{ by: string | null }[]>(
    'select replaced_by as by from evidence_correction where evidence_id = $1',
    [id],
  );
  const next = row?.by ? await tx.findOneBy(Evidence, { id: row.by }) : null;
  if (stated === null ? !row?.by : next !== null && isEqual(next, stated)) return null;
  throw new ConflictException('该登记已被更正或撤回,请刷新 · it has been corrected or withdrawn already: reload');
}

const isEqual = (held: Evidence, stated: StatedEvidence): boolean =>
  held.at.getTime() === stated.at.getTime() &&
  (['form', 'channel', 'url', 'title', 'place'] as const).every((field) => held[field] === stated[field]);

/** A case that is over has no duty to open again: it is taken up again first. */
function refuseOver({ incident }: MoveScene): void {
  if (incident.status === 'dismissed' || incident.stage === 'closed' || incident.stage === 'archived')
    throw new UnprocessableEntityException('事件已结束,请先恢复办理 · the incident is over: take it up again first');
}
