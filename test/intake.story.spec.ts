import type { SourceView } from '../src/contract/source.js';
import { Office } from './support/office.js';

/** What people add by hand: sources to read, and reports that came by telephone. */
describe('intake by hand', () => {
  let office: Office;
  beforeAll(async () => {
    office = await Office.open();
  });
  afterAll(() => office.close());

  const wanted = { id: 'county-daily', name: '县报', url: 'https://county.example/rss', family: 'county' };

  it('adds a source, due at once, and writes who did it into the journal', async () => {
    const added = await office.post<SourceView>('/sources', wanted);
    expect(added.status).toBe(201);
    expect(added.body).toMatchObject({ ...wanted, tier: 'regular', origin: 'api', enabled: true, failures: 0 });
    const { items } = await office.get<{ items: SourceView[] }>('/sources');
    expect(items.map(({ id }) => id)).toEqual(['agency', 'county-daily', 'forum']);
    expect((await office.journal()).at(-1)?.kind).toBe('source.added');
  });

  it.each([
    [{ ...wanted }, 409],
    [{ ...wanted, id: 'inner', url: 'http://127.0.0.1/rss' }, 400],
    [{ ...wanted, id: 'inner', url: 'http://[fd00::1]/rss' }, 400],
    [{ ...wanted, id: 'inner', url: 'file:///etc/passwd' }, 400],
    [{ ...wanted, id: 'Not An Id' }, 400],
  ])('refuses %j', async (source, status) => {
    expect((await office.post('/sources', source)).status).toBe(status);
  });

  it('takes a report by hand as an article; the same report again is the same article', async () => {
    const report = { title: '来电反映礼堂屋顶坍塌', text: '五分钟前，人数不明。', source: '值班电话' };
    const first = await office.post<{ articleId: string }>('/reports', report);
    const again = await office.post<{ articleId: string }>('/reports', report);
    expect([first.status, again.status]).toEqual([202, 202]);
    expect(again.body).toEqual(first.body);
    const [article] = await office.db.query<object[]>(
      'select a.title, a.reported_source, s.tier, s.origin from article a join source s on s.id = a.source_id where a.id = $1',
      [first.body.articleId],
    );
    expect(article).toEqual({ title: report.title, reported_source: '值班电话', tier: 'core', origin: 'built_in' });
    expect(await office.judges()).toBeGreaterThan(0);
    const rows = (await office.journal()).filter(({ kind }) => kind === 'report.received');
    expect(rows).toMatchObject([{ incidentId: null, data: { articleId: first.body.articleId, title: report.title } }]);
    const [account] = await office.db.query<{ id: string }[]>(`select id from account where username = 'admin'`);
    expect(rows[0]?.actor).toBe(account?.id);
  });

  it('keeps the report as it was written', async () => {
    const report = { title: '来信反映', text: '全文。', source: '来信', occurredAt: '2026-11-22T08:00:00+08:00' };
    const { body } = await office.post<{ articleId: string }>('/reports', report);
    const kept = await office.fetch(`/articles/${body.articleId}/evidence`);
    expect(await kept.json()).toEqual(report);
  });

  it('lets a bureau report, but not add sources', async () => {
    const cookie = await office.employs('county-officer', 'bureau_officer', 'FILM');
    const report = { title: '影院停电', source: '本司' };
    expect((await office.post('/reports', report, cookie)).status).toBe(202);
    expect((await office.post('/sources', { ...wanted, id: 'other' }, cookie)).status).toBe(403);
  });
});
