import { ConflictException, ForbiddenException, NotFoundException } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DecideRequest, SecondPersonRequest } from '../contract/clock-start.js';
import { may, maySee, type Role, ROLES } from '../domain/rights.js';
import { DECIDED_BY, type SecondPersonKind } from '../domain/second-person.js';
import type { JournalRow } from '../journal/append.js';
import type { Move, MoveScene } from './moves.js';
import { refusedAttempt } from './refused-attempt.js';

/** What one person asks for and another one must agree to. */
export interface Asking {
  kind: SecondPersonKind;
  /** Which of several things of this kind on one case. */
  subject?: string;
  /** What is to be done, as it will be carried out: nothing is decided anew when it is confirmed. */
  payload: Record<string, unknown>;
  reason: string;
}

/** A request as it is carried out once the second person has agreed. */
export interface Agreed {
  payload: Record<string, unknown>;
  reason: string;
  askedBy: string;
  /** Null: nobody else holds the right, and it went through at once. */
  confirmedBy: string | null;
}

/** How it was decided, as journal rows tell it. */
export function decidedBy({ askedBy, confirmedBy }: Agreed): Record<string, unknown> {
  return confirmedBy === null ? { singleHanded: true } : { secondPerson: { askedBy, confirmedBy } };
}

/** Carries out one kind of request on the locked case. @throws ConflictException when the case has moved on since it was asked */
export type Carrying = (scene: MoveScene, agreed: Agreed) => Promise<JournalRow[]>;

/** Where another active account may decide it, it waits for that person; else it is carried out at once, and marked. */
export async function withSecondPerson(
  scene: MoveScene,
  asking: Asking,
  carryOut: Carrying,
): Promise<JournalRow[] | null> {
  if (await anotherMayDecide(scene, asking.kind)) return askSecondPerson(scene, asking);
  return carryOut(scene, {
    payload: asking.payload,
    reason: asking.reason,
    askedBy: scene.actor.id,
    confirmedBy: null,
  });
}

async function anotherMayDecide({ tx, incident, actor }: MoveScene, kind: SecondPersonKind): Promise<boolean> {
  const roles = ROLES.filter((role) => may(role, DECIDED_BY[kind]));
  const others = await tx.query<{ id: string; role: Role; bureau: string | null }[]>(
    'select id, role, bureau from account where disabled_at is null and role = any($1) and id::text <> $2',
    [roles, actor.id],
  );
  return others.some((one) => maySee(one, incident));
}

/**
 * Leaves a request for a second person. Asked again in the same words it is the same request; another one of its kind waits until the
 * first is decided.
 */
export async function askSecondPerson(
  { tx, incident, now, actor }: MoveScene,
  { kind, subject = '', payload, reason }: Asking,
): Promise<JournalRow[] | null> {
  const [waiting] = await tx.query<{ same: boolean }[]>(
    `select asked_by = $3 and payload = $4 as same from second_person_request
     where incident_id = $1 and kind = $2 and subject = $5 and outcome is null`,
    [incident.id, kind, actor.id, JSON.stringify(payload), subject],
  );
  if (waiting?.same) return null;
  if (waiting)
    throw new ConflictException(
      '已有一项同类申请等待确认,请先处理 · a request of this kind is waiting already: decide that one first',
    );
  const [row] = await tx.query<{ id: string }[]>(
    `insert into second_person_request (kind, incident_id, payload, reason, expected_version, asked_by, asked_at, subject)
     values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`,
    [kind, incident.id, JSON.stringify(payload), reason, incident.version + 1, actor.id, now, subject],
  );
  const data = { requestId: row?.id, request: kind, payload, reason };
  return [{ kind: 'second_person.asked', incidentId: incident.id, actor: actor.id, data }];
}

interface Waiting extends Asking {
  id: string;
  askedBy: string;
  outcome: string | null;
  decidedBy: string | null;
}

/**
 * The second person decides. The same answer twice is one; whoever asked may take it back, and never agree.
 * @throws RefusedAttempt the same person agrees, one without the right for this kind, or the case has moved on
 */
export const decideMove =
  (carryOut: Record<SecondPersonKind, Carrying>, { request, agree, reason }: DecideRequest): Move =>
  async (scene) => {
    const { tx, incident, now, actor } = scene;
    const asked = await requestById(tx, incident.id, request);
    refuseUnentitled(scene, asked, agree);
    const outcome = agree ? 'confirmed' : asked.askedBy === actor.id ? 'withdrawn' : 'refused';
    if (asked.outcome === outcome && asked.decidedBy === actor.id) return null;
    if (asked.outcome !== null) throw new ConflictException('这项申请已有结论 · this request has been decided already');
    const { kind, payload, askedBy } = asked;
    const done = agree
      ? await carryOut[kind](scene, { payload, askedBy, reason: asked.reason, confirmedBy: actor.id })
      : [];
    await tx.query(
      `update second_person_request set outcome = $2, decided_by = $3, decided_at = $4, decision_reason = $5 where id = $1`,
      [asked.id, outcome, actor.id, now, reason ?? null],
    );
    const data = { requestId: asked.id, request: kind, askedBy, reason: reason ?? null };
    return [{ kind: `second_person.${outcome}`, incidentId: incident.id, actor: actor.id, data }, ...done];
  };

/** What waits on this case, for those who may decide something of it or have asked. */
export function waitingRequests(db: EntityManager, incidentId: string): Promise<SecondPersonRequest[]> {
  return db.query<SecondPersonRequest[]>(
    `select id, kind, payload, reason, asked_by as "askedBy",
       to_char(asked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "askedAt"
     from second_person_request where incident_id = $1 and outcome is null order by asked_at, id`,
    [incidentId],
  );
}

async function requestById(tx: EntityManager, incidentId: string, id: string): Promise<Waiting> {
  const [asked] = await tx.query<Waiting[]>(
    `select id, kind, payload, reason, asked_by as "askedBy", outcome, decided_by as "decidedBy"
     from second_person_request where id = $1 and incident_id = $2 for update`,
    [id, incidentId],
  );
  if (!asked) throw new NotFoundException('没有这项申请 · no such request');
  return asked;
}

function refuseUnentitled(scene: MoveScene, { id, kind, askedBy }: Waiting, agree: boolean): void {
  const { actor } = scene;
  const isOwn = askedBy === actor.id;
  if (isOwn && !agree) return;
  const refuse = (attempt: 'own_request' | 'not_entitled', words: string) =>
    refusedAttempt(scene, attempt, new ForbiddenException(words), { requestId: id, request: kind });
  if (isOwn)
    throw refuse(
      'own_request',
      '须由另一人确认,申请人不能自己确认 · another person must confirm it, not the one who asked',
    );
  if (!may(actor.role, DECIDED_BY[kind]))
    throw refuse('not_entitled', '本账号无权确认此事 · this account may not decide this');
}
