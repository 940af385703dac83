import { NotFoundException } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { SourceHealth, SourceView, VisitMark, VisitOutcome } from '../../contract/source.js';
import type { Collection, Tier } from '../../domain/clocks/policy.js';
import { isBlind, WATCHED_CORE } from '../blindness.js';
import { LONGEST_TIMES, UNKNOWN_SECONDS } from '../visiting/silence.js';

/** So many of the latest visits are shown of each source. */
const STRIP = 30;

type Instants = 'pausedAt' | 'nextVisitAt' | 'lastVisitAt' | 'lastOkAt' | 'lastNewAt' | 'silentSince';
type Row = Omit<SourceView, Instants | 'budgetSeconds' | 'recent'> &
  Record<Instants, Date | null> & { recent: string | null };

/** Which sources: only the one of an id, or those behind an id in the list, as many as `most`. */
interface Wanted {
  id?: string;
  after?: string | undefined;
  most: number;
}

/**
 * The sources that people see (not the built-in ones), by id. Health is judged by database time; a source that is
 * not in use, or paused, has none. What an intake has not sent for too long is judged here, as no visit does it.
 */
export async function readSources(
  db: EntityManager,
  collection: Collection,
  { id, after, most }: Wanted,
): Promise<SourceView[]> {
  const { blindAfterSeconds, silence } = collection;
  const limits = [blindAfterSeconds, silence.times, silence.leastHours * 3_600, STRIP];
  const rows = await db.query<Row[]>(SELECT, [...limits, id ?? null, after ?? null, most]);
  return rows.map((row) => viewOf(row, collection));
}

/** @throws NotFoundException when there is none, or only a built-in one */
export async function readSource(db: EntityManager, collection: Collection, id: string): Promise<SourceView> {
  const [view] = await readSources(db, collection, { id, most: 1 });
  if (!view) throw noSource();
  return view;
}

export function noSource(): NotFoundException {
  return new NotFoundException('没有这个来源 · there is no such source');
}

/** One visit as a word: ms since 1970, outcome, new items. Half as dear as JSON, which matters for 30,000 of them. */
const MARK = `(date_part('epoch', started_at) * 1000)::bigint || ' ' || outcome || ' ' || new_items`;

const SELECT = `
  with shown as (
    select s.*, i.id is not null as is_intake,
      case when i.id is null then s.enabled else i.revoked_at is null end as in_use,
      coalesce(s.expected_seconds, s.learned_seconds) as expected
    from source s left join intake i on i.id = s.id
    where s.origin <> 'built_in' and ($5::text is null or s.id = $5) and ($6::text is null or s.id > $6)
    order by s.id limit $7
  ), heard as (
    select shown.*, case when not is_intake then silent_since
      when coalesce(last_new_at, created_at) < app_now() - make_interval(secs => greatest(
        $2 * coalesce(expected, ${UNKNOWN_SECONDS}),
        case when expected_seconds is null then ${LONGEST_TIMES} * longest_gap_seconds end,
        $3)) then coalesce(last_new_at, created_at) end as silent_from
    from shown
  )
  select id, name, url, tier, kind, family, folder, origin, failures,
    is_intake as "isIntake", in_use as enabled, paused_at as "pausedAt",
    case when paused_at is not null or not in_use then 'paused'
      when ${WATCHED_CORE} and ${isBlind('$1')} then 'blind'
      when failures > 0 then 'failing'
      when silent_from is not null then 'silent'
      when last_ok_at is null then 'waiting'
      else 'ok' end as health,
    case when is_intake or paused_at is not null or not in_use then null else next_visit_at end as "nextVisitAt",
    last_visit_at as "lastVisitAt", last_ok_at as "lastOkAt", last_new_at as "lastNewAt",
    last_outcome as "lastOutcome", last_detail as "lastDetail",
    expected as "expectedSeconds", expected_seconds is not null as "expectedIsSet", silent_from as "silentSince", strip.recent
  from heard left join lateral (
    select string_agg(${MARK}, ',') as recent
    from (select started_at, outcome, new_items from visit where source_id = heard.id order by started_at desc limit $4) latest
  ) strip on true
  order by id`;

const instant = (at: Date | null): string | null => at?.toISOString() ?? null;

function viewOf(row: Row, collection: Collection): SourceView {
  return {
    ...row,
    health: row.health satisfies SourceHealth,
    pausedAt: instant(row.pausedAt),
    nextVisitAt: instant(row.nextVisitAt),
    lastVisitAt: instant(row.lastVisitAt),
    lastOkAt: instant(row.lastOkAt),
    lastNewAt: instant(row.lastNewAt),
    silentSince: instant(row.silentSince),
    budgetSeconds: budgetOf(row.tier, collection),
    recent: stripOf(row.recent),
  };
}

function stripOf(marks: string | null): VisitMark[] {
  const visits = (marks?.split(',') ?? []).map((mark) => mark.split(' '));
  const told = visits.map(([at, outcome, newItems]) => ({ at: Number(at), outcome, newItems: Number(newItems) }));
  told.sort((one, other) => one.at - other.at);
  return told.map(({ at, outcome, newItems }) => ({
    at: new Date(at).toISOString(),
    outcome: outcome as VisitOutcome,
    newItems,
  }));
}

/** A core source that is not read for longer makes us blind; another one is late. */
function budgetOf(tier: Tier, collection: Collection): number {
  return tier === 'core' ? collection.blindAfterSeconds : collection[tier].slowest;
}
