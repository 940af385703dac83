import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Holdings, PurgeLine, PurgePage, PurgeQuery } from '../../contract/evidence.js';
import { Settings } from '../../settings/settings.js';

const LAST_DAYS = 30;

type Instants = 'olderThan' | 'lastAt';
type Line = Omit<PurgeLine, Instants> & Record<Instants, Date>;

const LINES = `
  select day::text, what, rows::float8, bytes::float8, older_than as "olderThan", last_at as "lastAt" from purge_report
  where day >= coalesce($1::date, (app_now() at time zone 'Asia/Shanghai')::date - ${LAST_DAYS}) and day <= coalesce($2::date, 'infinity')
  order by day desc, what`;

/** A large table is not counted but estimated; its size on disk is always exact. */
const heldOf = (table: string): string => `jsonb_build_object(
  'rows', case when pg_relation_size('${table}') < 50_000_000 then (select count(*) from ${table})
    else (select greatest(reltuples, 0)::bigint from pg_class where oid = '${table}'::regclass) end,
  'bytes', pg_total_relation_size('${table}'))`;

const HELD = `
  select pg_database_size(current_database())::float8 as "databaseBytes", ${heldOf('article')} as articles, ${heldOf('visit')} as visits,
    ${heldOf('response_body')} || (select jsonb_build_object('rows', count(*), 'pinned', count(*) filter (where pinned))
      from response_body where blob is not null) as captures,
    ${heldOf('response_blob')} || (select jsonb_build_object('rawBytes', coalesce(sum(size), 0)) from response_blob) as blobs`;

/** What was purged, day by day, and what is held now. */
@Injectable()
export class PurgeRecord {
  constructor(
    private readonly db: DataSource,
    private readonly settings: Settings,
  ) {}

  async read({ from, to }: PurgeQuery): Promise<PurgePage> {
    const lines = await this.db.query<Line[]>(LINES, [from ?? null, to ?? null]);
    const [holdings] = await this.db.query<Holdings[]>(HELD);
    if (!holdings) throw new Error('the holdings could not be counted');
    const items = lines.map(({ olderThan, lastAt, ...line }) => ({
      ...line,
      olderThan: olderThan.toISOString(),
      lastAt: lastAt.toISOString(),
    }));
    const { bodyHours, visitDays, articleDays } = this.settings.policy.retention;
    return { items, holdings, retention: { bodyHours, visitDays, articleDays } };
  }
}
