import type { SourcePage, SourceView } from '../src/contract/source.js';
import { DeclaredSources } from '../src/ingestion/sources/declared-sources.js';
import { SourcesService } from '../src/ingestion/sources/sources.service.js';
import { countQueries } from './support/query-count.js';
import { Office } from './support/office.js';

const SOURCES = `
sources:
  - { id: wire, name: 通讯社, url: 'https://wire.example/rss', tier: core, family: wire, folder: 中央 / 通讯社 }
  - { id: gazette, name: 公报, url: 'https://gazette.example/rss', tier: regular, family: gazette, expectedSeconds: 86400 }`;

/** How people look after the sources that the office reads. */
describe('the sources page', () => {
  let office: Office;
  beforeAll(async () => {
    office = await Office.open({ sources: SOURCES });
  });
  afterAll(() => office.close());

  const list = async (): Promise<SourceView[]> => (await office.get<{ items: SourceView[] }>('/sources')).items;
  const one = async (id: string): Promise<SourceView> => (await list()).find((source) => source.id === id)!;
  const set = (id: string, what: string, ...values: unknown[]) =>
    office.db.query(`update source set ${what} where id = $1`, [id, ...values]);
  const patch = (id: string, body: object) => office.send<SourceView>('PATCH', `/sources/${id}`, body);
  const add = (id: string, tier = 'regular') =>
    office.post('/sources', { id, name: id, url: `https://${id}.example/rss`, tier, family: id });
  const lastRow = async () => (await office.journal()).at(-1);

  it('lists what the file names, with folder and expected period, and no built-in source', async () => {
    await office.post('/reports', { title: '来电反映', source: '值班电话' });
    expect((await list()).map(({ id }) => id)).toEqual(['agency', 'forum', 'gazette', 'wire']);
    expect(await one('wire')).toMatchObject({
      folder: '中央/通讯社',
      expectedIsSet: false,
      budgetSeconds: 120,
      recent: [],
    });
    expect(await one('gazette')).toMatchObject({ expectedSeconds: 86400, expectedIsSet: true, isIntake: false });
  });

  it('judges health by database time', async () => {
    const now = await office.clock.now();
    await add('h');
    const health = async () => (await one('h')).health;
    expect(await health()).toBe('waiting');
    await set('h', 'last_ok_at = $2', now);
    expect(await health()).toBe('ok');
    await set('h', 'silent_since = $2', now);
    expect(await one('h')).toMatchObject({ health: 'silent', silentSince: now.toISOString() });
    await set('h', 'failures = 3');
    expect(await health()).toBe('failing');
    await set('h', `tier = 'core'`);
    await office.clock.forward({ seconds: 119 });
    expect(await health()).toBe('failing');
    await office.clock.forward({ seconds: 2 });
    expect(await health()).toBe('blind');
    await set('h', 'paused_at = app_now()');
    expect(await health()).toBe('paused');
  });

  it('shows the latest thirty visits, oldest first', async () => {
    await add('striped');
    await office.db.query(
      `insert into visit (source_id, started_at, finished_at, outcome, new_items)
       select 'striped', at, at, case when n = 34 then 'timeout' else 'ok' end, n
       from (select n, timestamptz '2026-11-22 06:00Z' + make_interval(mins => n) as at from generate_series(1, 34) n) visits`,
    );
    const { recent } = await one('striped');
    expect(recent).toHaveLength(30);
    expect(recent[0]).toEqual({ at: '2026-11-22T06:05:00.000Z', outcome: 'ok', newItems: 5 });
    expect(recent[29]).toEqual({ at: '2026-11-22T06:34:00.000Z', outcome: 'timeout', newItems: 34 });
  });

  it('changes a source; a new address forgets what the old one said and is visited at once', async () => {
    await add('moving');
    await set('moving', `etag = 'x', last_modified = 'y', next_visit_at = app_now() + interval '1 hour'`);
    const renamed = await patch('moving', { name: '新名', folder: ' 地方 /县报/ ', expectedSeconds: 600 });
    expect(renamed.status).toBe(200);
    expect(renamed.body).toMatchObject({
      name: '新名',
      folder: '地方/县报',
      expectedSeconds: 600,
      expectedIsSet: true,
    });
    expect(await stored('moving')).toMatchObject({ etag: 'x', due: false });
    const moved = await patch('moving', { url: 'https://Elsewhere.example:8443/rss' });
    expect(moved.status).toBe(200);
    expect(await stored('moving')).toMatchObject({
      etag: null,
      last_modified: null,
      due: true,
      host: 'elsewhere.example:8443',
    });
    expect(await lastRow()).toMatchObject({
      kind: 'source.changed',
      data: { sourceId: 'moving', changes: { url: { to: 'https://Elsewhere.example:8443/rss' } } },
    });
    const { length } = await office.journal();
    expect((await patch('moving', { name: '新名' })).status).toBe(200);
    expect(await office.journal()).toHaveLength(length);
    expect((await patch('moving', { expectedSeconds: null, folder: null })).body).toMatchObject({
      expectedSeconds: null,
      expectedIsSet: false,
      folder: null,
    });
  });

  const stored = async (id: string) => {
    const [row] = await office.db.query<object[]>(
      'select etag, last_modified, host, next_visit_at <= app_now() as due from source where id = $1',
      [id],
    );
    return row;
  };

  it.each([
    ['moving', { url: 'http://10.0.0.1/rss' }, 400],
    ['moving', { url: 'http://intranet.local/rss' }, 400],
    ['moving', { expectedSeconds: 59 }, 400],
    ['moving', { expectedSeconds: 31_536_001 }, 400],
    ['nobody', { name: '无' }, 404],
    ['manual', { name: '无' }, 404],
    ['wire', { name: '改名' }, 409],
    ['wire', { url: 'https://other.example/' }, 409],
    ['gazette', { expectedSeconds: 600 }, 409],
  ])('refuses to change %s to %j', async (id, wish, status) => {
    expect((await patch(id, wish)).status).toBe(status);
  });

  it('lets the expected period of a source of the file be set, and keeps it over restarts', async () => {
    expect((await patch('wire', { expectedSeconds: 1800, name: '通讯社' })).status).toBe(200);
    await office.restarts();
    expect(await one('wire')).toMatchObject({ expectedSeconds: 1800, expectedIsSet: true });
  });

  it('pauses with a reason over restarts, is not visited meanwhile, and resumes at once', async () => {
    const paused = await office.post<SourceView>('/sources/wire/pause', { reason: '对方改版' });
    expect(paused.body).toMatchObject({ health: 'paused', nextVisitAt: null });
    expect(paused.body.pausedAt).not.toBeNull();
    expect(await lastRow()).toMatchObject({ kind: 'source.paused', data: { sourceId: 'wire', reason: '对方改版' } });
    await office.restarts();
    expect(await one('wire')).toMatchObject({ health: 'paused', pausedAt: paused.body.pausedAt });
    expect((await office.post('/sources/wire/visit', {})).status).toBe(409);
    const again = await office.post<SourceView>('/sources/wire/pause', { reason: '再次暂停' });
    expect(again.body.pausedAt).toBe(paused.body.pausedAt);
    expect((await lastRow())?.data).toMatchObject({ reason: '对方改版' });
    expect((await office.post('/sources/wire/pause', {})).status).toBe(400);

    expect((await office.post<SourceView>('/sources/wire/resume', {})).body.pausedAt).toBeNull();
    expect(await stored('wire')).toMatchObject({ due: true });
    expect((await lastRow())?.kind).toBe('source.resumed');
  });

  it('visits now', async () => {
    await set('wire', `next_visit_at = app_now() + interval '1 hour'`);
    expect((await office.post('/sources/wire/visit', {})).status).toBe(200);
    expect(await stored('wire')).toMatchObject({ due: true });
    expect((await office.post('/sources/nobody/visit', {})).status).toBe(404);
  });

  it('keeps the time during which a source made us blind when it is paused, demoted or removed', async () => {
    for (const id of ['b1', 'b2', 'b3']) await add(id, 'core');
    await set('b3', `origin = 'file'`);
    const [{ since }] = await office.db.query<[{ since: Date }]>(
      `select watched_since as since from source where id = 'b1'`,
    );
    await office.clock.forward({ minutes: 5 });
    await office.post('/sources/b1/pause', { reason: '停刊' });
    await patch('b2', { tier: 'regular' });
    await office.part(DeclaredSources).sync();
    const rows = await office.db.query<{ source_id: string; since: Date; long: boolean }[]>(
      `select source_id, since, until - since > interval '2 minutes' as long from blind_interval where source_id like 'b_' order by 1`,
    );
    expect(rows.map(({ source_id, long }) => [source_id, long])).toEqual([
      ['b1', true],
      ['b2', true],
      ['b3', true],
    ]);
    expect(rows[0]?.since).toEqual(since);
    expect(await one('b3')).toMatchObject({ enabled: false, health: 'paused' });
  });

  it('reserves the ids of built-in sources', async () => {
    expect((await add('manual')).status).toBe(400);
    expect((await add('canary')).status).toBe(400);
  });

  it('reads a thousand sources page by page, each with its strips in one query, none missing and none twice', async () => {
    await office.db.query(
      `insert into source (id, name, url, tier, family, origin)
       select 'many-' || n, '源', 'https://m' || n || '.example/', 'regular', 'many', 'api' from generate_series(1, 1000) n`,
    );
    await office.db.query(
      `insert into visit (source_id, started_at, finished_at, outcome, new_items)
       select 'many-' || n, at, at, 'ok', 1 from generate_series(1, 60) m, generate_series(1, 1000) n,
         lateral (select app_now() - make_interval(secs => 300 * m + n) as at) t`,
    );
    const asked = await countQueries(office.db, () => office.part(SourcesService).page({ limit: 500 }));
    expect(asked).toBe(1);
    const ids: string[] = [];
    for (let path: string | null = '/sources?limit=400'; path !== null;) {
      const page: SourcePage = await office.get<SourcePage>(path);
      ids.push(...page.items.map(({ id }) => id));
      path = page.next && `/sources?limit=400&cursor=${page.next}`;
    }
    const kept = await office.db.query<{ id: string }[]>(
      `select id from source where origin <> 'built_in' order by id`,
    );
    expect(ids).toEqual(kept.map(({ id }) => id));
    expect((await one('many-1000')).recent).toHaveLength(30);
  });
});
