import type { IncidentView } from '../src/contract/incident.js';
import type { OwnRelease } from '../src/contract/own-release.js';
import { OwnReleases } from '../src/response/own/own-releases.js';
import { Office } from './support/office.js';

const FIRE = '山西运城一影城起火';
const NOTICE = '关于山西运城影城火灾情况的通报';

/** 本局渠道 (R6): what the office's own site publishes is no public opinion; where it may answer a case, a person is asked. */
describe('releases of our own', () => {
  let office: Office;
  let second: string;
  let links = 0;
  beforeAll(async () => {
    office = await Office.open({ jurisdiction: 'nation' });
    second = await office.employs('second', 'duty_officer');
    await office.db.query(
      `insert into source (id, name, url, tier, family, origin, kind)
       values ('own-site', '本局网站', 'http://own.test/', 'regular', 'own', 'api', 'own')`,
    );
  });
  afterAll(() => office.close());

  const opens = async (title: string): Promise<IncidentView> =>
    (await office.post<IncidentView>('/incidents', { title, level: 'II', lead: 'FILM' })).body;
  const weighs = () => office.part(OwnReleases).weigh();

  /** @param at null: the page states no time to believe */
  async function publishes(title: string, at?: Date | null, link?: string): Promise<string> {
    links += 1;
    const [row] = await office.db.query<{ id: string }[]>(
      `insert into article (source_id, item_key, title, text, link, published_at, published_note, fetched_at)
       values ('own-site', $1, $2, '', $3, $4, $5, app_now()) returning id`,
      [
        ...[`${links}`, title, link ?? `https://www.own.test/${links}`],
        ...[at === undefined ? await office.clock.now() : at, at === null ? 'future' : 'stated'],
      ],
    );
    await office.judges();
    await weighs();
    return row?.id ?? '';
  }
  const proposals = async (id: string): Promise<OwnRelease[]> => (await office.incident(id)).ownReleases;
  const decides = (id: string, release: string | undefined, agree: boolean, cookie?: string) =>
    office.post<IncidentView>(
      `/incidents/${id}/own-releases`,
      { release, agree, ...(!agree && { reason: '不是本事件' }) },
      cookie,
    );
  const stateOf = ({ clocks }: IncidentView, kind: string) => clocks.find((clock) => clock.kind === kind);
  const rowsOf = ({ journal }: IncidentView, kind: string) => journal.filter((row) => row.kind === kind);

  it('open no case, join no story and stop nothing by themselves; confirmed, one answers at its own time', async () => {
    const { id } = await opens(FIRE);
    const before = (await office.incidents()).length;
    await office.passes({ minutes: 30 });
    const at = await office.clock.now();
    await office.passes({ minutes: 20 });
    const articleId = await publishes(NOTICE, at);
    await publishes('江西赣州一影城火灾已致12人死亡情况通报');
    expect(await office.incidents()).toHaveLength(before);
    const [joined] = await office.db.query<{ n: number }[]>(
      `select count(*)::int as n from article where source_id = 'own-site' and story_id is not null`,
    );
    expect(joined?.n).toBe(0);
    const view = await office.incident(id);
    expect(view).toMatchObject({ ownReleaseCount: 1, articleCount: 0, statements: [] });
    expect(stateOf(view, 'statement_5h')?.state).toBe('running');
    const [one] = view.ownReleases;
    expect(one).toMatchObject({ articleId, title: NOTICE, at: at.toISOString(), atStated: true, channel: 'website' });
    expect(rowsOf(view, 'own_release.proposed')).toHaveLength(1);
    const done = await decides(id, one?.id, true);
    expect(done.status).toBe(200);
    expect(done.body.statements).toMatchObject([{ publishedAt: at.toISOString(), articleId, channel: 'website' }]);
    expect(stateOf(done.body, 'statement_5h')).toMatchObject({ state: 'met', metAt: at.toISOString() });
    expect(stateOf(done.body, 'press_conference_24h')?.state).toBe('running');
    expect(done.body).toMatchObject({ ownReleases: [], ownReleaseCount: 0 });
    expect(rowsOf(done.body, 'own_release.confirmed')).toHaveLength(1);
    expect((await decides(id, one?.id, true, second)).body.statements).toHaveLength(1);
    expect((await decides(id, one?.id, false, second)).status).toBe(409);
  });

  it('tell the desk once, and propose to a case that is opened after the publication', async () => {
    await publishes('关于湖北宜昌影城坍塌情况的通报');
    const { id } = await opens('湖北宜昌一影城坍塌');
    await weighs();
    await weighs();
    expect(await proposals(id)).toHaveLength(1);
    await office.sweeps();
    const notices = await office.db.query<{ payload: { subject: { zh: string }; lines: { zh: string[] } } }[]>(
      `select payload from notice where incident_id = $1 and payload::text like '%本局已发布%' and channel = 'board'`,
      [id],
    );
    const desk = new Set(notices.map(({ payload }) => JSON.stringify(payload.lines)));
    expect(desk.size).toBe(1);
    expect([...desk][0]).toContain('关于湖北宜昌影城坍塌情况的通报');
    await office.sweeps();
    const again = await office.db.query<unknown[]>(
      `select from clock_threshold where key like 'own_release_%' and clock_id in (select id from incident_clock where incident_id = $1)`,
      [id],
    );
    expect(again).toHaveLength(1);
  });

  it('rejected with a reason, are never proposed again, not even under another headline of the same page', async () => {
    const { id } = await opens('福建泉州一剧院起火');
    const link = 'https://www.own.test/quanzhou';
    await publishes('关于福建泉州剧院火灾情况的通报', undefined, link);
    const [one] = await proposals(id);
    const bare = await office.post(`/incidents/${id}/own-releases`, { release: one?.id, agree: false });
    expect(bare.status).toBe(400);
    expect((await decides(id, one?.id, false)).body.ownReleases).toEqual([]);
    await publishes('关于福建泉州剧院火灾情况的通报(更新)', undefined, link);
    await office.db.query('update incident set own_weighed = false where id = $1', [id]);
    await weighs();
    expect(await proposals(id)).toEqual([]);
    const view = await office.incident(id);
    expect(rowsOf(view, 'own_release.rejected').map((row) => row.data['reason'])).toEqual(['不是本事件']);
    expect(stateOf(view, 'statement_5h')?.state).toBe('running');
  });

  it('are for the press office to decide', async () => {
    const { id } = await opens('浙江嘉兴一剧院起火');
    await publishes('关于浙江嘉兴剧院火灾情况的通报');
    const [one] = await proposals(id);
    const bureau = await office.employs('film', 'bureau_officer', 'FILM');
    expect((await decides(id, one?.id, true, bureau)).status).toBe(403);
    expect((await decides(id, '00000000-0000-4000-8000-000000000000', true)).status).toBe(404);
  });

  describe('whatever the own feed says of the time', () => {
    it('in the future: the copy counts from when it was fetched', async () => {
      const { id } = await opens('江苏盐城一影城起火');
      await office.passes({ hours: 1 });
      const before = await office.clock.now();
      await publishes('关于江苏盐城影城火灾情况的通报', null);
      const [one] = await proposals(id);
      expect(one?.atStated).toBe(false);
      expect(Date.parse(one?.at ?? '')).toBeGreaterThanOrEqual(before.getTime());
      const done = await decides(id, one?.id, true);
      expect(stateOf(done.body, 'statement_5h')?.metAt).toBe(one?.at);
    });

    it('before the happening: nothing is proposed', async () => {
      const { id, clockStartAt } = await opens('河南南阳一影城起火');
      await publishes('关于河南南阳影城火灾情况的通报', new Date(Date.parse(clockStartAt) - 25 * 3_600_000));
      expect(await proposals(id)).toEqual([]);
    });

    it('within a limit that has passed when it is confirmed: it waits for a second person', async () => {
      const { id } = await opens('广西玉林一影城起火');
      await office.passes({ hours: 2 });
      const at = await office.clock.now();
      await office.passes({ hours: 4 });
      await publishes('关于广西玉林影城火灾情况的通报', at);
      const [one] = await proposals(id);
      const asked = await decides(id, one?.id, true);
      expect(stateOf(asked.body, 'statement_5h')?.state).toBe('overdue');
      expect(asked.body.secondPerson).toMatchObject([{ kind: 'late_evidence' }]);
      const request = asked.body.secondPerson[0]?.id;
      const done = await office.post<IncidentView>(`/incidents/${id}/second-person`, { request, agree: true }, second);
      expect(stateOf(done.body, 'statement_5h')).toMatchObject({ state: 'met', metAt: at.toISOString() });
    });
  });

  it('may fit two cases: each is asked, and one answer says nothing of the other', async () => {
    const [a, b] = [await opens('云南曲靖一影城起火'), await opens('云南曲靖另一影城火灾')];
    await publishes('关于云南曲靖影城火灾情况的通报');
    const [[ofA], [ofB]] = [await proposals(a.id), await proposals(b.id)];
    expect([ofA?.title, ofB?.title]).toEqual([ofB?.title, '关于云南曲靖影城火灾情况的通报']);
    await decides(a.id, ofA?.id, true);
    expect(await proposals(b.id)).toHaveLength(1);
    expect(stateOf(await office.incident(b.id), 'statement_5h')?.state).toBe('running');
  });

  it('go with a case that is merged, and are answered no more where it was dismissed', async () => {
    const [gone, kept] = [await opens('贵州遵义一影城起火'), await opens('老渡口栈桥沉没')];
    await publishes('关于贵州遵义影城火灾情况的通报');
    const [one] = await proposals(gone.id);
    await office.post(`/incidents/${gone.id}/merge`, { into: kept.id, reason: '同一处' });
    expect((await decides(gone.id, one?.id, true)).status).toBe(404);
    expect((await proposals(kept.id)).map(({ id }) => id)).toEqual([one?.id]);
    await office.db.query(`update incident set status = 'dismissed' where id = $1`, [kept.id]);
    expect(await proposals(kept.id)).toEqual([]);
    expect((await decides(kept.id, one?.id, true)).status).toBe(409);
    expect((await office.incident(kept.id)).statements).toEqual([]);
  });

  it('confirmed and rejected at once by two people, have one outcome', async () => {
    const { id } = await opens('四川泸州一影城起火');
    await publishes('关于四川泸州影城火灾情况的通报');
    const [one] = await proposals(id);
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, n) => decides(id, one?.id, n % 2 === 0, n % 2 === 0 ? undefined : second)),
    );
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([200, 200, 200, 409, 409, 409]);
    const view = await office.incident(id);
    const decided = [...rowsOf(view, 'own_release.confirmed'), ...rowsOf(view, 'own_release.rejected')];
    expect(decided).toHaveLength(1);
    expect(view.statements).toHaveLength(decided[0]?.kind === 'own_release.confirmed' ? 1 : 0);
  });

  it('a conference that is announced is none that was held', async () => {
    const { id } = await opens('陕西汉中一影城起火');
    await publishes('关于陕西汉中影城火灾的新闻发布会预告:总局将于今日举行');
    const [one] = await proposals(id);
    expect(one?.announcesConference).toBe(true);
    const done = await decides(id, one?.id, true);
    expect(stateOf(done.body, 'press_conference_24h')?.state).toBe('running');
    expect(done.body.pressConferences).toEqual([]);
  });

  it('of a source that becomes our own later, are counted in no heat any more', async () => {
    await office.publishes({ title: '湖南常德一影城火灾致10人死亡', source: 'forum' });
    await office.publishes({ title: '湖南常德一影城火灾致10人死亡 现场', source: 'agency' });
    await office.judges();
    const found = (await office.incidents()).find((one) => one.title.includes('湖南常德'));
    expect(found?.articleCount).toBe(2);
    const changed = await office.send('PATCH', '/sources/forum', { kind: 'own' });
    expect(changed).toMatchObject({ status: 200, body: { kind: 'own' } });
    const view = await office.incident(found?.id ?? '');
    expect(view).toMatchObject({ articleCount: 1, opinion: { articles: 1 } });
    expect(view.heat.reduce((sum, point) => sum + point.articles, 0)).toBe(1);
    await office.send('PATCH', '/sources/forum', { kind: 'public' });
  });
});
