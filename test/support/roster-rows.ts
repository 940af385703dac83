import type { DataSource } from 'typeorm';

const NOBODYS_PASSWORD = '-';

interface WantedPerson {
  role: string;
  bureau?: string | null;
  /** `channel: address`, or with `!` before the address for one that is proven. */
  ways?: Record<string, string>;
}

/** An account that never signs in, with its ways. @returns its id */
export async function insertPerson(db: DataSource, name: string, wanted: WantedPerson): Promise<string> {
  const [row] = await db.query<{ id: string }[]>(
    `insert into account (username, display_name, password_hash, role, bureau) values ($1, $1, $2, $3, $4) returning id`,
    [name, NOBODYS_PASSWORD, wanted.role, wanted.bureau ?? null],
  );
  if (!row) throw new Error('no account was inserted');
  for (const [channel, address] of Object.entries(wanted.ways ?? {})) {
    await insertWay(db, row.id, { channel, address: address.replace('!', ''), proven: address.startsWith('!') });
  }
  return row.id;
}

export async function insertWay(
  db: DataSource,
  accountId: string,
  way: { channel: string; address: string; proven?: boolean; rank?: number },
): Promise<void> {
  await db.query(
    `insert into contact_way (account_id, channel, address, rank, proven_at)
     values ($1, $2, $3, $4, case when $5 then app_now() end)`,
    [accountId, way.channel, way.address, way.rank ?? 1, way.proven ?? false],
  );
}

/** A turn from so many hours before now to so many after. @returns its id */
export async function insertShift(
  db: DataSource,
  accountId: string,
  { post = 'press_office', seat = 'main', from = -1, to = 7 } = {},
): Promise<string> {
  const [row] = await db.query<{ id: string }[]>(
    `insert into duty_shift (post, seat, account_id, starts_at, ends_at, created_by)
     values ($1, $2, $3, app_now() + $4 * interval '1 hour', app_now() + $5 * interval '1 hour', 'test') returning id`,
    [post, seat, accountId, from, to],
  );
  if (!row) throw new Error('no shift was inserted');
  return row.id;
}
