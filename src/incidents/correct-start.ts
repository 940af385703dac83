import { ConflictException, UnprocessableEntityException } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { policyOf } from '../clocks/policy-versions.js';
import type { CorrectStart } from '../contract/clock-start.js';
import { type ClockStart, clockStart, type Instants, occurrenceCounts } from '../domain/clocks/deadlines.js';
import type { Policy } from '../domain/clocks/policy.js';
import type { JournalRow } from '../journal/append.js';
import type { Incident } from './incident.entity.js';
import type { Move, MoveScene } from './moves.js';
import { refusedAttempt } from './refused-attempt.js';
import { askSecondPerson, type Carrying } from './second-person.js';
import { instantsOf, moveStart, orderOf } from './start-facts.js';

/** A fact as a person states it. */
interface Correction {
  fact: 'occurred' | 'first_published';
  at: string | null;
  precision: 'minute' | 'hour';
  articleId: string | null;
}

/** `due_at` is never edited: the attempt changes nothing and stands in the journal. The caller refuses it. */
export const refusedEdit =
  (asked: unknown): Move =>
  ({ incident, actor }) =>
    Promise.resolve([
      {
        kind: 'clock.edit_refused',
        incidentId: incident.id,
        actor: actor.id,
        data: { dueAt: String(asked).slice(0, 100) },
      },
    ]);

export const neverEdited = (): Error =>
  new UnprocessableEntityException(
    '时限不能直接修改,只能更正事发或首发时间;本次尝试已记入审计链 · a limit is never edited: correct the fact it starts from; the attempt is in the journal',
  );

/**
 * A person corrects when it happened or when it was first published. A start that does not become later stands at once; a later one is
 * left for a second person, for it gives a running duty more time. What had been proposed is settled with it.
 */
export const correctStartMove =
  (policy: Policy, wish: CorrectStart): Move =>
  async (scene) => {
    const { tx, incident, now, actor } = scene;
    const { fact, at } = wish;
    if (fact === undefined || at === undefined)
      throw new UnprocessableEntityException('请写明更正哪个时间、更正为何时 · name the fact and its instant');
    refuseDismissed(incident);
    await refuseForeignArticle(tx, incident.id, wish.articleId);
    const correction: Correction = { fact, at, precision: wish.precision, articleId: wish.articleId ?? null };
    const { instants, start } = await followingFrom(scene, policy, correction);
    if (isHeld(incident, correction)) return null;
    if (start.startAt > incident.clockStartAt) {
      const payload = { ...correction, from: incident.clockStartAt.toISOString(), to: start.startAt.toISOString() };
      return askSecondPerson(scene, { kind: 'clock_start', payload, reason: wish.reason });
    }
    const how = { at: now, by: actor.id, articleId: correction.articleId, reason: wish.reason };
    return [await takeFact(tx, policy, incident, { correction, instants, start }, how)];
  };

/** The second person has agreed to a later start. */
export const carryOutLaterStart =
  (policy: Policy): Carrying =>
  async (scene, { payload, reason, askedBy }) => {
    const { tx, incident, now, actor } = scene;
    refuseDismissed(incident);
    const correction = payload as unknown as Correction & { from: string };
    if (correction.from !== incident.clockStartAt.toISOString()) {
      const words =
        '起算时间在申请后已变,请重新申请 · the start has changed since it was asked: refuse this and ask again';
      throw refusedAttempt(scene, 'changed_since', new ConflictException(words));
    }
    const { instants, start } = await followingFrom(scene, policy, correction);
    const secondPerson = { askedBy, confirmedBy: actor.id };
    const how = { at: now, by: actor.id, articleId: correction.articleId, reason, secondPerson };
    return [await takeFact(tx, policy, incident, { correction, instants, start }, how)];
  };

interface Following {
  instants: Instants;
  start: ClockStart;
}

/** @throws RefusedAttempt where the fact could not anchor a clock */
async function followingFrom(
  scene: MoveScene,
  current: Policy,
  { fact, at, precision }: Correction,
): Promise<Following> {
  const { tx, incident, now } = scene;
  const policy = await policyOf(tx, current, incident.ruleVersion);
  const refuse = (words: string) =>
    refusedAttempt(scene, 'impossible_start', new UnprocessableEntityException(words), { fact, at });
  const held = instantsOf(incident);
  const stated = at === null ? null : new Date(at);
  if (stated !== null && stated > now) throw refuse('时间在将来 · the time lies in the future');
  const instants: Instants =
    fact === 'occurred'
      ? { ...held, occurredAt: stated, occurredPrecision: stated && precision, occurredFrom: null }
      : { ...held, firstPublishedAt: stated };
  if (fact === 'occurred' && stated !== null && !occurrenceCounts(instants, policy.clockStart))
    throw refuse(
      `事发时间须不晚于首发(或发现),且在此前 ${policy.clockStart.occurredWithinHours} 小时内 · the occurrence must not be later than the first publication (or detection), nor more than ${policy.clockStart.occurredWithinHours} h before it`,
    );
  return { instants, start: clockStart(await orderOf(tx, policy, incident.id), instants, policy.clockStart) };
}

async function takeFact(
  tx: EntityManager,
  policy: Policy,
  incident: Incident,
  { correction, instants, start }: Following & { correction: Correction },
  how: Omit<Parameters<typeof moveStart>[3], 'start'> & { reason: string },
): Promise<JournalRow> {
  const { occurredAt, occurredPrecision, firstPublishedAt } = instants;
  const isOccurrence = correction.fact === 'occurred';
  if (isOccurrence) Object.assign(incident, { occurredAt, occurredPrecision, occurredBy: how.by });
  else Object.assign(incident, { firstPublishedAt, publishedBy: how.by });
  await tx.query(
    `update start_proposal set settled_by = $2, settled_at = $3 where incident_id = $1 and settled_at is null`,
    [incident.id, how.by, how.at],
  );
  const moves = start.startAt.getTime() !== incident.clockStartAt.getTime() || start.basis !== incident.clockBasis;
  return moveStart(tx, policy, incident, { ...how, start: moves ? start : null });
}

/** The fact stands as wished already, by a person's word. */
function isHeld(incident: Incident, { fact, at, precision }: Correction): boolean {
  const [held, by] =
    fact === 'occurred'
      ? [incident.occurredAt, incident.occurredBy]
      : [incident.firstPublishedAt, incident.publishedBy];
  const sameInstant = (held?.getTime() ?? null) === (at === null ? null : Date.parse(at));
  return by !== null && sameInstant && (fact !== 'occurred' || at === null || incident.occurredPrecision === precision);
}

function refuseDismissed({ status }: Incident): void {
  if (status === 'dismissed')
    throw new UnprocessableEntityException(
      '事件已退出办理,不能再改 · the incident was dismissed and cannot be changed',
    );
}

async function refuseForeignArticle(tx: EntityManager, incidentId: string, articleId?: string): Promise<void> {
  if (articleId === undefined) return;
  const found = await tx.query<unknown[]>(
    'select from article a join story s on s.id = a.story_id where a.id = $1 and s.incident_id = $2',
    [articleId, incidentId],
  );
  if (found.length === 0)
    throw new UnprocessableEntityException('依据须是本事件的报道 · the evidence must be a report of this incident');
}
