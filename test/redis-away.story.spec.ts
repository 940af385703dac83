import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import { OwnRedis } from '../src/commands/chaos/own-redis.js';
import { EscalationModule } from '../src/escalation/escalation.module.js';
import { Sweeper } from '../src/escalation/sweeper.js';
import { HandOpening } from '../src/incidents/open-by-hand.js';
import { Dispatcher } from '../src/notices/dispatcher.js';
import { chooseQueueBackend } from '../src/queues/queues.module.js';
import { WorkerModule } from '../src/roles/worker.module.js';
import { loadSettings, Settings } from '../src/settings/settings.js';
import { createTestDatabase, type TestDatabase } from './support/database.js';
import { FakeReceiver } from './support/fake-receiver.js';
import { MovableClock } from './support/movable-clock.js';

const ROOT = resolve(__dirname, '..');
const MINUTES = 30;
const hasRedis = spawnSync('redis-server', ['--version']).status === 0;
if (!hasRedis) console.warn('没有 redis-server,跳过 · redis-server is missing, skipped: apt-get install redis-server');

/** A worker on a Redis that dies with all it holds, and half an hour in which two limits come near. */
(hasRedis ? describe : describe.skip)('with Redis away for thirty minutes', () => {
  let database: TestDatabase;
  let clock: MovableClock;
  let receiver: FakeReceiver;
  let redis: OwnRedis;
  let running: INestApplicationContext;
  const folder = mkdtempSync(join(tmpdir(), 'huiying-redis-away-'));

  beforeAll(async () => {
    database = await createTestDatabase();
    clock = await MovableClock.install(database.url);
    receiver = await FakeReceiver.start();
    redis = await OwnRedis.open(folder);
    const given = settings();
    chooseQueueBackend(redis.url);
    const testing = await Test.createTestingModule({ imports: [WorkerModule.with(given), EscalationModule] }).compile();
    running = await testing.createNestApplication({ logger: false }).init();
  });
  afterAll(async () => {
    await running.close();
    chooseQueueBackend(undefined);
    await Promise.all([redis.kill(), receiver.stop()]);
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  function settings(): Settings {
    const variables = {
      DATABASE_URL: database.url,
      REDIS_URL: redis.url,
      WEBHOOK_SECRET: '0123456789abcdef',
      JURISDICTION: 'nation',
      LOG_LEVEL: 'silent',
    };
    const { env, policy, rules } = loadSettings(variables, ROOT);
    const contacts = { webhook: receiver.url };
    const units = rules.bureaus.units.map((unit) => ({ ...unit, contacts }));
    return new Settings(env, policy, { ...rules, bureaus: { ...rules.bureaus, units } }, [], ROOT);
  }

  /** The timer sweeps, the worker sends what there is. */
  async function settle(): Promise<void> {
    await running.get(Sweeper).sweep();
    const dispatcher = running.get(Dispatcher);
    dispatcher.wake();
    await dispatcher.idle();
  }

  async function opened(title: string, hoursAgo: number): Promise<string> {
    const occurredAt = new Date((await clock.now()).getTime() - hoursAgo * 3_600_000).toISOString();
    const actor = { id: 'duty', role: 'administrator' as const, bureau: null };
    const wish = { title, text: '', level: 'I' as const, lead: 'FILM', co: [], source: '电话', needsAnswer: false };
    return running.get(HandOpening, { strict: false }).byHand(actor, { ...wish, occurredAt });
  }

  const told = () =>
    receiver.calls.flatMap(({ body }) => {
      const { data } = JSON.parse(body) as {
        data: {
          clockKind: string;
          title: string;
          recipient: string;
          thresholds: { key: string; lateMs: number }[];
        };
      };
      const { clockKind, title, recipient, thresholds } = data;
      return thresholds.map(({ key, lateMs }) => ({ what: `${title} ${clockKind}/${key} ${recipient}`, lateMs }));
    });

  it('every deadline notice of that half hour goes out in its minute, once', async () => {
    await opened('影院起火', 4.25);
    await opened('书库起火', 4.75);
    await settle();
    const before = told().length;
    await redis.flush();
    await redis.kill();
    for (let minute = 0; minute < MINUTES; minute += 1) {
      await clock.forward({ minutes: 1 });
      await settle();
    }
    const away = told().slice(before);
    expect(away.map(({ what }) => what).sort()).toEqual(
      [
        '影院起火 statement_5h/minutes_30 FILM',
        '影院起火 statement_5h/minutes_30 GENERAL_OFFICE',
        '书库起火 statement_5h/due FILM',
        '书库起火 statement_5h/due GENERAL_OFFICE',
        '影院起火 statement_5h/target_acknowledged GENERAL_OFFICE',
        '书库起火 statement_5h/target_acknowledged GENERAL_OFFICE',
      ].sort(),
    );
    expect(Math.max(...away.map(({ lateMs }) => lateMs))).toBeLessThanOrEqual(61_000);
    const [left] = await running
      .get(DataSource)
      .query<{ n: string }[]>(
        `select (select count(*) from notice where state <> 'sent') + (select count(*) from clock_threshold where outcome is null and fire_at <= app_now()) as n`,
      );
    expect(Number(left?.n)).toBe(0);
    await redis.start();
  });
});
