import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { migrate } from '../../database/migrate.js';

/**
 * A migrated database of its own on the server of `url`, removed after the work: a bench never touches the office's data.
 * @param url of the server's owner; start.mjs gives benches a throw-away embedded server
 * @throws when no server is given
 */
export async function withScratchDatabase<T>(url: string | undefined, work: (url: string) => Promise<T>): Promise<T> {
  const scratch = await openScratchDatabase(url);
  try {
    return await work(scratch.url);
  } finally {
    await scratch.drop();
  }
}

/** The same for work that yields: the caller drops it. */
export async function openScratchDatabase(
  url: string | undefined,
): Promise<{ url: string; drop: () => Promise<void> }> {
  if (!url) throw new Error('DATABASE_URL 未设置 · is not set: start the bench with `npm run bench`');
  const name = `bench_${randomBytes(6).toString('hex')}`;
  await asOwner(url, `create database ${name}`);
  const address = new URL(url);
  address.pathname = `/${name}`;
  await migrate(address.href);
  return { url: address.href, drop: () => asOwner(url, `drop database if exists ${name} with (force)`) };
}

async function asOwner(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
