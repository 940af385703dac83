import { BadRequestException, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { ImportResult } from '../../contract/opml.js';
import type { Person } from '../../contract/session.js';
import { databaseNow } from '../../database/time.js';
import { append } from '../../journal/append.js';
import { exportMade } from '../../journal/exports/export-made.js';
import { planImport } from './plan-import.js';
import { type ListedFeed, OpmlFault, readOpml } from './read-opml.js';
import { type ExportedSource, writeOpml } from './write-opml.js';

/** One import at a time, so that two of the same list add each source once. */
const LOCK = 'huiying:source-import';
/** First visits of a long list begin so far apart. */
const APART_SECONDS = 0.2;

const LISTED = `
  select id, name, url, tier, family, folder, expected_seconds as "expectedSeconds" from source
  where origin <> 'built_in' and url <> '' and (enabled or origin = 'api')
  order by array_position(array['core', 'regular', 'wide'], tier), id`;
const INSERT = `
  insert into source (id, name, url, tier, family, folder, expected_seconds, origin, next_visit_at)
  select f.id, f.name, f.url, f.tier, f.family, f.folder, f.expected, 'api', app_now() + make_interval(secs => (f.place - 1) * $8::float8)
  from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::int[])
    with ordinality f(id, name, url, tier, family, folder, expected, place)
  on conflict (id) do nothing returning id`;

/** Lists of sources, taken from and given to other feed readers. */
@Injectable()
export class OpmlFiles {
  constructor(private readonly db: DataSource) {}

  /** All sources that are visited, in their folders; that they were taken out is journalled. */
  export(by: Person): Promise<string> {
    return this.db.transaction(async (tx) => {
      const sources = await tx.query<ExportedSource[]>(LISTED);
      const text = writeOpml(sources, await databaseNow(tx));
      await append(tx, [
        exportMade({ what: 'sources', filter: { format: 'opml' }, rows: sources.length, text }, by.id),
      ]);
      return text;
    });
  }

  /** Adds what is new; the sources that are there stay as they are. @throws BadRequestException when the text is no OPML */
  import(opml: string, by: Person): Promise<ImportResult> {
    const feeds = feedsOf(opml);
    return this.db.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock(hashtext($1))', [LOCK]);
      // Built-in sources too: their ids are taken.
      const existing = await tx.query<ExportedSource[]>('select id, url, family from source order by id');
      const { add, known, refused } = planImport(feeds, existing);
      const added = await insert(tx, add);
      const row = { kind: 'source.imported', incidentId: null, actor: by.id, data: { count: added.length } };
      if (added.length > 0) await append(tx, [row]);
      return { added: added.map(({ id, name }) => ({ id, name })), known, refused };
    });
  }
}

function feedsOf(opml: string): ListedFeed[] {
  try {
    return readOpml(opml);
  } catch (error) {
    if (error instanceof OpmlFault) throw new BadRequestException(error.message);
    throw error;
  }
}

/** @returns those added; an id that somebody took in this very moment is left out, and added by the next import */
async function insert(tx: EntityManager, sources: ExportedSource[]): Promise<ExportedSource[]> {
  if (sources.length === 0) return [];
  const fields = ['id', 'name', 'url', 'tier', 'family', 'folder', 'expectedSeconds'] as const;
  const columns = fields.map((field) => sources.map((source) => source[field]));
  const rows = await tx.query<{ id: string }[]>(INSERT, [...columns, APART_SECONDS]);
  const added = new Set(rows.map(({ id }) => id));
  return sources.filter(({ id }) => added.has(id));
}
