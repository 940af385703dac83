import { ConflictException, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { SavedView, SaveView } from '../../contract/saved-view.js';

/** As many as one finds again by looking. */
const MOST = 50;

/** 常用视图: each person keeps and sees only her own; the journal is not told of them. */
@Injectable()
export class SavedViewsService {
  constructor(private readonly db: DataSource) {}

  async of(accountId: string): Promise<SavedView[]> {
    const rows = await this.db.query<(Omit<SavedView, 'savedAt'> & { savedAt: Date })[]>(
      `select id, page, name, search, saved_at as "savedAt" from saved_view where account_id = $1 order by page, saved_at, id`,
      [accountId],
    );
    return rows.map((row) => ({ ...row, savedAt: row.savedAt.toISOString() }));
  }

  /** @throws ConflictException when the person has as many as there may be */
  async save(accountId: string, { page, name, search }: SaveView): Promise<SavedView[]> {
    const [kept] = await this.db.query<unknown[]>(
      `insert into saved_view (account_id, page, name, search)
       select $1, $2, $3, $4
       where exists (select from saved_view where account_id = $1 and page = $2 and name = $3)
          or (select count(*) from saved_view where account_id = $1) < $5
       on conflict (account_id, page, name) do update set search = excluded.search
       returning 1`,
      [accountId, page, name, search, MOST],
    );
    if (!kept)
      throw new ConflictException(`常用视图最多 ${MOST} 个,请先删除不用的 · at most ${MOST} views: remove some first`);
    return this.of(accountId);
  }

  /** What is gone, or another's, is gone: no error. */
  async remove(accountId: string, id: string): Promise<void> {
    await this.db.query('delete from saved_view where id = $1 and account_id = $2', [id, accountId]);
  }
}
