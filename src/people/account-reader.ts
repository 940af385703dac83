import { Injectable, NotFoundException } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { AccountPage, AccountQuery, AccountView, SignInPage, SignInQuery } from '../contract/account.js';
import type { JournalLine } from '../contract/incident.js';
import { Settings } from '../settings/settings.js';
import { endOfBureau } from './account-bureau.js';

/** Counted as of now: sessions end, and locks run out, without anybody's doing. */
const ACCOUNTS = `
  select a.id, a.username, a.display_name as "displayName", a.role, a.bureau, a.position, a.version,
    a.must_change_password as "mustChangePassword", a.created_at as "createdAt", a.disabled_at as "disabledAt",
    a.last_sign_in_at as "lastSignInAt", app_now() as now,
    (select max(t.locked_until) from sign_in_try t
      where t.subject = a.id::text and t.locked_until > app_now()) as "lockedUntil",
    (select count(*)::int from web_session w where w.sess->>'accountId' = a.id::text and w.expire > now()
      and w.sess->>'role' = a.role and coalesce((w.sess->>'epoch')::int, 0) = a.session_epoch) as "openSessions"
  from account a`;

/** `$1`: words, each of which must stand in a name or the position; `$2`: the role. */
const ASKED = `($2::text is null or a.role = $2) and not exists (select from unnest($1::text[]) word
  where strpos(lower(concat_ws(' ', a.username, a.display_name, a.position)), lower(word)) = 0)`;

type Row = Omit<AccountView, 'createdAt' | 'disabledAt' | 'lastSignInAt' | 'lockedUntil' | 'bureauEndedOn'> &
  Record<'disabledAt' | 'lastSignInAt' | 'lockedUntil', Date | null> & { createdAt: Date; now: Date };

/** Accounts as their keepers see them, and what the journal tells of sign-ins. */
@Injectable()
export class AccountReader {
  constructor(
    private readonly db: DataSource,
    private readonly settings: Settings,
  ) {}

  /** Accounts by user name, disabled ones too. */
  async page({ q = '', role, cursor, limit }: AccountQuery): Promise<AccountPage> {
    const asked = [q.split(/\s+/).filter((word) => word !== ''), role ?? null];
    const rows = await this.db.query<Row[]>(
      `${ACCOUNTS} where ${ASKED} and ($3::text is null or a.username > $3) order by a.username limit $4`,
      [...asked, cursor ?? null, limit + 1],
    );
    const [count] = await this.db.query<{ total: number }[]>(
      `select count(*)::int as total from account a where ${ASKED}`,
      asked,
    );
    const items = rows.slice(0, limit).map((row) => this.viewOf(row));
    const next = rows.length > limit ? (items.at(-1)?.username ?? null) : null;
    return { items, next, total: count?.total ?? 0 };
  }

  /** @throws NotFoundException */
  async one(id: string, db: EntityManager = this.db.manager): Promise<AccountView> {
    const [row] = await db.query<Row[]>(`${ACCOUNTS} where a.id = $1`, [id]);
    if (!row) throw new NotFoundException('没有这个账号 · no such account');
    return this.viewOf(row);
  }

  async signIns({ before, limit }: SignInQuery): Promise<SignInPage> {
    const rows = await this.db.query<{ body: string }[]>(
      `select body from journal where (kind like 'person.%' or kind like 'account.%') and seq < coalesce($1, seq + 1)
       order by seq desc limit $2`,
      [before ?? null, limit + 1],
    );
    const items = rows.slice(0, limit).map(({ body }) => JSON.parse(body) as JournalLine);
    return { items, next: rows.length > limit ? (items.at(-1)?.seq ?? null) : null };
  }

  private viewOf({ now, createdAt, disabledAt, lastSignInAt, lockedUntil, ...row }: Row): AccountView {
    return {
      ...row,
      createdAt: createdAt.toISOString(),
      disabledAt: disabledAt?.toISOString() ?? null,
      lastSignInAt: lastSignInAt?.toISOString() ?? null,
      lockedUntil: lockedUntil?.toISOString() ?? null,
      bureauEndedOn: endOfBureau(this.settings.rules.bureaus.units, row.bureau, now),
    };
  }
}
