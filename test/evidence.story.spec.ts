import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import pg from 'pg';
import type { PurgePage } from '../src/contract/evidence.js';
import type { Problem } from '../src/contract/problem.js';
import { RetentionKeeper } from '../src/ingestion/retention/retention-keeper.js';
import { loadSettings } from '../src/settings/settings.js';
import { Office } from './support/office.js';

const HOURS = 73;

/** What was received can be shown as it came, long after the page is gone; what has served its time goes, and that is told. */
describe('evidence', () => {
  let office: Office;
  let server: Server;
  let keeper: RetentionKeeper;
  let body = '';

  beforeAll(async () => {
    server = createServer((_, response) => {
      response.setHeader('content-type', 'application/rss+xml');
      response.end(body);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    office = await Office.open({
      jurisdiction: 'office',
      sources: `sources: [{ id: county, name: 县报, url: 'http://127.0.0.1:${port}/feed', tier: core, family: county, allowPrivateNetwork: true }]`,
    });
    keeper = new RetentionKeeper(
      office.db,
      loadSettings({ DATABASE_URL: office.database.url }, resolve(__dirname, '..')),
    );
  });
  afterAll(async () => {
    await office.close();
    await new Promise((done) => server.close(done));
  });

  /** The source publishes one item, and a worker reads it. @returns the article's id */
  async function publish(title: string, text = '正文'): Promise<string> {
    body = `<rss version="2.0"><channel><title>县报</title><item><title>${title}</title><description>${text}</description></item></channel></rss>`;
    await office.clock.forward({ minutes: 2 });
    await office.visits();
    const [row] = await office.db.query<{ id: string }[]>('select id from article where title = $1', [title]);
    if (!row) throw new Error(`not stored: ${title}`);
    return row.id;
  }
  const ask = (id: string, cookie?: string): Promise<Response> => office.fetch(`/articles/${id}/evidence`, cookie);
  const whyNot = async (id: string): Promise<string> => {
    const answer = await ask(id);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    return `${answer.status} ${((await answer.json()) as Problem).detail ?? ''}`;
  };
  const has = async (id: string): Promise<boolean> => (await ask(id)).status === 200;
  const asOwner = async (sql: string): Promise<void> => {
    const owner = new pg.Client({ connectionString: office.database.url });
    await owner.connect();
    await owner.query(sql).finally(() => owner.end());
  };

  it('comes back byte for byte, proven, in a form that no browser runs', async () => {
    const id = await publish('影院停电', '&lt;script&gt;alert(1)&lt;/script&gt;');
    const answer = await ask(id);
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.toString()).toBe(body);
    const told = Object.fromEntries(answer.headers);
    expect(told).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': expect.stringMatching(/^attachment; filename="[\w.-]+"$/) as string,
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining('sandbox') as string,
      'x-sha256': createHash('sha256').update(body).digest('hex'),
    });
    expect(Math.abs(Date.parse(told['x-fetched-at'] ?? '') - (await office.clock.now()).getTime())).toBeLessThan(
      60_000,
    );
  });

  it('is for those who may read the archive', async () => {
    const id = await publish('剧院停电');
    expect((await ask(id, await office.employs('officer', 'bureau_officer', 'FILM'))).status).toBe(403);
    expect((await ask(id, '')).status).toBe(401);
    expect((await ask(id, await office.employs('chief', 'leadership'))).status).toBe(200);
  });

  it('of what was never kept, says so', async () => {
    expect(await whyNot('00000000-0000-4000-8000-000000000000')).toMatch(/^404 .*no such article/);
    await office.publishes({ title: '无原始内容' });
    const [row] = await office.db.query<{ id: string }[]>(`select id from article where title = '无原始内容'`);
    expect(await whyNot(row?.id ?? '')).toMatch(/^404 .*no raw evidence was kept/);
  });

  it('that no longer matches its fingerprint is refused, and that is what is said', async () => {
    const id = await publish('书店停电');
    await office.db.query(
      `update response_blob set body = set_byte(body, 30, 255 - get_byte(body, 30))
       where sha256 = (select sha256 from response_body b join article a on a.body_id = b.id where a.id = $1)`,
      [id],
    );
    expect(await whyNot(id)).toMatch(/^422 .*sha256 [0-9a-f]{64}.*does not match its sha256/);
  });

  it('goes after its time, but for what is flagged in whichever way, and for what nobody has judged', async () => {
    const plain = await publish('公园更换座椅');
    const lane = await publish('江西赣州一工厂火灾致14人死亡', '今天凌晨，江西赣州一工厂发生火灾，造成14人死亡。');
    const own = await publish('贵州铜仁一影城火灾致12人死亡', '今天凌晨，贵州省铜仁市一影城发生火灾，造成12人死亡。');
    const accepted = await publish('某地一商铺着火', '今天上午，河北省保定市一商铺着火，造成1人受伤。');
    await office.judges();
    const storyOf = async (id: string) =>
      (
        await office.db.query<{ id: string; lane: string | null; incident: string | null }[]>(
          'select s.id, s.lane, s.incident_id as incident from article a join story s on s.id = a.story_id where a.id = $1',
          [id],
        )
      )[0];
    expect((await storyOf(lane))?.lane).not.toBeNull();
    expect((await storyOf(own))?.incident).not.toBeNull();
    const beside = await storyOf(accepted);
    expect(beside).toMatchObject({ lane: null, incident: null });
    expect((await office.post(`/stories/${beside?.id ?? ''}/concerns-us`, { reason: '我机关主管' })).status).toBe(200);
    const unjudged = await publish('公园更换路灯');
    // A story that something else flags without a word to us: its evidence is found all the same.
    const quiet = await publish('某地一仓库着火', '今天下午，山西省运城市一仓库着火，造成1人受伤。');
    await office.judges();
    await office.db.query(`update article set judged_at = null where id = $1`, [unjudged]);
    await office.db.query(`update story set lane = 'triage' where id = $1`, [(await storyOf(quiet))?.id]);

    await office.clock.forward({ hours: HOURS });
    await keeper.purge();
    expect(await Promise.all([lane, own, accepted, unjudged, quiet].map(has))).toEqual(Array(5).fill(true));
    expect(await whyNot(plain)).toMatch(/^404 .*sha256 [0-9a-f]{64}.*purged on \d{4}-/);
  });

  it('an article that joins a flagged story later brings evidence that stays', async () => {
    const later = await publish(
      '贵州铜仁影城火灾死亡人数升至13人',
      '贵州省铜仁市一影城今天凌晨发生火灾，已造成13人死亡。',
    );
    await office.judges();
    await office.clock.forward({ hours: HOURS });
    await keeper.purge();
    expect(await has(later)).toBe(true);
  });

  it('a purge is told by kind and day; what is held is counted', async () => {
    const page = await office.get<PurgePage>('/purges');
    const [now, one] = [await office.clock.now(), page.items.find(({ what }) => what === 'captures')];
    expect(one).toMatchObject({ rows: expect.any(Number) as number });
    expect(one?.rows).toBeGreaterThan(0);
    expect(Date.parse(one?.olderThan ?? '')).toBeLessThanOrEqual(now.getTime() - 72 * 3_600_000);
    expect(page.items.map(({ what }) => what)).toEqual(expect.arrayContaining(['blobs', 'captures']));
    expect(page.retention).toEqual({ bodyHours: 72, visitDays: 30, articleDays: 1095 });
    const [held] = await office.db.query<{ blobs: number; raw: number; articles: number; visits: number }[]>(
      `select (select count(*) from response_blob)::int as blobs, (select sum(size) from response_blob)::int as raw,
         (select count(*) from article)::int as articles, (select count(*) from visit)::int as visits`,
    );
    expect(page.holdings).toMatchObject({
      blobs: { rows: held?.blobs, rawBytes: held?.raw },
      articles: { rows: held?.articles },
      visits: { rows: held?.visits },
    });
    expect(page.holdings.blobs.bytes).toBeGreaterThan(0);
    expect(page.holdings.databaseBytes).toBeGreaterThan(page.holdings.articles.bytes);
    expect((await office.get<PurgePage>('/purges?from=2020-01-01&to=2020-12-31')).items).toEqual([]);
  });

  it('articles go when their time has passed, with their stories; those of cases and lanes, and blind times, never', async () => {
    await office.db.query(
      `insert into blind_interval (cause, source_id, since, until) values ('source', 'county', app_now() - interval '1 minute', app_now())`,
    );
    await office.publishes({ title: '待研判' });
    const flagged = await office.db.query<{ id: string }[]>(
      'select a.id from article a join story s on s.id = a.story_id where s.lane is not null or s.incident_id is not null order by a.id',
    );
    expect(flagged.length).toBeGreaterThan(3);
    const merge = (into: string) =>
      office.db.query(
        `insert into story (title, signature, verdict, detected_at, last_joined_at, article_count, merged_into)
         select '并入的', signature, verdict, detected_at, last_joined_at, 0, id from story s where ${into}`,
      );
    await merge('lane is not null or incident_id is not null');
    await office.db.query(
      `with old as (insert into story (title, signature, verdict, detected_at, last_joined_at)
         select '旧闻', signature, verdict, app_now(), app_now() from story limit 1 returning id)
       update article set story_id = (select id from old) where title = '公园更换路灯'`,
    );
    await merge(`title = '旧闻'`);
    await office.clock.forward({ hours: 24 * 1_096 });
    await office.db.query(
      `insert into story (title, signature, verdict, detected_at, last_joined_at, article_count, merged_into)
       select '刚并入的', signature, verdict, app_now(), app_now(), 0, id from story where lane is not null limit 1`,
    );
    await keeper.purge();
    const kept = await office.db.query<{ id: string; title: string }[]>('select id, title from article order by id');
    expect(kept.filter(({ title }) => !['待研判', '公园更换路灯'].includes(title)).map(({ id }) => id)).toEqual(
      flagged.map(({ id }) => id),
    );
    const alone = await office.db.query<unknown[]>(
      'select 1 from story s where lane is null and incident_id is null and merged_into is null and not exists (select from article a where a.story_id = s.id)',
    );
    expect(alone).toEqual([]);
    const merged = await office.db.query<unknown[]>(`select title from story where merged_into is not null`);
    expect(merged).toEqual([{ title: '刚并入的' }]);
    const orphans = await office.db.query<unknown[]>(
      'select 1 from response_body b where not exists (select from article a where a.body_id = b.id)',
    );
    expect(orphans).toEqual([]);
    expect(await office.db.query<unknown[]>('select 1 from visit')).toEqual([]);
    expect(await office.db.query<unknown[]>('select 1 from blind_interval')).not.toEqual([]);
    expect((await office.get<PurgePage>('/purges')).items.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['articles', 'visits']),
    );
  });

  it('a purge that dies between batches has told what it did, and the next one goes on', async () => {
    const old = `insert into visit (source_id, started_at, finished_at, outcome)
      select 'county', app_now() - interval '40 days', app_now(), 'ok' from generate_series(1, 1200)`;
    await office.db.query(old);
    // The third batch fails: its report is refused once more than a thousand rows have been told.
    await asOwner(
      `alter table purge_report add constraint test_refusal check (what <> 'visits' or rows <= 1000) not valid`,
    );
    const before = await told();
    await keeper.purge();
    const [left, after] = [await visits(), await told()];
    expect(left).toBe(1_200 - (after - before));
    expect(left).toBeGreaterThan(0);
    await asOwner('alter table purge_report drop constraint test_refusal');
    await Promise.all([
      keeper.purge(),
      new RetentionKeeper(
        office.db,
        loadSettings({ DATABASE_URL: office.database.url }, resolve(__dirname, '..')),
      ).purge(),
    ]);
    expect([await visits(), await told()]).toEqual([0, before + 1_200]);
  });

  const visits = async (): Promise<number> =>
    (await office.db.query<{ n: number }[]>('select count(*)::int as n from visit'))[0]?.n ?? -1;
  const told = async (): Promise<number> =>
    (
      await office.db.query<
        { n: number }[]
      >(`select coalesce(sum(rows), 0)::int as n from purge_report where what = 'visits'
      and day = (app_now() at time zone 'Asia/Shanghai')::date`)
    )[0]?.n ?? -1;
});
