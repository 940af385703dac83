import { resolve } from 'node:path';
import { Test, type TestingModule } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { insertAlert, insertNotice } from '../../test/support/notice-rows.js';
import { insertPerson } from '../../test/support/roster-rows.js';
import { DatabaseModule } from '../database/database.module.js';
import { loadSettings, Settings } from '../settings/settings.js';
import { SettingsModule } from '../settings/settings.module.js';
import { FailureReports } from './failure-report.js';
import { DispatchingModule } from './notices.module.js';

/** An office whose desk has no address of its own: nobody hears before somebody stands there. */
let database: TestDatabase;
let worker: TestingModule;
let db: DataSource;

beforeAll(async () => {
  database = await createTestDatabase();
  const read = loadSettings({ DATABASE_URL: database.url }, resolve(__dirname, '../..'));
  const units = read.rules.bureaus.units.map((unit) => ({ ...unit, contacts: {} }));
  const rules = { ...read.rules, bureaus: { ...read.rules.bureaus, units } };
  const settings = new Settings(read.env, read.policy, rules, read.sources, read.root);
  worker = await Test.createTestingModule({
    imports: [SettingsModule.of(settings), DatabaseModule, DispatchingModule],
  }).compile();
  db = worker.get(DataSource);
});
beforeEach(() => db.query('delete from delivery_failure'));
afterAll(async () => {
  await worker.close();
  await database.drop();
});

async function notArrived(count: number): Promise<string> {
  const { alertId, incidentId } = await insertAlert(db);
  for (let n = 0; n < count; n += 1) {
    const id = await insertNotice(db, { alertId, incidentId }, { recipient: `NO_${n}` });
    await db.query(`insert into delivery_failure (notice_id, at) values ($1, app_now() - interval '1 minute')`, [id]);
  }
  return incidentId;
}

const tells = () => worker.get(FailureReports).tellOwner();
const journalled = async (incidentId: string) =>
  (
    await db.query<{ kind: string }[]>('select kind from journal where incident_id = $1 order by seq', [incidentId])
  ).map(({ kind }) => kind);
const linesTo = async (recipient: string, incidentId: string) =>
  (
    await db.query<{ zh: string[] }[]>(
      `select payload->'lines'->'zh' as zh from notice where recipient_id = $1 and incident_id = $2 and report_id is not null`,
      [recipient, incidentId],
    )
  ).flatMap(({ zh }) => zh);

test('what did not arrive stays to be told while nobody stands at the desk, is journalled once, and is told when somebody does', async () => {
  const incidentId = await notArrived(1);
  for (let look = 0; look < 3; look += 1) await tells();
  expect(await journalled(incidentId)).toEqual(['duty.nobody']);
  expect(await db.query('select from delivery_report')).toEqual([]);
  const officer = await insertPerson(db, 'later', { role: 'duty_officer' });
  for (let look = 0; look < 3; look += 1) await tells();
  expect(await journalled(incidentId)).toEqual(['duty.nobody', 'notice.owner_told']);
  expect((await linesTo(officer, incidentId)).at(-1)).toContain('1 条通知未能送达');
  expect(await db.query('select from delivery_failure where report_id is null')).toEqual([]);
});

test('a message about many names the first five and tells how many there are', async () => {
  const officer = await insertPerson(db, 'reader', { role: 'duty_officer' });
  const incidentId = await notArrived(12);
  await tells();
  const lines = await linesTo(officer, incidentId);
  expect(lines.filter((line) => line.endsWith('未送达'))).toHaveLength(5);
  expect(lines).toContain('另有 7 条');
  expect(lines.at(-1)).toContain('12 条通知未能送达');
});

test('a failure that belongs to no case is not met again and again', async () => {
  await db.query(
    `with c as (insert into campaign default values returning id), p as (
       insert into campaign_paper (campaign_id, kind, day, from_at, to_at, body, sha256)
       select id, 'digest', '2026-11-22', app_now(), app_now(), '{}', '' from c returning id
     ), n as (
       insert into notice (paper_id, recipient_id, channel, state, payload, next_at)
       select id, 'X', 'email', 'pending', '{}', app_now() from p returning id
     ) insert into delivery_failure (notice_id, at) select id, app_now() - interval '1 minute' from n`,
  );
  expect(await tells()).toBe(0);
});
