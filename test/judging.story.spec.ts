import { resolve } from 'node:path';
import { Queue } from 'bullmq';
import { DataSource } from 'typeorm';
import pg from 'pg';
import { ArticleAssessor } from '../src/assessment/article-assessor.js';
import { CurrentRules } from '../src/assessment/current-rules.js';
import { databaseOptions } from '../src/database/database.module.js';
import { DatabaseListener } from '../src/database/listener.js';
import { JudgingService } from '../src/judging/judging.service.js';
import { JudgingSweep } from '../src/judging/judging-sweep.js';
import { chooseQueueBackend } from '../src/queues/queues.module.js';
import { QUEUES } from '../src/queues/queues.js';
import { loadSettings, type Settings } from '../src/settings/settings.js';
import { lockStories } from '../src/stories/story-store.js';
import type { StoryLine } from '../src/contract/story.js';
import { Office } from './support/office.js';

/** Judging goes on, whatever happens to the database, the queue or the process beside it. */
describe('judging', () => {
  let office: Office;
  let other: DataSource;
  beforeAll(async () => {
    office = await Office.open({ jurisdiction: 'nation' });
    other = await new DataSource(databaseOptions(office.database.url)).initialize();
  });
  afterAll(async () => {
    await other.destroy();
    await office.close();
  });

  const left = async () =>
    Number((await other.query<{ n: string }[]>('select count(*) as n from article where judged_at is null'))[0]?.n);

  /** A judge of its own on the other connection, as in a second process. */
  function judgeBeside(): JudgingService {
    return new JudgingService(other, settings(), new ArticleAssessor(new CurrentRules(settings())));
  }

  function settings(): Settings {
    return loadSettings({ DATABASE_URL: office.database.url, LOG_LEVEL: 'silent' }, resolve(__dirname, '..'));
  }

  it('sets nothing aside while the database is busy or its sessions are ended', async () => {
    await office.publishes({ title: '湖北襄阳一商场火灾已致12人死亡' });
    await other.transaction(async (tx) => {
      await lockStories(tx);
      await expect(office.judges()).rejects.toMatchObject({ driverError: { code: '55P03' } });
    });
    await other.transaction(async (tx) => {
      await lockStories(tx);
      const judging = office.judges().catch((error: unknown) => String(error));
      await endSessionsWaitingForStories();
      expect(await judging).toMatch(/terminat/i);
    });
    expect(await left()).toBe(1);
    expect(await office.judges()).toBe(1);
    const aside = await other.query<unknown[]>('select 1 from article where judging_error is not null');
    expect(aside).toEqual([]);
    expect((await office.incidents()).map((line) => line.title)).toEqual(['湖北襄阳一商场火灾已致12人死亡']);
  });

  it('tells in the journal which article was set aside, and goes on with the others', async () => {
    await asOwner(`alter table story add constraint test_refusal check (title not like '%宁德%')`);
    await office.publishes({ title: '福建宁德一工厂火灾致14人死亡' });
    await office.publishes({ title: '江西赣州一工厂火灾致14人死亡' });
    await office.judges();
    await asOwner('alter table story drop constraint test_refusal');
    const told = (await office.journal()).filter((row) => row.kind === 'article.set_aside');
    const [article] = await other.query<{ id: string }[]>(`select id from article where judging_error is not null`);
    expect(told.map(({ actor, data }) => ({ actor, data }))).toEqual([
      {
        actor: 'system:judging',
        data: {
          articleId: article?.id,
          // The story was refused as well.
          storyId: null,
          title: '福建宁德一工厂火灾致14人死亡',
          error: 'QueryFailedError 23514',
        },
      },
    ]);
    expect((await office.incidents()).some((line) => line.title.includes('赣州'))).toBe(true);
  });

  it('puts what it cannot judge into triage, where a person settles it', async () => {
    await asOwner(
      `alter table article add constraint test_refusal check (title not like '%莆田%' or publisher is null)`,
    );
    await office.publishes({ title: '福建莆田一工厂火灾致15人死亡' });
    await office.judges();
    const { items } = await office.get<{ items: StoryLine[] }>('/stories?lane=triage');
    const waiting = items.filter(({ title }) => title.includes('莆田'));
    expect(waiting).toMatchObject([{ lane: 'triage', level: null, articleCount: 1 }]);
    expect(await left()).toBe(0);
    const opened = await office.post(`/stories/${waiting[0]?.id ?? ''}/concerns-us`, { reason: '人工阅读' });
    expect(opened.status).toBe(200);
    expect((await office.incidents()).some(({ title }) => title.includes('莆田'))).toBe(true);
    await asOwner('alter table article drop constraint test_refusal');
  });

  it('lets others have their turn between two articles, however long these are', async () => {
    let turn = 0;
    let counting = setImmediate(function next() {
      turn += 1;
      counting = setImmediate(next);
    });
    const turns: number[] = [];
    class Observed extends ArticleAssessor {
      override judge(...given: Parameters<ArticleAssessor['judge']>) {
        turns.push(turn);
        return super.judge(...given);
      }
    }
    for (let n = 1; n <= 5; n += 1) await office.publishes({ title: `甘肃兰州第${n}次消防演练举行` });
    await new JudgingService(other, settings(), new Observed(new CurrentRules(settings()))).judgeAll();
    clearImmediate(counting);
    expect(turns).toHaveLength(5);
    expect(new Set(turns).size).toBe(5);
  });

  it('takes long articles in several transactions, none of which outlasts the patience of the database', async () => {
    const text = '会议强调了各项工作。'.repeat(2_000);
    for (let n = 1; n <= 7; n += 1) await office.publishes({ title: `第${n}次工作会议综述`, text });
    await office.judges();
    const [{ batches, waiting } = {}] = await other.query<{ batches: number; waiting: number }[]>(
      `select count(distinct judged_at)::int as batches, count(*) filter (where judged_at is null)::int as waiting
       from article where title like '%工作会议综述'`,
    );
    expect({ batches, waiting }).toEqual({ batches: 2, waiting: 0 });
  });

  it('does not wait for the job of a dead worker', async () => {
    chooseQueueBackend(undefined);
    const queue = new Queue<object>(QUEUES.judging, { connection: { connectionString: office.database.url } });
    const sweep = new JudgingSweep(office.db, new DatabaseListener(settings()), judgeBeside(), queue);
    try {
      await office.publishes({ title: '湖南岳阳一工厂火灾致14人死亡' });
      await sweep.nudge();
      expect([await left(), await queue.getWaitingCount()]).toEqual([1, 1]);
      await office.clock.forward({ minutes: 0.2 });
      await sweep.nudge();
      expect([await left(), await queue.getWaitingCount()]).toEqual([0, 1]);
    } finally {
      await queue.close();
    }
  });

  it('stops after the batch under way', async () => {
    for (let n = 0; n < 120; n += 1) await office.publishes({ title: `第${n}届读书节开幕` });
    const judge = judgeBeside();
    const work = judge.judgeAll();
    await judge.onModuleDestroy();
    expect([await work, await left()]).toEqual([50, 70]);
    expect(await judge.judgeAll()).toBe(0);
    await office.judges();
  });

  async function endSessionsWaitingForStories(): Promise<void> {
    for (;;) {
      const ended = await asOwner(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and wait_event_type = 'Lock' and query like '%pg_advisory_xact_lock%'`,
      );
      if (ended > 0) return;
    }
  }

  async function asOwner(sql: string): Promise<number> {
    const client = new pg.Client({ connectionString: office.database.url });
    await client.connect();
    try {
      return (await client.query(sql)).rowCount ?? 0;
    } finally {
      await client.end();
    }
  }
});
