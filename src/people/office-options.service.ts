import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { OfficeOptions } from '../contract/office-options.js';
import { append } from '../journal/append.js';

/** What an administrator switches for everybody while the product runs. */
@Injectable()
export class OfficeOptionsService {
  constructor(private readonly db: DataSource) {}

  async read(): Promise<OfficeOptions> {
    const [options] = await this.db.query<OfficeOptions[]>('select watermark from office_options');
    if (!options) throw new Error('office_options is empty: the database was not migrated');
    return options;
  }

  /** What changes nothing leaves no row in the journal. */
  set({ watermark }: OfficeOptions, by: string): Promise<OfficeOptions> {
    return this.db.transaction(async (tx) => {
      const [changed] = await tx.query<[unknown[], number]>(
        'update office_options set watermark = $1 where watermark <> $1 returning 1',
        [watermark],
      );
      const row = { kind: 'office.options_changed', incidentId: null, actor: by, data: { watermark } };
      await append(tx, changed.length > 0 ? [row] : []);
      return { watermark };
    });
  }
}
