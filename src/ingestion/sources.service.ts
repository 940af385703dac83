import { BadRequestException, ConflictException, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import type { Person } from '../contract/session.js';
import type { newSource, SourceView } from '../contract/source.js';
import { append } from '../journal/append.js';
import { checkLiteral } from './fetching/address-guard.js';

export type NewSource = z.infer<typeof newSource>;

type Instants = 'nextVisitAt' | 'lastVisitAt' | 'lastOkAt' | 'lastNewAt';
type SourceRow = Omit<SourceView, Instants> & Record<Instants, Date | null>;

const COLUMNS = `id, name, url, tier, family, origin, enabled, failures,
  next_visit_at as "nextVisitAt", last_visit_at as "lastVisitAt", last_ok_at as "lastOkAt", last_new_at as "lastNewAt",
  last_outcome as "lastOutcome", last_detail as "lastDetail"`;

const instant = (at: Date | null): string | null => at?.toISOString() ?? null;

function viewOf(row: SourceRow): SourceView {
  const { nextVisitAt, lastVisitAt, lastOkAt, lastNewAt } = row;
  return {
    ...row,
    nextVisitAt: instant(nextVisitAt),
    lastVisitAt: instant(lastVisitAt),
    lastOkAt: instant(lastOkAt),
    lastNewAt: instant(lastNewAt),
  };
}

/** The sources as people see and add them. */
@Injectable()
export class SourcesService {
  constructor(private readonly db: DataSource) {}

  async list(): Promise<SourceView[]> {
    const rows = await this.db.query<SourceRow[]>(
      `select ${COLUMNS} from source where origin <> 'built_in' order by array_position(array['core', 'regular', 'wide'], tier), id`,
    );
    return rows.map(viewOf);
  }

  /**
   * Adds a source; it is visited at once. It may never lead to a private address: that is for the configuration file.
   * @throws ConflictException when the id is taken
   * @throws BadRequestException when the address is written as a private one
   */
  async add(wanted: NewSource, by: Person): Promise<SourceView> {
    refusePrivate(wanted.url);
    return this.db.transaction(async (tx) => {
      const [row] = await tx.query<SourceRow[]>(
        `insert into source (id, name, url, tier, family, origin, next_visit_at)
         values ($1, $2, $3, $4, $5, 'api', app_now()) on conflict (id) do nothing returning ${COLUMNS}`,
        [wanted.id, wanted.name, wanted.url, wanted.tier, wanted.family],
      );
      if (!row) throw new ConflictException(`来源编号已被使用：${wanted.id} · this id is in use: choose another`);
      const data = { sourceId: wanted.id, url: wanted.url, tier: wanted.tier };
      await append(tx, [{ kind: 'source.added', incidentId: null, actor: by.id, data }]);
      return viewOf(row);
    });
  }
}

function refusePrivate(url: string): void {
  try {
    checkLiteral(new URL(url).hostname);
  } catch (error) {
    throw new BadRequestException((error as Error).message);
  }
}
