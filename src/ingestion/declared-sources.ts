import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Settings } from '../settings/settings.js';

/** One process at a time brings the table up to the file. */
const LOCK = 'huiying:declared-sources';
const COLUMNS = ['id', 'name', 'url', 'tier', 'family'] as const;

/** Brings `config/sources.yaml` into the `source` rows at start; what the file no longer names is no longer visited. */
@Injectable()
export class DeclaredSources implements OnApplicationBootstrap {
  constructor(
    private readonly db: DataSource,
    private readonly settings: Settings,
  ) {}

  onApplicationBootstrap(): Promise<void> {
    return this.sync();
  }

  /** Idempotent. A source whose address changed forgets its ETag and is visited at once; its history stays. */
  async sync(): Promise<void> {
    const { sources } = this.settings;
    const columns = COLUMNS.map((name) => sources.map((source) => source[name]));
    const allowed = sources.map((source) => source.allowPrivateNetwork);
    await this.db.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock(hashtext($1))', [LOCK]);
      await tx.query(UPSERT, [...columns, allowed]);
      await tx.query(`update source set enabled = false where origin = 'file' and id <> all($1)`, [columns[0]]);
    });
  }
}

const UPSERT = `
  insert into source as known (id, name, url, tier, family, allow_private_network, origin, next_visit_at)
  select f.*, 'file', app_now() from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::boolean[]) f
  on conflict (id) do update set
    name = excluded.name, tier = excluded.tier, family = excluded.family, origin = 'file', enabled = true,
    allow_private_network = excluded.allow_private_network, url = excluded.url,
    etag = case when known.url = excluded.url then known.etag end,
    last_modified = case when known.url = excluded.url then known.last_modified end,
    next_visit_at = case
      when known.url = excluded.url and known.enabled then coalesce(known.next_visit_at, app_now())
      else app_now() end`;
