import { resolve } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import { parse } from 'yaml';
import { ReplayServer } from '../src/commands/replay-server.js';
import { SweepingModule } from '../src/escalation/escalation.module.js';
import { chooseQueueBackend } from '../src/queues/queues.module.js';
import { WorkerModule } from '../src/roles/worker.module.js';
import { loadSettings, Settings } from '../src/settings/settings.js';
import { sourcesFile } from '../src/settings/sources-file.js';
import { createTestDatabase, type TestDatabase } from './support/database.js';
import { FakeReceiver } from './support/fake-receiver.js';

const ROOT = resolve(__dirname, '..');
const TITLE = '安徽蚌埠一影城发生火灾 已致12人死亡';

/** A worker and a timer as they run, with a REDIS_URL behind which there is nothing. */
describe('with the queue away', () => {
  let database: TestDatabase;
  let feeds: ReplayServer;
  let receiver: FakeReceiver;
  let running: INestApplicationContext | undefined;

  beforeAll(async () => {
    database = await createTestDatabase();
    receiver = await FakeReceiver.start();
    feeds = new ReplayServer([{ id: 'a', title: TITLE, text: '', published: null, source: '甲报' }], {
      keepDates: false,
    });
    await feeds.start();
  });
  afterAll(async () => {
    await running?.close();
    chooseQueueBackend(undefined);
    await Promise.all([feeds.close(), receiver.stop()]);
    await database.drop();
  });

  function settings(): Settings {
    const variables = {
      DATABASE_URL: database.url,
      REDIS_URL: 'redis://127.0.0.1:1',
      WEBHOOK_SECRET: '0123456789abcdef',
      JURISDICTION: 'nation',
      LOG_LEVEL: 'silent',
    };
    const { env, policy, rules } = loadSettings(variables, ROOT);
    const units = rules.bureaus.units.map((unit) => ({ ...unit, contacts: { webhook: receiver.url } }));
    const { sources } = sourcesFile.parse(parse(feeds.sourcesFile()));
    return new Settings(env, policy, { ...rules, bureaus: { ...rules.bureaus, units } }, sources, ROOT);
  }

  it('a feed is visited, judged, its case opened and the notices sent; stopping does not wait for it', async () => {
    feeds.releaseAll(new Date());
    const given = settings();
    chooseQueueBackend(given.env.REDIS_URL);
    const testing = await Test.createTestingModule({ imports: [WorkerModule.with(given), SweepingModule] }).compile();
    running = await testing.createNestApplication({ logger: false }).init();
    await receiver.called();
    const notice = receiver.said<{ data?: { title?: string } }>().data ?? {};
    expect(notice.title).toBe(TITLE);
    const db = running.get(DataSource);
    const [counted] = await db.query<unknown[]>(
      `select (select count(*)::int from incident) as incidents,
         (select count(*)::int from article where judged_at is null) as unjudged`,
    );
    expect(counted).toEqual({ incidents: 1, unjudged: 0 });
    await running.close();
    running = undefined;
  });
});
