import type { EntityManager } from 'typeorm';
import type { ClockView } from '../contract/clock.js';
import type { IncidentLine } from '../contract/incident.js';
import { campaignsOfCases } from '../campaigns/touched.js';
import { IncidentClock } from '../clocks/clock.entity.js';
import { bornOverdue, standing } from '../domain/clocks/standing.js';
import { isStatutory } from '../domain/clocks/statutory.js';
import { ownReleaseCounts } from './own-releases.js';
import { sentBack } from './sent-back.js';
import { formerStarts } from './start-view.js';
import { Incident } from './incident.entity.js';

interface Reach {
  incident_id: string;
  articles: string;
  sources: string;
}

/** Rows of the board for these cases, in the order given. */
export async function incidentLines(db: EntityManager, incidents: Incident[], now: Date): Promise<IncidentLine[]> {
  if (incidents.length === 0) return [];
  const ids = incidents.map((incident) => incident.id);
  const clocks = await clocksToShow(db, ids);
  const formerly = await formerStarts(
    db,
    clocks.map((clock) => clock.id),
  );
  const reach = await db.query<Reach[]>(
    `select s.incident_id, count(*) as articles, count(distinct a.source_id) as sources
     from story s join article a on a.story_id = s.id join source o on o.id = a.source_id and o.kind = 'public'
     where s.incident_id = any($1) and not s.possibly group by 1`,
    [ids],
  );
  const released = await ownReleaseCounts(db, ids);
  const campaigns = await campaignsOfCases(db, ids);
  const returns = await sentBack(db, incidents);
  const clocksOf = byIncident(clocks);
  const reachOf = new Map(reach.map((row) => [row.incident_id, row]));
  return incidents.map((incident) => ({
    ...incidentLine(incident, reachOf.get(incident.id)),
    ownReleaseCount: released.get(incident.id) ?? 0,
    campaigns: campaigns.get(incident.id) ?? [],
    sentBack: returns.get(incident.id) ?? null,
    ...shown((clocksOf.get(incident.id) ?? []).map((clock) => clockView(clock, formerly.get(clock.id) ?? [], now))),
  }));
}

/** Of continued release the cycle begun last: the others are read with the case. */
function clocksToShow(db: EntityManager, ids: string[]): Promise<IncidentClock[]> {
  return db
    .createQueryBuilder(IncidentClock, 'c')
    .where('c.incident_id = any(:ids)', { ids })
    .andWhere(
      `(c.kind <> 'follow_up' or not exists (select from incident_clock o
         where o.incident_id = c.incident_id and o.kind = c.kind and o.annulled_at is null and o.cycle_no > c.cycle_no))`,
    )
    .andWhere('c.annulled_at is null')
    .orderBy('c.dueAt', 'ASC')
    .getMany();
}

/** All cycles of continued release of a case. */
export async function followUps(db: EntityManager, incidentId: string, now: Date): Promise<ClockView[]> {
  const where = { incidentId, kind: 'follow_up' as const };
  const cycles = await db.find(IncidentClock, { where, order: { cycleNo: 'ASC' } });
  return cycles.map((cycle) => clockView(cycle, [], now));
}

/** What the law sets, and apart from it the office's own cadence. */
function shown(clocks: ClockView[]): Pick<IncidentLine, 'clocks' | 'followUp'> {
  return {
    clocks: clocks.filter(({ kind }) => isStatutory(kind)),
    followUp: clocks.find(({ kind }) => !isStatutory(kind)) ?? null,
  };
}

/** Grouped in one pass, each group in the order given. */
function byIncident(clocks: IncidentClock[]): Map<string, IncidentClock[]> {
  const groups = new Map<string, IncidentClock[]>();
  for (const clock of clocks) {
    const group = groups.get(clock.incidentId);
    if (group) group.push(clock);
    else groups.set(clock.incidentId, [clock]);
  }
  return groups;
}

function incidentLine(
  incident: Incident,
  reach: Reach | undefined,
): Omit<IncidentLine, 'clocks' | 'followUp' | 'ownReleaseCount' | 'campaigns' | 'sentBack'> {
  const { id, number, version, title, level, basis, basisVerified, status, stage, lead, co, places, restrictedTo } =
    incident;
  return {
    ...{ id, number, version, title, level, basis, basisVerified, status, stage, lead, co, places, restrictedTo },
    focus: incident.focus as IncidentLine['focus'],
    priority: incident.priority,
    occurredAt: iso(incident.occurredAt),
    occurredPrecision: incident.occurredPrecision,
    firstPublishedAt: iso(incident.firstPublishedAt),
    detectedAt: incident.detectedAt.toISOString(),
    notifiedAt: iso(incident.notifiedAt),
    clockStartAt: incident.clockStartAt.toISOString(),
    clockBasis: incident.clockBasis,
    openedAt: incident.openedAt.toISOString(),
    acknowledgedAt: iso(incident.acknowledgedAt),
    acknowledgedBy: incident.acknowledgedBy,
    holder: incident.holder,
    returnedBy: incident.returnedBy,
    articleCount: Number(reach?.articles ?? 0),
    sourceCount: Number(reach?.sources ?? 0),
  };
}

function clockView(clock: IncidentClock, formerly: ClockView['formerly'], now: Date): ClockView {
  return {
    id: clock.id,
    kind: clock.kind,
    cycleNo: clock.cycleNo,
    startAt: clock.startAt.toISOString(),
    dueAt: clock.dueAt.toISOString(),
    state: standing(clock, now),
    metAt: iso(clock.metAt),
    bornOverdue: bornOverdue(clock),
    citation: clock.citation,
    formerly,
  };
}

function iso(instant: Date | null): string | null {
  return instant?.toISOString() ?? null;
}
