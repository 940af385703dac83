import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { Office } from './support/office.js';

/** Rare characters, half ones and NULs: one bad item never costs another one, nor a case. */
describe('items that no column takes as they come', () => {
  let office: Office;
  let server: Server;
  let items: object[] = [];

  beforeAll(async () => {
    server = createServer((_, response) => {
      response.setHeader('content-type', 'application/feed+json');
      response.end(JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: '县报', items }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    office = await Office.open({
      sources: `sources: [{ id: county, name: 县报, url: 'http://127.0.0.1:${port}/feed', tier: core, family: county, allowPrivateNetwork: true }]`,
    });
  });
  afterAll(async () => {
    await office.close();
    await new Promise((resolve) => server.close(resolve));
  });

  const source = async () => {
    const [row] = await office.db.query<{ last_outcome: string; last_detail: string | null; failures: number }[]>(
      `select last_outcome, last_detail, failures, etag from source where id = 'county'`,
    );
    return row;
  };
  const asOwner = async (sql: string): Promise<void> => {
    const owner = new pg.Client({ connectionString: office.database.url });
    await owner.connect();
    await owner.query(sql).finally(() => owner.end());
  };
  const titles = async (): Promise<string[]> =>
    (await office.db.query<{ title: string }[]>('select title from article order by title')).map(({ title }) => title);

  it('NULs and half characters in any field cost nothing', async () => {
    items = [
      { id: 'a\0b', title: '甲\0影院停电', content_text: '正文\ud842', url: 'https://county.example/\0a' },
      { id: 'b', title: '乙影院停电', content_text: '正文' },
    ];
    await office.visits();
    expect(await source()).toMatchObject({ last_outcome: 'ok', failures: 0 });
    expect(await titles()).toEqual(['乙影院停电', '甲影院停电']);
  });

  it('a happening with a rare character in its title becomes a case', async () => {
    const title = '贵州铜仁市𬭎𠮷影城火灾致12人死亡';
    items = [{ id: 'c', title, content_text: '今天凌晨，贵州省铜仁市𬭎𠮷影城发生火灾，造成12人死亡。' }];
    await office.visits();
    await office.judges();
    expect((await office.incidents()).map((line) => line.title)).toEqual([title]);
  });

  it('what the database refuses is told as a failed visit; the other items are stored, and it is asked for again', async () => {
    await asOwner(`alter table article add constraint no_ding check (title not like '%丁%')`);
    items = ['丙', '丁', '戊'].map((name) => ({ id: name, title: `${name}影院停电`, content_text: '正文' }));
    await office.visits();
    expect(await source()).toMatchObject({ last_outcome: 'store_failed', failures: 1, etag: null });
    expect((await source())?.last_detail).toContain('no_ding');
    expect(await titles()).toEqual(expect.arrayContaining(['丙影院停电', '戊影院停电']));
    const [visit] = await office.db.query<object[]>(
      'select outcome, new_items from visit order by started_at desc, id limit 1',
    );
    expect(visit).toEqual({ outcome: 'store_failed', new_items: 2 });
    await asOwner('alter table article drop constraint no_ding');
    await office.clock.forward({ minutes: 2 });
    await office.visits();
    expect(await source()).toMatchObject({ last_outcome: 'ok', failures: 0 });
    expect(await titles()).toContain('丁影院停电');
  });

  it.each([
    ['/reports', { title: '来电\0反映\ud842𠮷影院停电', text: '一\0二\ud842', source: '值班\0电话' }, 202],
    ['/incidents', { title: '来电\0反映\ud842𬭎影院火灾致12人死亡', text: '三\0四\udfb7', level: 'I' }, 201],
    ['/incidents', { title: '\0\0', text: '' }, 400],
    ['/sources', { id: 'x1', name: '\0报', url: 'https://county.example/\ud842\0', family: 'x\0' }, 201],
  ])('a body with such characters is taken or refused by %s, never an error of ours', async (path, body, status) => {
    expect((await office.post(path, body)).status).toBe(status);
    expect(await office.judges()).toBeGreaterThanOrEqual(0);
  });
});
