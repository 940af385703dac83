import { resolve } from 'node:path';
import type { DynamicModule, INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DataSource } from 'typeorm';
import type { IncidentView } from '../src/contract/incident.js';
import { ReplayServer } from '../src/commands/replay-server.js';
import { FirstAccount } from '../src/people/first-account.js';
import { chooseQueueBackend } from '../src/queues/queues.module.js';
import { ApiModule } from '../src/roles/api.module.js';
import { TimerModule } from '../src/roles/timer.module.js';
import { WorkerModule } from '../src/roles/worker.module.js';
import { loadSettings, Settings } from '../src/settings/settings.js';
import { createTestDatabase, type TestDatabase } from './support/database.js';
import { FakeReceiver } from './support/fake-receiver.js';
import { FakeSmtp } from './support/fake-smtp.js';
import { serve } from './support/office.js';
import { Screen } from './support/screen.js';

const ROOT = resolve(__dirname, '..');
const PASSWORD = 'spine-story-password';

/** Four papers: two tell of one fire, two of nothing that starts a clock. */
const ITEMS = [
  {
    source: 'a',
    title: '甲省乙市一影院发生火灾 已致13人遇难',
    text: '今天,甲省乙市一影院发生火灾,目前已造成13人遇难,4人受伤。',
  },
  {
    source: 'b',
    title: '乙市影院火灾遇难人数为13人',
    text: '甲省乙市应急管理局通报,乙市一影院火灾造成13人遇难、4人受伤。',
  },
  { source: 'c', title: '某市举行影院消防演练 模拟30人被困', text: '演练模拟影院起火,30人被困,消防员迅速到场。' },
  { source: 'd', title: '灾难片今日上映 片中百人遇难', text: '影片讲述一场虚构的灾难,片中百人遇难。' },
].map((item, n) => ({ ...item, id: `item-${n}`, published: null }));

/** The whole walk, two of every role side by side: from feeds in four forms to screens, e-mail and webhook. */
describe(`the spine on ${process.env['REDIS_URL'] ? 'Redis' : 'PostgreSQL'}`, () => {
  let database: TestDatabase;
  let feeds: ReplayServer;
  let mail: FakeSmtp;
  let receiver: FakeReceiver;
  let apis: NestExpressApplication[];
  const background: INestApplicationContext[] = [];

  beforeAll(async () => {
    [database, mail, receiver] = await Promise.all([createTestDatabase(), FakeSmtp.start(), FakeReceiver.start()]);
    feeds = new ReplayServer(ITEMS, { keepDates: false });
    await feeds.start();
    feeds.releaseAll(new Date());
    const settings = officeSettings();
    chooseQueueBackend(settings.env.REDIS_URL);
    apis = [await serve(settings, [ApiModule.with(settings)]), await serve(settings, [ApiModule.with(settings)])];
    await apis[0]?.get(FirstAccount).ensure(() => undefined);
  });

  afterAll(async () => {
    await Promise.all(background.map((one) => one.close()));
    await Promise.all((apis ?? []).map((api) => api.close()));
    await Promise.all([feeds.close(), mail.stop(), receiver.stop()]);
    await database.drop();
  });

  function officeSettings(): Settings {
    const env = {
      DATABASE_URL: database.url,
      REDIS_URL: process.env['REDIS_URL'] ?? '',
      ADMIN_PASSWORD: PASSWORD,
      LOG_LEVEL: 'silent',
      JURISDICTION: 'nation',
      SMTP_URL: mail.url,
      WEBHOOK_SECRET: 'a-secret-of-the-spine-story',
    };
    const read = loadSettings(env, ROOT);
    const contacts = { email: 'desk@office.test', webhook: receiver.url };
    const units = read.rules.bureaus.units.map((unit) => ({
      ...unit,
      contacts: unit.code === 'GENERAL_OFFICE' ? contacts : {},
    }));
    const sources = ['rss', 'rss-gbk', 'atom', 'json'].map((name) => ({
      ...{
        id: name,
        name,
        url: `${feeds.address}/${name}`,
        tier: 'core' as const,
        kind: 'public' as const,
        family: name,
      },
      allowPrivateNetwork: true,
    }));
    return new Settings(
      read.env,
      read.policy,
      { ...read.rules, bureaus: { ...read.rules.bureaus, units } },
      sources,
      ROOT,
    );
  }

  async function cookieOf(api: NestExpressApplication): Promise<string> {
    const answer = await fetch(`${addressOf(api)}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: 'admin', password: PASSWORD }),
    });
    return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  }

  it('carries one fire told by two papers to every screen and every recipient, once', async () => {
    const [first, second] = apis;
    if (!first || !second) throw new Error('the apis did not start');
    const cookie = await cookieOf(first);
    const screens = [await Screen.connect(addressOf(first), cookie), await Screen.connect(addressOf(second), cookie)];
    const settings = first.get(Settings);
    const roles = [WorkerModule, WorkerModule, TimerModule, TimerModule];
    background.push(...(await Promise.all(roles.map((role) => inBackground(role.with(settings))))));

    for (const screen of screens) await screen.until(() => screen.kinds().includes('incident.opened'));
    for (const screen of screens) await screen.until(() => screen.kinds().includes('threshold.fired'));
    await receiver.called();
    for (const screen of screens)
      await screen.until(() => screen.kinds().filter((kind) => kind === 'notice.sent').length >= 2);

    const db = first.get(DataSource);
    const judged = () =>
      db.query<{ n: string }[]>(
        `select count(*) as n from article a join source s on s.id = a.source_id
         where a.judged_at is not null and s.channel = 'live'`,
      );
    for (const screen of screens) expect(screen.kinds().filter((kind) => kind === 'incident.opened')).toHaveLength(1);
    while (Number((await judged())[0]?.n) < ITEMS.length) await new Promise((resolve) => setImmediate(resolve));

    const list = await get<{ items: { id: string }[] }>(first, '/incidents', cookie);
    expect(list.items).toHaveLength(1);
    const view = await get<IncidentView>(second, `/incidents/${list.items[0]?.id}`, cookie);
    expect(view).toMatchObject({ level: 'II', status: 'provisional', lead: expect.any(String) });
    expect(view.facts.deaths).toMatchObject({ value: 13, span: expect.stringContaining('13人') });
    expect(view.articles.map((article) => article.guid).sort()).toEqual(['item-0', 'item-1']);
    expect(view.articles.every((article) => /^[0-9a-f]{64}$/.test(article.evidenceSha256 ?? ''))).toBe(true);
    for (const clock of view.clocks) {
      expect(Date.parse(clock.dueAt) - Date.parse(clock.startAt)).toBe(
        (clock.kind === 'statement_5h' ? 5 : 24) * 3_600_000,
      );
    }
    expect(mail.mails).toHaveLength(1);
    expect(receiver.calls).toHaveLength(1);
    const articles = await db.query<{ source_id: string; n: string }[]>(
      `select a.source_id, count(*) as n from article a join source s on s.id = a.source_id where s.channel = 'live' group by 1`,
    );
    expect(articles.map((row) => Number(row.n))).toEqual([1, 1, 1, 1]);
    for (const screen of screens) screen.close();
  });
});

function inBackground(role: DynamicModule): Promise<INestApplicationContext> {
  return NestFactory.createApplicationContext(role, { logger: false, abortOnError: false });
}

function addressOf(api: NestExpressApplication): string {
  return `http://127.0.0.1:${(api.getHttpServer().address() as { port: number }).port}`;
}

async function get<T>(api: NestExpressApplication, path: string, cookie: string): Promise<T> {
  const answer = await fetch(`${addressOf(api)}/api/v1${path}`, { headers: { cookie } });
  expect(answer.status).toBe(200);
  return (await answer.json()) as T;
}
