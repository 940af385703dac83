import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { migrate } from '../../src/database/migrate.js';

const TEMPLATE = 'huiying_template';
/** Any number: one worker makes the template, the others wait for it. */
const TEMPLATE_LOCK = 2_511_001;

export interface TestDatabase {
  /** Connection of the owner. */
  url: string;
  /** Ends every connection and removes the database. */
  drop(): Promise<void>;
}

/** A database of its own for one spec file: a clone of a template that is migrated once per run. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  await asOwner(async (client) => {
    await makeTemplate(client);
    await client.query(`create database ${name} template ${TEMPLATE}`);
  });
  return {
    url: urlOf(name),
    drop: () => asOwner(async (client) => void (await client.query(`drop database if exists ${name} with (force)`))),
  };
}

/** An empty database, not migrated, for specs of the migrations themselves. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  await asOwner(async (client) => void (await client.query(`create database ${name}`)));
  return {
    url: urlOf(name),
    drop: () => asOwner(async (client) => void (await client.query(`drop database if exists ${name} with (force)`))),
  };
}

async function makeTemplate(client: pg.Client): Promise<void> {
  await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [TEMPLATE]);
    if (rowCount) return;
    // Renamed only when whole, so a failed migration is met again by the next spec instead of being cloned.
    const raw = `${TEMPLATE}_raw`;
    await client.query(`drop database if exists ${raw} with (force)`);
    await client.query(`create database ${raw}`);
    await migrate(urlOf(raw));
    await client.query(`alter database ${raw} rename to ${TEMPLATE}`);
  } finally {
    await client.query('select pg_advisory_unlock($1)', [TEMPLATE_LOCK]);
  }
}

async function asOwner(work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf('postgres') });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function urlOf(name: string): string {
  const server = process.env['HUIYING_TEST_SERVER'];
  if (!server) throw new Error('HUIYING_TEST_SERVER is not set: run Jest with -c test/jest.config.cjs');
  return `${server}/${name}`;
}
