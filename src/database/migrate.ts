import { DEFAULT_SCHEMA, runMigrations as migrateQueue } from 'bullmq';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { MIGRATIONS } from './migrations.js';

/** Any number that only this product uses: one process migrates at a time. */
const MIGRATION_LOCK = 7_214_905;

/**
 * Brings the database up to date: the queue's own tables first, then ours. Safe to call from many processes at once.
 * @param url connection of the owner of the database
 * @throws when the server is unreachable or the user may not create tables and roles
 */
export async function migrate(url: string): Promise<void> {
  const guard = new pg.Client({ connectionString: url });
  await guard.connect();
  try {
    await guard.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await migrateQueue(guard, DEFAULT_SCHEMA);
    await migrateOurs(url);
  } finally {
    await guard.end();
  }
}

async function migrateOurs(url: string): Promise<void> {
  const source = new DataSource({ type: 'postgres', url, migrations: MIGRATIONS, migrationsTransactionMode: 'each' });
  await source.initialize();
  try {
    await source.runMigrations();
  } finally {
    await source.destroy();
  }
}
