import type { EntityManager } from 'typeorm';
import { IncidentClock } from '../clocks/clock.entity.js';
import { keepLadder } from '../clocks/ladder.js';
import { policyOf } from '../clocks/policy-versions.js';
import { reanchorClocks } from '../clocks/reanchor.js';
import { databaseNow } from '../database/time.js';
import type { Instants } from '../domain/clocks/deadlines.js';
import { type Reconsidered, reconsiderStart, type StartFact } from '../domain/clocks/earlier-start.js';
import type { Policy, StartBasis } from '../domain/clocks/policy.js';
import type { JournalRow } from '../journal/append.js';
import { metData } from './duties.js';
import { foundFacts } from './found-facts.js';
import { Incident } from './incident.entity.js';
import { clockData } from './open-incident.js';

const MACHINE = 'system:judging';

/** The cases that articles just judged have come to: what they say of the start is weighed. Needs `lockStories`. */
export async function reconsiderStarts(tx: EntityManager, policy: Policy, articleIds: string[]): Promise<JournalRow[]> {
  const cases = await tx.query<{ id: string }[]>(
    `select distinct i.id from article a join story s on s.id = a.story_id join incident i on i.id = s.incident_id
     where a.id = any($1) and not s.possibly and i.status <> 'dismissed' and i.channel = 'live' order by i.id`,
    [articleIds],
  );
  const rows: JournalRow[] = [];
  for (const { id } of cases) rows.push(...(await reconsider(tx, policy, id, { articleIds, by: MACHINE })));
  return rows;
}

/** A person has joined these reports to the case. Needs `lockStories`. */
export function reconsiderJoined(
  tx: EntityManager,
  policy: Policy,
  incidentId: string,
  joined: { articleIds: string[]; by: string },
): Promise<JournalRow[]> {
  return reconsider(tx, policy, incidentId, joined);
}

async function reconsider(
  tx: EntityManager,
  current: Policy,
  id: string,
  { articleIds, by }: { articleIds: string[]; by: string },
): Promise<JournalRow[]> {
  const incident = await tx.findOne(Incident, { where: { id }, lock: { mode: 'for_no_key_update' } });
  if (!incident || incident.status === 'dismissed') return [];
  const policy = await policyOf(tx, current, incident.ruleVersion);
  const asked = { incidentId: id, articleIds, before: incident.clockStartAt, vouched: by !== MACHINE };
  const found = await foundFacts(tx, asked);
  const held = {
    startAt: incident.clockStartAt,
    order: await orderOf(tx, policy, id),
    instants: instantsOf(incident),
    byPerson: incident.occurredBy !== null || incident.publishedBy !== null,
  };
  const result = reconsiderStart(held, found, policy.clockStart);
  const proposals = await propose(tx, incident, result.proposed);
  return [...(await carryOut(tx, policy, incident, result, by)), ...proposals];
}

/**
 * The instants a start may rest on. An occurrence that a case holds was believed if a person stated it or the start rests on it; what a
 * source of another tier said at the opening stands on the page, and anchors nothing later either.
 */
export function instantsOf(incident: Incident): Instants {
  const { occurredAt, occurredPrecision, occurredBy, clockBasis, firstPublishedAt, detectedAt } = incident;
  const isBelieved = occurredBy !== null || clockBasis === 'occurred';
  const occurrence = isBelieved ? { occurredAt, occurredPrecision } : { occurredAt: null, occurredPrecision: null };
  return { ...occurrence, occurredFrom: null, firstPublishedAt, detectedAt };
}

/** In which order the policy takes the bases for the duties of this case. */
export async function orderOf(tx: EntityManager, policy: Policy, incidentId: string): Promise<StartBasis[]> {
  const clocks = await tx.findBy(IncidentClock, { incidentId });
  const isOther = clocks.length > 0 && clocks.every((clock) => clock.kind === 'other_48h');
  return isOther ? policy.clockStart.other : policy.clockStart.emergency;
}

async function carryOut(
  tx: EntityManager,
  policy: Policy,
  incident: Incident,
  { instants, start, moved }: Reconsidered,
  by: string,
): Promise<JournalRow[]> {
  const at = await databaseNow(tx);
  const { firstPublishedAt } = instants;
  const { occurredAt, occurredPrecision } = instants.occurredAt === null ? incident : instants;
  const same =
    incident.firstPublishedAt?.getTime() === firstPublishedAt?.getTime() &&
    incident.occurredAt?.getTime() === occurredAt?.getTime();
  if (same && start === null) return [];
  Object.assign(incident, { occurredAt, occurredPrecision, firstPublishedAt });
  const row = await moveStart(tx, policy, incident, { start, at, by, articleId: moved?.articleId ?? null });
  incident.version += 1;
  await tx.save(incident);
  return [row];
}

/** A start that follows from the facts of a case, and what is to be said of it. */
export interface StartMove {
  /** Null: the facts have changed, the start stands. */
  start: { startAt: Date; basis: StartBasis } | null;
  at: Date;
  by: string;
  articleId: string | null;
  reason?: string;
  secondPerson?: { askedBy: string; confirmedBy: string };
}

/** Puts the case on its start with all duties not waived, and tells it; the caller saves the case. */
export async function moveStart(
  tx: EntityManager,
  policy: Policy,
  incident: Incident,
  { start, at, by, ...told }: StartMove,
): Promise<JournalRow> {
  const from = { startAt: incident.clockStartAt, basis: incident.clockBasis };
  const { occurredAt, occurredPrecision, firstPublishedAt } = incident;
  const facts = { occurredAt, occurredPrecision, firstPublishedAt };
  const row = { incidentId: incident.id, actor: by };
  if (start === null)
    return { ...row, kind: 'incident.facts_changed', data: { level: incident.level, ...facts, ...told } };
  const how = { at, by, mayBeLater: told.secondPerson !== undefined };
  const clocks = await reanchorClocks(tx, policy, incident.id, start, how);
  Object.assign(incident, { clockStartAt: start.startAt, clockBasis: start.basis });
  await keepLadder(tx, policy, incident, at);
  const met = clocks.filter((clock) => clock.metAt !== null).map((clock) => metData(clock, at));
  const data = { from, to: start, ...facts, ...told, clocks: clocks.map(clockData), met };
  return { ...row, kind: 'incident.start_moved', data };
}

/** What only a person may believe stands on the case's page, told once. */
async function propose(tx: EntityManager, incident: Incident, facts: StartFact[]): Promise<JournalRow[]> {
  const rows: JournalRow[] = [];
  for (const { basis, at, precision, articleId } of facts) {
    const fresh = await tx.query<unknown[]>(
      `insert into start_proposal (incident_id, basis, at, precision, article_id) values ($1, $2, $3, $4, $5)
       on conflict do nothing returning 1`,
      [incident.id, basis, at, precision, articleId],
    );
    const data = { basis, at, precision, articleId, startAt: incident.clockStartAt };
    if (fresh.length > 0) rows.push({ kind: 'incident.start_proposed', incidentId: incident.id, actor: MACHINE, data });
  }
  return rows;
}
