import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { importResult, type ImportResult } from '../src/contract/opml.js';
import type { SourceView } from '../src/contract/source.js';
import { readOpml } from '../src/ingestion/opml/read-opml.js';
import { heldUp } from './support/held-up.js';
import { Office } from './support/office.js';

const SOURCES = `
sources:
  - { id: wire, name: 通讯社 “A&B” <网>, url: 'https://wire.example/rss?a=1&b=2', tier: core, family: wire, folder: 中央/通讯社, expectedSeconds: 600 }
  - { id: inner, name: 内网, url: 'http://10.1.2.3/rss', tier: wide, family: inner, allowPrivateNetwork: true }`;
const feed = (text: string, url: string) => `<outline text="${text}" xmlUrl="${url}"/>`;
const opml = (body: string) => `<opml version="2.0"><body>${body}</body></opml>`;

describe('lists of sources', () => {
  let office: Office;
  beforeAll(async () => {
    office = await Office.open({ sources: SOURCES });
    await office.db.query(`delete from source where id in ('agency', 'forum')`);
  });
  afterAll(() => office.close());

  const take = (text: string, cookie?: string) => office.post<ImportResult>('/sources/opml', { opml: text }, cookie);
  const give = () => fetchText(office, '/sources/opml');
  const sources = async () => (await office.get<{ items: SourceView[] }>('/sources')).items;
  const imports = async () => (await office.journal()).filter(({ kind }) => kind === 'source.imported');

  it('gives a file that takes everything back into another office', async () => {
    const { text, headers } = await give();
    expect(headers.get('content-type')).toBe('text/x-opml; charset=utf-8');
    expect(headers.get('content-disposition')).toContain('attachment');
    const other = await Office.open();
    try {
      const taken = await other.post<ImportResult>('/sources/opml', { opml: text });
      expect(importResult.parse(taken.body)).toMatchObject({
        added: [{ id: 'wire', name: '通讯社 “A&B” <网>' }],
        known: 0,
        refused: [{ name: '内网', url: 'http://10.1.2.3/rss' }],
      });
      const same = { tier: 'core', family: 'wire', folder: '中央/通讯社', expectedSeconds: 600, origin: 'api' };
      const { items } = await other.get<{ items: SourceView[] }>('/sources');
      expect(items.find(({ id }) => id === 'wire')).toMatchObject({ ...same, url: 'https://wire.example/rss?a=1&b=2' });
    } finally {
      await other.close();
    }
  });

  it('takes what is new, knows what is there, refuses the rest with its reason, and leaves one row in the journal', async () => {
    const list = [
      feed('通讯社', 'https://wire.example/rss?a=1&amp;b=2'),
      `<outline text="地方">${feed('县报', 'https://county.example/rss')}${feed('县报', 'https://county.example/rss')}</outline>`,
      feed('本机', 'http://localhost/rss'),
      feed('脚本', 'javascript:alert(1)'),
    ];
    const { status, body } = await take(opml(list.join('')));
    expect(status).toBe(200);
    expect(body).toMatchObject({ added: [{ id: 'county.example', name: '县报' }], known: 2 });
    expect(body.refused.map(({ name }) => name)).toEqual(['本机', '脚本']);
    expect((await sources()).find(({ id }) => id === 'county.example')).toMatchObject({
      folder: '地方',
      tier: 'regular',
    });
    expect((await imports()).map(({ data }) => data)).toEqual([{ count: 1 }]);
    expect((await take(opml(list.join('')))).body).toMatchObject({ added: [], known: 3 });
    expect(await imports()).toHaveLength(1);
  });

  it('adds each source once when two people import the same list at the same time', async () => {
    const list = (name: string) =>
      opml(Array.from({ length: 50 }, (_, n) => feed(name + n, `https://t${n}.example/rss`)).join(''));
    const lock = 'lock table source in share row exclusive mode';
    const results = await heldUp(office.database.url, lock, () => [take(list('town')), take(list('county'))]);
    expect(results.map(({ body }) => body.added.length).sort()).toEqual([0, 50]);
    const [spread] = await office.db.query<{ seconds: number }[]>(
      `select extract(epoch from max(next_visit_at) - min(next_visit_at))::float as seconds from source where id like 't%.example-%'`,
    );
    expect(spread?.seconds).toBeCloseTo(9.8);
  });

  it.each([
    ['no OPML', 'hello', 400],
    ['nothing', '', 400],
    ['too many', opml(feed('甲', 'https://a.example/').repeat(2_001)), 400],
    ['too much', 'x'.repeat(900_001), 400],
  ])('refuses %s', async (_, text, status) => {
    expect((await take(text)).status).toBe(status);
  });

  it('lets leadership read the list, but not add to it', async () => {
    const cookie = await office.employs('chief', 'leadership');
    expect((await fetchText(office, '/sources/opml', cookie)).status).toBe(200);
    const [row] = (await office.journal()).filter(({ kind }) => kind === 'export.made').slice(-1);
    expect(row?.data).toMatchObject({ what: 'sources', filter: { format: 'opml' }, sha256: expect.any(String) });
    expect((await take(opml(feed('甲', 'https://a.example/')), cookie)).status).toBe(403);
  });

  const SHARED = resolve(__dirname, '../../shared/data/feeds/opml');
  const told = existsSync(SHARED) ? it : it.skip;
  if (!existsSync(SHARED)) console.warn(`skipped: ${SHARED} is not there`);

  told('takes and gives back a list met in the wild', async () => {
    const text = readFileSync(resolve(SHARED, 'Subs.opml'), 'utf8');
    const urls = new Set(readOpml(text).map(({ url }) => new URL(url).href));
    const { body } = await take(text);
    expect(body.added.length + body.known + body.refused.length).toBe(readOpml(text).length);
    expect(body.refused).toEqual([]);
    const given = new Set(readOpml((await give()).text).map(({ url }) => new URL(url).href));
    expect([...urls].filter((url) => !given.has(url))).toEqual([]);
  });
});

async function fetchText(office: Office, path: string, cookie?: string) {
  const answer = await office.fetch(path, cookie);
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}
