import { ConflictException, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Person } from '../../contract/session.js';
import type { ChangeSource, SourceView } from '../../contract/source.js';
import { append } from '../../journal/append.js';
import { Settings } from '../../settings/settings.js';
import { endBlindness } from '../blindness.js';
import { folderPath } from './folder-path.js';
import { type HeldSource, holdSource } from './held-source.js';
import { refusePrivate } from './public-address.js';
import { readSource } from './source-reader.js';

const FIELDS = ['name', 'url', 'tier', 'kind', 'family', 'folder', 'expectedSeconds'] as const;
type Field = (typeof FIELDS)[number];
type Changes = Partial<Record<Field, { from: unknown; to: unknown }>>;

/** What people change of a source. */
@Injectable()
export class SourceChanges {
  constructor(
    private readonly db: DataSource,
    private readonly settings: Settings,
  ) {}

  /**
   * Changes what the wish names. A new address forgets what the old one's server said and is visited at once.
   * @throws ConflictException for what the configuration file says, and for the address of an intake
   */
  change(id: string, wish: ChangeSource, by: Person): Promise<SourceView> {
    return this.db.transaction(async (tx) => {
      const held = await holdSource(tx, id);
      const changes = changesOf(held, wish);
      this.refuse(held, changes);
      await this.write(tx, { ...held, ...newValues(changes) }, changes);
      const view = await readSource(tx, this.settings.policy.collection, id);
      const row = { kind: 'source.changed', incidentId: null, actor: by.id, data: { sourceId: id, changes } };
      if (Object.keys(changes).length > 0) await append(tx, [row]);
      return view;
    });
  }

  private refuse(held: HeldSource, changes: Changes): void {
    if (held.origin === 'file' && Object.keys(changes).some((field) => this.isSaidByFile(held, field))) {
      throw new ConflictException(
        '这个来源写在配置文件里：请改 config/sources.yaml 后重启，这里只能改预期周期 · it stands in the configuration file: edit that and restart; only the expected period can be changed here',
      );
    }
    const url = changes.url?.to;
    if (typeof url !== 'string') return;
    if (held.isIntake)
      throw new ConflictException(
        '外部接入没有采集地址，不能修改 · an intake is sent to us: it has no address to change',
      );
    refusePrivate(url);
  }

  private isSaidByFile({ id }: HeldSource, field: string): boolean {
    const declared = this.settings.sources.find((source) => source.id === id);
    return field !== 'expectedSeconds' || declared?.expectedSeconds !== undefined;
  }

  private async write(tx: EntityManager, wanted: HeldSource, changes: Changes): Promise<void> {
    if (changes.tier?.from === 'core')
      await endBlindness(tx, [wanted.id], this.settings.policy.collection.blindAfterSeconds);
    await tx.query(
      `update source set name = $2, url = $3, tier = $4, family = $5, folder = $6, expected_seconds = $7, kind = $8,
         etag = case when url = $3 then etag end, last_modified = case when url = $3 then last_modified end,
         next_visit_at = case when url = $3 then next_visit_at else app_now() end
       where id = $1`,
      [
        ...[wanted.id, wanted.name, wanted.url, wanted.tier, wanted.family, wanted.folder, wanted.expectedSeconds],
        wanted.kind,
      ],
    );
  }
}

function changesOf(held: HeldSource, wish: ChangeSource): Changes {
  const wanted = wish.folder === undefined ? wish : { ...wish, folder: folderPath(wish.folder) };
  const differing = FIELDS.filter((field) => wanted[field] !== undefined && wanted[field] !== held[field]);
  return Object.fromEntries(differing.map((field) => [field, { from: held[field], to: wanted[field] }]));
}

function newValues(changes: Changes): Partial<HeldSource> {
  return Object.fromEntries(Object.entries(changes).map(([field, { to }]) => [field, to]));
}
