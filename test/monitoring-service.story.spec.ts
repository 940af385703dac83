import { createHmac, randomUUID } from 'node:crypto';
import pg from 'pg';
import type { IntakeReceipt } from '../src/contract/intake.js';
import { IntakeCalls } from '../src/ingestion/intakes/intake-calls.js';
import { heldUp } from './support/held-up.js';
import { MonitoringService } from './support/monitoring-service.js';
import { Office } from './support/office.js';
import { countQueries } from './support/query-count.js';

/** What a bought-in monitoring service sends becomes articles like any other. */
describe('a monitoring service', () => {
  let office: Office;
  let service: MonitoringService;
  beforeAll(async () => {
    office = await Office.open();
    service = await MonitoringService.employ(office, 'monitor');
  });
  afterAll(() => office.close());

  async function asOwner(sql: string): Promise<void> {
    const owner = new pg.Client({ connectionString: office.database.url });
    await owner.connect();
    await owner.query(sql).finally(() => owner.end());
  }

  it('sends one article, which is stored as it was found and judged like any other', async () => {
    const title = '某县影院发生火灾致3人死亡';
    const { status, items } = await service.send({
      ...{ id: 'n-1', title, text: '<p>消防已到场。</p>', url: 'https://paper.example/1', source: '县报' },
      ...{ publishedAt: '2026年1月4日 08:30', occurredAt: '2026-01-04T08:00:00+08:00' },
    });
    expect([status, items[0]?.status]).toEqual([202, 'accepted']);
    expect(await service.articles()).toMatchObject([
      {
        ...{ id: items[0]?.articleId, guid: 'n-1', title, text: '消防已到场。', link: 'https://paper.example/1' },
        ...{ reported_source: '县报', published_note: 'stated' },
        published_at: new Date('2026-01-04T00:30:00Z'),
        stated_occurred_at: new Date('2026-01-04T00:00:00Z'),
      },
    ]);
    await office.judges();
    expect((await service.articles())[0]).toMatchObject({ judging_error: null });
    expect((await service.articles())[0]?.judged_at).not.toBeNull();
    expect(await service.source()).toMatchObject({ health: 'ok' });
    expect(await service.intake()).toMatchObject({ received: 1 });
    expect((await service.intake())?.lastReceivedAt).not.toBeNull();
  });

  it('keeps the call as evidence of its articles', async () => {
    const [{ body_id: bodyId } = {}] = await service.articles();
    const [kept] = await office.db.query<{ headers: Record<string, string>; url: null; size: string }[]>(
      'select b.headers, b.url, r.size from response_body b join response_blob r on r.sha256 = b.blob where b.id = $1',
      [bodyId],
    );
    expect(kept?.url).toBeNull();
    expect(Number(kept?.size)).toBeGreaterThan(100);
    expect(kept?.headers['x-huiying-signature']).toMatch(/^t=\d+,v1=/);
  });

  it('answers for each article of a batch: good ones are stored though others are refused', async () => {
    const same = { id: 'b-1', title: '甲', text: '正文' };
    const future = new Date(Date.now() + 86_400_000).toISOString();
    const { status, items } = await service.send({
      articles: [
        same,
        { title: '', text: '  ' },
        { id: 7, title: '乙' },
        same,
        { title: '丙', url: 'javascript:alert(1)', occurredAt: '不知道', publishedAt: future },
        '不是对象',
        { title: '甲', url: 'https://paper.example/1' },
        { id: 'b-1', title: '甲：更新' },
      ],
    });
    expect(status).toBe(202);
    const told = items.map(({ index, status: one }) => [index, one]);
    const statuses = ['accepted', 'refused', 'refused', 'known', 'accepted', 'refused', 'accepted', 'accepted'];
    expect(told).toEqual(statuses.map((one, index) => [index, one]));
    expect(items[3]?.articleId).toBe(items[0]?.articleId);
    expect(items[1]?.reason).toMatch(/空/);
    expect(items[2]?.reason).toMatch(/^id: .*[一-鿿]/);
    expect(items[4]?.reason).toMatch(/网址.*事发时间/);
    const stored = (await service.articles()).find(({ id }) => id === items[4]?.articleId);
    expect(stored).toMatchObject({
      link: null,
      stated_occurred_at: null,
      published_at: null,
      published_note: 'future',
    });
    const again = await service.send({ articles: [same, { title: '丁' }] });
    expect(again.items.map((one) => one.status)).toEqual(['known', 'accepted']);
    expect(again.items[0]?.articleId).toBe(items[0]?.articleId);
  });

  it.each([
    ['no array', { articles: 'x' }],
    ['an empty array', { articles: [] }],
    ['more than a thousand', { articles: Array.from({ length: 1_001 }, () => ({ title: '甲' })) }],
  ])('may not send %s', async (_, body) => {
    expect((await service.send(body)).status).toBe(400);
  });

  it('may not send what is no JSON in UTF-8', async () => {
    expect((await service.deliver('{"title":', await service.sign('{"title":'))).status).toBe(400);
    const gbk = Buffer.from([0x7b, 0x22, 0xc4, 0xfa, 0x22, 0x7d]);
    const call = { intakeId: service.made.id, headers: {}, body: () => Promise.resolve(gbk) };
    const at = await service.seconds();
    const code = createHmac('sha256', service.made.secret).update(`${at}.`).update(gbk).digest('hex');
    const receive = office
      .part(IntakeCalls)
      .receive({ ...call, headers: { 'x-huiying-signature': `t=${at},v1=${code}` } });
    await expect(receive).rejects.toThrow(/UTF-8/);
  });

  it('stores an article once that comes in two calls at the same time', async () => {
    const title = `两路同时 ${randomUUID()}`;
    const both = await heldUp(office.database.url, 'select from intake for update', () => [
      service.send({ title, id: 'x' }),
      service.send({ articles: [{ title, id: 'x' }] }),
    ]);
    expect(both.map(({ items }) => items[0]?.status).sort()).toEqual(['accepted', 'known']);
    expect(both[0]?.items[0]?.articleId).toBe(both[1]?.items[0]?.articleId);
  });

  it('may send up to 10 MB, while other routes keep their limit', async () => {
    const large = JSON.stringify({
      title: '长文',
      text: '长'.repeat(100_000),
      source: 'x',
      pad: 'x'.repeat(2_000_000),
    });
    expect((await service.deliver(large, await service.sign(large))).status).toBe(202);
    const huge = JSON.stringify({ title: '过长', pad: 'x'.repeat(10 * 1024 * 1024) });
    expect(await service.deliver(huge, await service.sign(huge))).toMatchObject({
      status: 413,
      problem: { detail: expect.stringContaining('10 MB') as string },
    });
    const [stored] = await office.db.query<{ length: number }[]>(
      `select length(text) from article where title = '长文'`,
    );
    expect(stored?.length).toBe(20_000);
    expect((await office.post('/reports', { title: '长文', source: 'x', text: 'x'.repeat(1_200_000) })).status).toBe(
      413,
    );
  });

  it('sends a thousand articles in one transaction of a dozen statements', async () => {
    const many = Array.from({ length: 1_000 }, (_, n) => ({ id: `m-${n}`, title: `第 ${n} 条`, text: '正文。' }));
    const text = JSON.stringify({ articles: [...many.slice(0, 999), many[0]] });
    const headers = { 'x-huiying-signature': await service.sign(text) };
    const body = () => Promise.resolve(Buffer.from(text));
    let receipts: IntakeReceipt[] = [];
    const asked = await countQueries(office.db, async () => {
      receipts = await office.part(IntakeCalls).receive({ intakeId: service.made.id, headers, body });
    });
    expect(receipts.filter(({ status }) => status === 'accepted')).toHaveLength(999);
    expect(receipts.at(-1)).toMatchObject({ index: 999, status: 'known', articleId: receipts[0]?.articleId });
    expect(asked).toBeLessThanOrEqual(12);
    expect((await service.intake())?.received).toBe((await service.articles()).length);
  });

  it('stores nothing at all when the database refuses one row, and may send the same call again', async () => {
    const text = JSON.stringify({ articles: [{ title: '前一条' }, { title: '坏一条' }] });
    const signature = await service.sign(text);
    await asOwner(`alter table article add constraint bad check (title <> '坏一条') not valid`);
    expect((await service.deliver(text, signature)).status).toBe(500);
    await asOwner('alter table article drop constraint bad');
    expect((await service.deliver(text, signature)).items.map(({ status }) => status)).toEqual([
      'accepted',
      'accepted',
    ]);
  });

  it('teaches how often something new is to be expected', async () => {
    await office.clock.forward({ minutes: 30 });
    await service.send({ title: '半小时后' });
    const { learned } = await pace();
    expect(learned).toBeGreaterThan(0);
    await office.clock.forward({ minutes: 30 });
    await service.send({ title: '半小时后' });
    expect((await pace()).learned).toBe(learned);
    await office.clock.forward({ minutes: 30 });
    await service.send({ title: '一小时后' });
    expect((await pace()).learned).toBeGreaterThan(learned);
    expect((await pace()).longest).toBeGreaterThan(3_590);
  });

  const pace = async () => {
    const [row] = await office.db.query<[{ learned: number; longest: number }]>(
      `select learned_seconds as learned, longest_gap_seconds as longest from source where id = 'monitor'`,
    );
    return row;
  };

  it('is silent when nothing came for far longer than expected', async () => {
    expect((await office.send('PATCH', '/sources/monitor', { expectedSeconds: 3_600 })).status).toBe(200);
    expect(await service.source()).toMatchObject({ health: 'ok', silentSince: null });
    await office.clock.forward({ hours: 7 });
    expect(await service.source()).toMatchObject({ health: 'silent' });
    expect((await service.source())?.silentSince).not.toBeNull();
  });
});
