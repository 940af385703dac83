import { ConflictException, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Person } from '../../contract/session.js';
import type { NewSource, SourceQuery, SourceView } from '../../contract/source.js';
import { append } from '../../journal/append.js';
import { Settings } from '../../settings/settings.js';
import { folderPath } from './folder-path.js';
import { refusePrivate } from './public-address.js';
import { readSource, readSources } from './source-reader.js';

/** The sources as people see and add them. */
@Injectable()
export class SourcesService {
  constructor(
    private readonly db: DataSource,
    private readonly settings: Settings,
  ) {}

  async page({ cursor, limit }: SourceQuery): Promise<{ items: SourceView[]; next: string | null }> {
    const wanted = { after: cursor, most: limit + 1 };
    const found = await readSources(this.db.manager, this.settings.policy.collection, wanted);
    const items = found.slice(0, limit);
    return { items, next: found.length > limit ? (items.at(-1)?.id ?? null) : null };
  }

  /**
   * Adds a source; it is visited at once. It may never lead to a private address: that is for the configuration file.
   * @throws ConflictException when the id is taken
   * @throws BadRequestException when the address is written as a private one
   */
  async add(wanted: NewSource, by: Person): Promise<SourceView> {
    refusePrivate(wanted.url);
    const { id, name, url, tier, kind, family, folder } = wanted;
    return this.db.transaction(async (tx) => {
      const [added] = await tx.query<object[]>(
        `insert into source (id, name, url, tier, family, folder, kind, origin, next_visit_at)
         values ($1, $2, $3, $4, $5, $6, $7, 'api', app_now()) on conflict (id) do nothing returning id`,
        [id, name, url, tier, family, folderPath(folder), kind],
      );
      if (!added) throw new ConflictException(`来源编号已被使用：${id} · this id is in use: choose another`);
      const view = await readSource(tx, this.settings.policy.collection, id);
      await append(tx, [
        { kind: 'source.added', incidentId: null, actor: by.id, data: { sourceId: id, url, tier, kind } },
      ]);
      return view;
    });
  }
}
