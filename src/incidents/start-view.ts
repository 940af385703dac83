import type { EntityManager } from 'typeorm';
import type { ClockView } from '../contract/clock.js';
import type { IncidentView } from '../contract/incident.js';
import type { Incident } from './incident.entity.js';

type Formerly = ClockView['formerly'];

/** What corrected facts have replaced, by clock, oldest first. */
export async function formerStarts(db: EntityManager, clockIds: string[]): Promise<Map<string, Formerly>> {
  const rows = await db.query<{ clockId: string; formerly: Formerly }[]>(
    `select clock_id as "clockId", jsonb_agg(jsonb_build_object('startAt', ${iso('start_at')}, 'dueAt', ${iso('due_at')},
       'metAt', ${iso('met_at')}, 'verdict', verdict, 'replacedAt', ${iso('replaced_at')}, 'replacedBy', replaced_by) order by version) as formerly
     from clock_start_before where clock_id = any($1) group by 1`,
    [clockIds],
  );
  return new Map(rows.map(({ clockId, formerly }) => [clockId, formerly]));
}

/** What reports say of an earlier start that no person has decided on yet. */
export async function openProposals(
  db: EntityManager,
  { id, clockStartAt, status }: Incident,
): Promise<IncidentView['startProposals']> {
  if (status === 'dismissed') return [];
  return db.query<IncidentView['startProposals']>(
    `select p.basis, ${iso('p.at')} as at, p.precision, p.article_id as "articleId", a.title as "articleTitle",
       s.name as "sourceName"
     from start_proposal p left join article a on a.id = p.article_id left join source s on s.id = a.source_id
     where p.incident_id = $1 and p.settled_at is null
       and p.at + case p.precision when 'day' then interval '24 hours' else interval '0' end <= $2
       and p.at < $2 order by p.at, p.basis`,
    [id, clockStartAt],
  );
}

/** As `Date.toISOString` writes it. */
function iso(column: string): string {
  return `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
