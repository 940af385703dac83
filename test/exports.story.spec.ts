import { Office } from './support/office.js';

/** Lists taken away as files: narrowed as on the screen, no more than their reader may see, and on record. */
describe('an export', () => {
  let office: Office;
  beforeAll(async () => {
    office = await Office.open();
  });
  afterAll(() => office.close());

  const ask = async (path: string, filter: object, cookie?: string) =>
    fetch(`${office.address}/api/v1${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        cookie: cookie ?? (await office.signIn('admin', 'test-office-password')),
      },
      body: JSON.stringify(filter),
    });
  const lines = async (path: string, filter: object, cookie?: string) => {
    const answer = await ask(path, filter, cookie);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-disposition')).toMatch(/attachment; filename="huiying-[a-z]+\.csv"/);
    return (await answer.text()).trimEnd().split('\r\n').slice(1);
  };
  const told = async (what: string) =>
    (await office.journal()).filter(({ kind, data }) => kind === 'export.made' && data.what === what);

  test('of the archive holds what was found, no formula among it, and no texts', async () => {
    await office.publishes({ title: '=甲市地震', text: '正文不外带。' });
    await office.publishes({ title: '乙市地震', source: 'forum' });
    await office.indexes();
    const found = await lines('/articles/exports', { q: '地震' });
    expect(found).toHaveLength(2);
    expect(found.join()).toContain(",'=甲市地震,");
    expect(found.join()).not.toContain('正文不外带');
    expect(await lines('/articles/exports', { q: '地震', source: 'forum' })).toEqual([
      expect.stringContaining('乙市地震'),
    ]);
    expect((await told('articles')).map(({ data }) => [data.filter, data.rows])).toEqual([
      [{ q: '地震' }, 2],
      [{ q: '地震', source: 'forum' }, 1],
    ]);
    expect((await ask('/articles/exports', { q: '震' })).status).toBe(400);
  });

  test('of the archive does not name a matter that is restricted to others', async () => {
    await office.publishes({ title: '丙省发生地震 已致12人遇难', text: '今天，丙省丁市发生地震，已致12人遇难。' });
    await office.judges();
    await office.indexes();
    const number = (await office.incidents())[0]?.number ?? 'none';
    const leader = await office.employs('leader', 'leadership');
    expect((await lines('/articles/exports', {}, leader)).join()).toContain(number);
    await office.db.query('update incident set restricted_to = array[(select id from account where username = $1)]', [
      'admin',
    ]);
    const hidden = await lines('/articles/exports', {}, leader);
    expect(hidden).toHaveLength(3);
    expect(hidden.join()).not.toContain(number);
  });

  test('of the sources is narrowed as their list, and tells how reading goes', async () => {
    await office.db.query(
      `update source set folder = '地方/县报', failures = 3, last_ok_at = app_now() where id = 'forum'`,
    );
    const [only, ...more] = await lines('/sources/exports', { folder: '地方', q: '论坛 FORUM' });
    expect(more).toEqual([]);
    expect(only).toMatch(/^forum,测试论坛,.*,地方\/县报,failing,.*,3,/);
    expect(await lines('/sources/exports', { folder: '地', health: 'failing' })).toEqual([]);
    expect(await told('sources')).toHaveLength(2);
  });

  test('of the policy documents, also by the name of the drafter', async () => {
    const entry = { title: '放映器材办法', bureau: 'FILM', source: '测试', validTo: '2020-01-01', terms: ['放映器材'] };
    expect((await office.post('/documents', entry)).status).toBe(201);
    expect(await lines('/documents/exports', { q: '电影 器材办法' })).toEqual([
      expect.stringMatching(/^放映器材办法,,,.*电影.*,2020-01-01,测试,M,放映器材,,api$/),
    ]);
    expect(await lines('/documents/exports', { q: '器材办法', inForceOnly: true })).toEqual([]);
    expect(await told('documents')).toHaveLength(2);
  });

  test('is refused to those who may not read the list', async () => {
    const bureau = await office.employs('film', 'bureau_officer', 'FILM');
    expect((await ask('/articles/exports', {}, bureau)).status).toBe(403);
    expect((await ask('/sources/exports', {}, bureau)).status).toBe(403);
  });
});
