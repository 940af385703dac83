import type { EntityManager } from 'typeorm';
import type { CaseRecord } from '../contract/records/record.js';
import type { WaterfallView } from '../contract/records/waterfall.js';
import { isStatutory } from '../domain/clocks/statutory.js';
import { isOver } from '../domain/lifecycle/stage.js';
import { type Milestone, MILESTONES, type Reached, type Stretch, waterfall } from '../domain/waterfall/waterfall.js';
import type { CaseReading } from './facts-of-case.js';

interface Row {
  milestone: Milestone;
  at: Date;
  by: string;
}

/** Moves made without a paper (the first time each), and the first publications that stand. */
const WITHOUT_RECORD = `
  select distinct on (milestone) milestone, at, by from (
    select case body::jsonb #>> '{data,to}' when 'assigned' then 'assigned' when 'acknowledged' then 'acknowledged' end as milestone,
      at, actor as by
    from journal where incident_id = $1 and kind = 'incident.stage'
    union all
    select case form when 'statement' then 'released' else 'conference' end, at, recorded_by
    from evidence where incident_id = $1 and official and standing
  ) told where milestone is not null order by milestone, at`;

/** The milestones a case has reached, the first time each. */
async function reachedBy(db: EntityManager, { incident, records }: CaseReading): Promise<Reached[]> {
  const rows = await db.query<Row[]>(WITHOUT_RECORD, [incident.id]);
  const told: (Omit<Reached, 'at'> & { at: Date | null })[] = [
    // A day alone says nothing of minutes.
    { milestone: 'occurred', at: incident.occurredPrecision === 'day' ? null : incident.occurredAt, by: null },
    { milestone: 'first_published', at: incident.firstPublishedAt, by: null },
    { milestone: 'detected', at: incident.detectedAt, by: null },
    { milestone: 'opened', at: incident.openedAt, by: null },
    { milestone: 'acknowledged', at: incident.acknowledgedAt, by: incident.acknowledgedBy },
    ...records.flatMap((record) => {
      const milestone = milestoneOf(record);
      return milestone ? [{ milestone, at: new Date(record.madeAt), by: record.madeBy }] : [];
    }),
    ...rows,
  ];
  const known = told.flatMap(({ at, ...one }) => (at === null ? [] : [{ ...one, at: at.getTime() }]));
  return MILESTONES.flatMap((milestone) => {
    const times = known.filter((one) => one.milestone === milestone).sort((one, other) => one.at - other.at);
    return times.slice(0, 1);
  });
}

/** A text that was sent back is not past its reader yet. */
function milestoneOf({ kind, body }: CaseRecord): Milestone | null {
  if (kind === 'consultation') return 'consulted';
  if (kind === 'assessment') return 'assessed';
  if (kind === 'transfer_order') return 'assigned';
  if (kind === 'draft') return 'drafted';
  if (kind === 'secrecy_review' && body.result === 'passed') return 'reviewed';
  return kind === 'sign_off' && body.result === 'passed' ? 'signed' : null;
}

/** A conference is waited for only where a clock runs for it, a consultation only where the rules ask for one. */
function expectedOf({ incident, clocks }: CaseReading): Milestone[] {
  const holdsConference = clocks.some(({ kind, waivedAt }) => kind === 'press_conference_24h' && waivedAt === null);
  const serious = incident.level === 'I' || incident.level === 'II';
  return MILESTONES.filter((one) => (one === 'conference' ? holdsConference : one !== 'consulted' || serious));
}

/** Where the minutes of one case went, milliseconds since the epoch: the reports group by it. */
export async function stretchesOf(db: EntityManager, reading: CaseReading): Promise<Stretch[]> {
  return waterfall(await reachedBy(db, reading), expectedOf(reading), !isOver(reading.incident.stage));
}

/** The same for the page of the case, with the limits by law. */
export async function waterfallOf(db: EntityManager, reading: CaseReading): Promise<WaterfallView> {
  const iso = (ms: number) => new Date(ms).toISOString();
  const limits = reading.clocks.filter(({ kind, waivedAt }) => isStatutory(kind) && waivedAt === null);
  return {
    stretches: (await stretchesOf(db, reading)).map(({ from, to, ...rest }) => ({
      ...rest,
      ...{ from: iso(from), to: to === null ? null : iso(to) },
    })),
    startAt: reading.incident.clockStartAt.toISOString(),
    limits: limits.map(({ kind, dueAt }) => ({ kind, dueAt: dueAt.toISOString() })),
  };
}
