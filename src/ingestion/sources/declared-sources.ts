import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Settings } from '../../settings/settings.js';
import { endBlindness } from '../blindness.js';
import { folderPath } from './folder-path.js';

/** One process at a time brings the table up to the file. */
const LOCK = 'huiying:declared-sources';

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

  /**
   * Idempotent. A source whose address changed forgets its ETag and is visited at once; its history stays. A paused source stays
   * paused, and an expected period that people set holds as long as the file names none.
   */
  async sync(): Promise<void> {
    await this.db.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock(hashtext($1))', [LOCK]);
      await this.closeLeavingCore(tx);
      await tx.query(UPSERT, this.columns());
      await tx.query(`update source set enabled = false where origin = 'file' and enabled and id <> all($1)`, [
        this.settings.sources.map(({ id }) => id),
      ]);
    });
  }

  /** Core sources that the file no longer names as such, or at all. */
  private async closeLeavingCore(tx: EntityManager): Promise<void> {
    const core = this.settings.sources.filter(({ tier }) => tier === 'core').map(({ id }) => id);
    const leaving = await tx.query<{ id: string }[]>(
      `select id from source where origin = 'file' and tier = 'core' and enabled and id <> all($1)`,
      [core],
    );
    const ids = leaving.map(({ id }) => id);
    await endBlindness(tx, ids, this.settings.policy.collection.blindAfterSeconds);
  }

  private columns(): unknown[][] {
    const { sources } = this.settings;
    return [
      sources.map(({ id }) => id),
      sources.map(({ name }) => name),
      sources.map(({ url }) => url),
      sources.map(({ tier }) => tier),
      sources.map(({ family }) => family),
      sources.map(({ folder }) => folderPath(folder ?? null)),
      sources.map(({ expectedSeconds }) => expectedSeconds ?? null),
      sources.map(({ allowPrivateNetwork }) => allowPrivateNetwork),
      sources.map(({ kind }) => kind),
    ];
  }
}

const UPSERT = `
  insert into source as known
    (id, name, url, tier, family, folder, expected_seconds, allow_private_network, kind, origin, next_visit_at)
  select f.*, 'file', app_now() from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::int[],
    $8::boolean[], $9::text[]) f
  on conflict (id) do update set
    name = excluded.name, tier = excluded.tier, kind = excluded.kind, family = excluded.family, folder = excluded.folder, origin = 'file', enabled = true,
    allow_private_network = excluded.allow_private_network, url = excluded.url,
    expected_seconds = coalesce(excluded.expected_seconds, known.expected_seconds),
    etag = case when known.url = excluded.url then known.etag end,
    last_modified = case when known.url = excluded.url then known.last_modified end,
    next_visit_at = case
      when known.url = excluded.url and known.enabled then coalesce(known.next_visit_at, app_now())
      else app_now() end
  where not exists (select from intake where intake.id = known.id)`;
