import { ConflictException, ForbiddenException, NotFoundException } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DecideRequest, SecondPersonKind, SecondPersonRequest } from '../contract/clock-start.js';
import { may, type Right } from '../domain/rights.js';
import type { JournalRow } from '../journal/append.js';
import type { Actor, Move, MoveScene } from './moves.js';

/** Both persons hold this right. */
const NEEDED: Record<SecondPersonKind, Right> = { clock_start: 'incident.correct_start' };

/** What one person asks for and another one must agree to. */
export interface Asking {
  kind: SecondPersonKind;
  /** What is to be done, as it will be carried out: nothing is decided anew when it is confirmed. */
  payload: Record<string, unknown>;
  reason: string;
}

/** A request as it is carried out once the second person has agreed. */
export interface Agreed {
  payload: Record<string, unknown>;
  reason: string;
  askedBy: string;
  confirmedBy: string;
}

/** Carries out one kind of request on the locked case. @throws ConflictException when the case has moved on since it was asked */
export type Carrying = (scene: MoveScene, agreed: Agreed) => Promise<JournalRow[]>;

/**
 * Leaves a request for a second person. Asked again in the same words it is the same request; another one of its kind waits until the
 * first is decided.
 */
export async function askSecondPerson(
  { tx, incident, now, actor }: MoveScene,
  { kind, payload, reason }: Asking,
): Promise<JournalRow[] | null> {
  const [waiting] = await tx.query<{ same: boolean }[]>(
    `select asked_by = $3 and payload = $4 as same from second_person_request
     where incident_id = $1 and kind = $2 and outcome is null`,
    [incident.id, kind, actor.id, JSON.stringify(payload)],
  );
  if (waiting?.same) return null;
  if (waiting)
    throw new ConflictException(
      '已有一项同类申请等待确认,请先处理 · a request of this kind is waiting already: decide that one first',
    );
  const [row] = await tx.query<{ id: string }[]>(
    `insert into second_person_request (kind, incident_id, payload, reason, expected_version, asked_by, asked_at)
     values ($1, $2, $3, $4, $5, $6, $7) returning id`,
    [kind, incident.id, JSON.stringify(payload), reason, incident.version + 1, actor.id, now],
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
 * @throws ForbiddenException the same person, or one without the right for this kind
 */
export const decideMove =
  (carryOut: Record<SecondPersonKind, Carrying>, { request, agree, reason }: DecideRequest): Move =>
  async (scene) => {
    const { tx, incident, now, actor } = scene;
    const asked = await requestById(tx, incident.id, request);
    refuseUnentitled(asked, actor, agree);
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

function refuseUnentitled({ kind, askedBy }: Waiting, { id, role }: Actor, agree: boolean): void {
  if (!may(role, NEEDED[kind])) throw new ForbiddenException('本账号无权确认此事 · this account may not decide this');
  if (agree && askedBy === id)
    throw new ForbiddenException(
      '须由另一人确认,申请人不能自己确认 · another person must confirm it, not the one who asked',
    );
}
