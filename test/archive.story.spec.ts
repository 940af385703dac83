import type { ArchivedArticle, ArchiveLine, ArchivePage } from '../src/contract/archive.js';
import { ArticleIndexer } from '../src/search/article-indexer.js';
import { Office } from './support/office.js';

const QUAKE = '甲省乙市发生地震 已致3人遇难';

const addressOf = (query: Record<string, string>): string => `/articles?${new URLSearchParams(query).toString()}`;

/** 资料库: whoever may read it finds what was ever stored. */
describe('the archive', () => {
  let office: Office;
  beforeAll(async () => {
    office = await Office.open();
  });
  afterAll(() => office.close());
  afterEach(() => office.db.query('delete from article'));

  const page = (query: Record<string, string>): Promise<ArchivePage> => office.get<ArchivePage>(addressOf(query));
  const found = async (query: Record<string, string>): Promise<string[]> =>
    (await page(query)).items.map(({ title }) => title);
  const at = (minute: number): Date => new Date(Date.UTC(2026, 0, 5, 8, minute));
  const store = async (...titles: string[]): Promise<void> => {
    for (const [minute, title] of titles.entries()) await office.publishes({ title, publishedAt: at(minute) });
    await office.indexes();
  };
  const refused = async (query: Record<string, string>): Promise<number> => {
    const answer = await fetch(`${office.address}/api/v1${addressOf(query)}`, {
      headers: { cookie: await office.signIn('admin', 'test-office-password') },
    });
    return answer.status;
  };

  it('finds a word of two characters inside a sentence, wherever dictionaries would cut', async () => {
    await office.publishes({ title: '某市通报', text: '当地震感明显，居民撤离。' });
    await office.publishes({ title: '无关', text: '今天天气晴。' });
    await office.indexes();
    const { items } = await page({ q: '地震' });
    expect(items.map(({ title }) => title)).toEqual(['某市通报']);
    expect(items[0]?.snippet).toEqual([
      { text: '当', hit: false },
      { text: '地震', hit: true },
      { text: '感明显，居民撤离。', hit: false },
    ]);
  });

  it('takes words together, phrases in order, minus as without, and knows no case and no width', async () => {
    await store('地震应急响应 AI 启动', '响应应急地震', '地震演练 ＡＩ 参与');
    expect(await found({ q: '地震 应急' })).toEqual(['响应应急地震', '地震应急响应 AI 启动']);
    expect(await found({ q: '“应急响应”' })).toEqual(['地震应急响应 AI 启动']);
    expect(await found({ q: '地震 -演练 -"应急响应"' })).toEqual(['响应应急地震']);
    expect(await found({ q: 'ai' })).toEqual(['地震演练 ＡＩ 参与', '地震应急响应 AI 启动']);
    expect(await found({ q: '-演练' })).toHaveLength(2);
    expect(await found({ q: '' })).toHaveLength(3);
  });

  it('narrows by time and source', async () => {
    await store('地震一', '地震二', '地震三');
    await office.publishes({ title: '地震四', source: 'forum', publishedAt: at(3) });
    await office.indexes();
    const span = { from: at(1).toISOString(), to: '2026-01-05T16:03:00+08:00' };
    expect(await found({ q: '地震', ...span })).toEqual(['地震三', '地震二']);
    expect(await found(span)).toEqual(['地震三', '地震二']);
    expect(await found({ q: '地震', source: 'forum' })).toEqual(['地震四']);
    expect(await found({ source: 'agency' })).toHaveLength(3);
  });

  it('follows the level of the incident as it is now, and names it', async () => {
    await office.publishes({ title: QUAKE, text: '今天，甲省乙市发生地震，已致3人遇难。' });
    await office.judges();
    await office.publishes({ title: '乙市地震救援继续', text: '今天，甲省乙市发生地震，已致12人遇难。' });
    await office.publishes({ title: '某市举行读书节', text: '活动现场气氛热烈。' });
    await office.indexes();
    await office.judges();
    const [incident] = await office.incidents();
    if (!incident) throw new Error('no incident was opened');
    const { items } = await page({ incident: incident.id });
    expect(items).toHaveLength(2);
    expect(items[0]).toMatchObject({ incidentNumber: incident.number, level: incident.level });
    expect(await found({ level: 'I' })).toEqual([]);
    await office.post(`/incidents/${incident.id}/grade`, { level: 'I', reason: '伤亡扩大' });
    for (const q of ['', '地震']) {
      expect((await found({ level: 'I', q })).sort()).toEqual([QUAKE, '乙市地震救援继续'].sort());
      expect(await found({ level: 'IV', q })).toEqual([]);
    }
    expect((await page({ incident: incident.id })).items.map((line) => line.level)).toEqual(['I', 'I']);
    expect(await found({ story: items[0]?.storyId ?? '', q: '救援' })).toEqual(['乙市地震救援继续']);
    const full = await office.get<ArchivedArticle>(`/articles/${items[0]?.id}`);
    expect(full.judgement?.facts.map(({ metric }) => metric)).toContain('deaths');
    await office.db.query('update article set story_id = null');
  });

  it.each<[Record<string, string>]>([[{ q: '地震' }], [{}]])(
    'turns pages without gaps and doubles while articles arrive: %j',
    async (query) => {
      await store(...Array.from({ length: 25 }, (_, n) => `地震第${n}条`));
      // Several at one instant, so that the id has to part them.
      await office.db.query(`update article set published_at = $1 where title like '%1%条'`, [at(7)]);
      await office.db.query('insert into article_unindexed (article_id) select id from article');
      await office.indexes();
      const seen: string[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const { items, next }: ArchivePage = await page({ ...query, limit: '4', ...(cursor && { cursor }) });
        seen.push(...items.map(({ title }) => title));
        await office.publishes({ title: `地震新到${seen.length}`, publishedAt: at(50) });
        await office.indexes();
        cursor = next;
      }
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen).toHaveLength(25);
    },
  );

  it('finds a frequent word that the newest articles have not, and a rare one among many', async () => {
    await office.db.query(
      `insert into article (source_id, item_key, title, text, published_at, published_note)
       select 'agency', 'old' || n, case when n = 7 then '瘫痪' else '旧闻地震' end || n, '', $1::timestamptz - make_interval(mins => n), 'stated'
       from generate_series(1, 60) n
       union all select 'agency', 'new' || n, '新闻' || n, '', $1::timestamptz + make_interval(mins => n), 'stated'
       from generate_series(1, 450) n`,
      [at(0)],
    );
    await office.indexes();
    expect(await found({ q: '地震', limit: '100' })).toHaveLength(59);
    expect(await found({ q: '瘫痪' })).toEqual(['瘫痪7']);
    expect((await found({ q: '新闻', limit: '2' }))[0]).toBe('新闻450');
  });

  it('shows the whole article; a deleted one vanishes', async () => {
    await store('<b>标题</b> & 引号"');
    const [line] = (await page({ q: '标题' })).items as [ArchiveLine];
    expect(line.titleParts.map(({ text }) => text).join('')).toBe('<b>标题</b> & 引号"');
    expect(await office.get(`/articles/${line.id}`)).toMatchObject({ title: line.title, text: '', judgement: null });
    await office.db.query('delete from article where id = $1', [line.id]);
    expect(await found({ q: '标题' })).toEqual([]);
    await expect(office.get(`/articles/${line.id}`)).rejects.toThrow('404');
    expect(await office.db.query('select from article_index')).toHaveLength(0);
  });

  it('never shows an article of a hidden channel', async () => {
    await office.db.query(
      `insert into source (id, name, url, tier, family, origin, channel)
       values ('selfcheck', '自检', 'http://selfcheck.test/', 'core', 'selfcheck', 'built_in', 'canary')`,
    );
    await office.publishes({ title: '地震自检', source: 'selfcheck' });
    await office.indexes();
    const [hidden] = await office.db.query<{ id: string }[]>('select id from article');
    expect(await office.db.query('select from article_index')).toHaveLength(0);
    expect(await found({ q: '地震' })).toEqual([]);
    expect(await found({})).toEqual([]);
    await expect(office.get(`/articles/${hidden?.id}`)).rejects.toThrow('404');
  });

  it('says how many are not indexed yet; what an indexer that died had taken is indexed by the next', async () => {
    await office.publishes({ title: '地震一' });
    const died = office.db.transaction(async (tx) => {
      await new ArticleIndexer({ transaction: (work: (inner: typeof tx) => unknown) => work(tx) } as never).indexSome(
        10,
      );
      throw new Error('killed');
    });
    await expect(died).rejects.toThrow('killed');
    expect(await page({ q: '地震' })).toMatchObject({ items: [], notYetIndexed: 1 });
    await office.indexes();
    expect(await page({ q: '地震' })).toMatchObject({ items: [{ title: '地震一' }], notYetIndexed: 0 });
  });

  it('leaves nothing of an article that was deleted while it was being indexed', async () => {
    await office.publishes({ title: '地震一' });
    const indexer = office.db.createQueryRunner();
    await indexer.connect();
    await indexer.startTransaction();
    await new ArticleIndexer({
      transaction: (work: (tx: unknown) => unknown) => work(indexer.manager),
    } as never).indexSome(10);
    await office.db.query('delete from article');
    await indexer.commitTransaction();
    await indexer.release();
    expect(await office.db.query('select from article_index')).toHaveLength(1);
    expect(await found({ q: '地震' })).toEqual([]);
    await office.indexes();
    expect(await office.db.query('select from article_index')).toHaveLength(0);
  });

  it.each<[string, Record<string, string>, number]>([
    ['a very long query', { q: '震'.repeat(201) }, 400],
    ['a long query', { q: '地震应急'.repeat(50) }, 200],
    ['too many words', { q: '一二 三四 五六 七八 九十 一三 二四 三五 四六 五七 六八' }, 400],
    ['one character', { q: '震' }, 400],
    ['a minus alone', { q: '-' }, 400],
    ['unbalanced quotes', { q: '“地震" 四川"' }, 200],
    ['only symbols', { q: '%_\\ ;--' }, 200],
    ['a NUL', { q: 'a\0b' }, 200],
    ['SQL', { q: `'); drop table article_index; --` }, 200],
    ['empty quotes', { q: '""' }, 200],
    ['half a pair', { q: '\ud842地震' }, 200],
    ['a bad cursor', { cursor: 'x' }, 400],
    ['a bad time', { from: 'yesterday' }, 400],
    ['a year that is none', { from: '0000-01-01T00:00:00Z' }, 200],
    ['a bad level', { level: 'V' }, 400],
    ['a bad story', { story: '1' }, 400],
    ['too large a page', { limit: '1000' }, 400],
  ])('answers %s', async (_, query, status) => {
    await store('地震%_\\ ;--ab');
    expect(await refused(query)).toBe(status);
  });

  it('takes % and _ as they are', async () => {
    await store('增长100%以上', '增长100元以上', 'a_b', 'a-b');
    expect(await found({ q: '100%' })).toEqual(['增长100%以上']);
    expect(await found({ q: 'a_b' })).toEqual(['a_b']);
  });

  it('is closed to bureaus', async () => {
    const bureau = await office.employs('bureau-one', 'bureau_officer', 'COPYRIGHT');
    await expect(office.get('/articles', bureau)).rejects.toThrow('403');
    const leader = await office.employs('leader', 'leadership');
    await expect(office.get('/articles', leader)).resolves.toMatchObject({ items: [] });
  });
});
