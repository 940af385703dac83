import type { EntityManager } from 'typeorm';
import { keepLadder } from '../clocks/ladder.js';
import { placeTargets } from '../clocks/internal-targets.js';
import { startClock } from '../clocks/clocks.js';
import type { IncidentClock } from '../clocks/clock.entity.js';
import { clockStart, type Instants } from '../domain/clocks/deadlines.js';
import { bornOverdue } from '../domain/clocks/standing.js';
import type { ClockRule, Policy } from '../domain/clocks/policy.js';
import { priorityRead } from '../domain/priority.js';
import type { JournalRow } from '../journal/append.js';
import { Incident } from './incident.entity.js';

/** What a new case is made of. The rooms that open cases (judging, people by hand) fill it in. */
export interface NewIncident extends Pick<
  Incident,
  | 'title'
  | 'summary'
  | 'level'
  | 'basis'
  | 'basisVerified'
  | 'levelReason'
  | 'facts'
  | 'focus'
  | 'places'
  | 'lead'
  | 'co'
  | 'channel'
> {
  instants: Instants;
  notifiedAt: Date | null;
  /** True when a person says so; the machine's word stays provisional until then (待确认). */
  confirmed: boolean;
  /** The duties to start. */
  clocks: ClockRule[];
  storyId: string | null;
  actor: string;
}

export interface OpenedIncident {
  incident: Incident;
  clocks: IncidentClock[];
  /** For the caller's one `append()`, the last statement of its transaction. */
  row: JournalRow;
}

/** Opens a case with its clocks and all their thresholds in the caller's transaction. */
export async function openIncident(
  tx: EntityManager,
  policy: Policy,
  made: NewIncident,
  now: Date,
): Promise<OpenedIncident> {
  const { instants, confirmed, clocks: rules, storyId, actor, ...stated } = made;
  const order = rules.some((rule) => rule.kind === 'other_48h') ? policy.clockStart.other : policy.clockStart.emergency;
  const start = clockStart(order, instants, policy.clockStart);
  const incident = await tx.save(
    tx.create(Incident, {
      ...stated,
      number: await nextNumber(tx, made, now),
      version: 1,
      status: confirmed ? 'confirmed' : 'provisional',
      stage: 'collected',
      priority: priorityRead(made, policy.marketWords ?? []),
      occurredAt: instants.occurredAt,
      occurredPrecision: instants.occurredPrecision,
      occurredBy: confirmed && instants.occurredAt !== null && instants.occurredFrom === null ? actor : null,
      firstPublishedAt: instants.firstPublishedAt,
      detectedAt: instants.detectedAt,
      clockStartAt: start.startAt,
      clockBasis: start.basis,
      ruleVersion: policy.version,
      openedAt: now,
      confirmedAt: confirmed ? now : null,
    }),
  );
  const clocks: IncidentClock[] = [];
  for (const rule of rules) {
    const clock = await startClock(tx, policy, rule, {
      incidentId: incident.id,
      start,
      openedAt: now,
      confirmedAt: incident.confirmedAt,
    });
    if (clock) clocks.push(clock);
  }
  await keepLadder(tx, policy, incident, now);
  await placeTargets(tx, policy, incident, now);
  return { incident, clocks, row: openingRow(incident, clocks, storyId, actor) };
}

function openingRow(incident: Incident, clocks: IncidentClock[], storyId: string | null, actor: string): JournalRow {
  return {
    kind: 'incident.opened',
    incidentId: incident.id,
    actor,
    data: {
      number: incident.number,
      title: incident.title,
      channel: incident.channel,
      level: incident.level,
      basis: incident.basis,
      status: incident.status,
      lead: incident.lead,
      co: incident.co,
      storyId,
      occurredAt: incident.occurredAt,
      firstPublishedAt: incident.firstPublishedAt,
      detectedAt: incident.detectedAt,
      notifiedAt: incident.notifiedAt,
      clockStartAt: incident.clockStartAt,
      clockBasis: incident.clockBasis,
      ruleVersion: incident.ruleVersion,
      clocks: clocks.map(clockData),
    },
  };
}

/** A clock as journal rows tell it: all that a report needs. */
export function clockData(clock: IncidentClock): Record<string, unknown> {
  return {
    id: clock.id,
    kind: clock.kind,
    ...(clock.kind === 'follow_up' && { cycleNo: clock.cycleNo }),
    startAt: clock.startAt,
    dueAt: clock.dueAt,
    bornOverdue: bornOverdue(clock),
  };
}

/** Self-checks take no number from the office's series, so that it has no gaps. */
async function nextNumber(tx: EntityManager, { channel, storyId }: NewIncident, now: Date): Promise<string> {
  if (channel === 'canary') return `CANARY-${storyId}`;
  const [row] = await tx.query<{ n: string }[]>(`select nextval('incident_number') as n`);
  const year = new Date(now.getTime() + 8 * 3_600_000).getUTCFullYear();
  return `YQ-${year}-${(row?.n ?? '0').padStart(4, '0')}`;
}
