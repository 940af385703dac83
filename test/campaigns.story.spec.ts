import type { CampaignView } from '../src/contract/campaign.js';
import type { ArticleExplanation } from '../src/contract/explanation.js';
import type { IncidentLine, IncidentView } from '../src/contract/incident.js';
import { claimDueVisits } from '../src/ingestion/visiting/visit-claims.js';
import { Settings } from '../src/settings/settings.js';
import { Office } from './support/office.js';

/** 专项: a window with words, sources and a lowered line. */
describe('campaigns', () => {
  let office: Office;
  beforeAll(async () => {
    office = await Office.open({ jurisdiction: 'office' });
    await office.clock.travelTo('2027-02-27T02:00:00Z');
  });
  afterAll(() => office.close());

  const WINDOW = { startsAt: '2027-03-01T00:00:00+08:00', endsAt: '2027-03-13T00:00:00+08:00' };
  const plans = (more: object = {}) =>
    office.post<CampaignView>('/campaigns', { name: '2027两会', ...WINDOW, words: ['两会'], ...more });
  const open = async (campaign: string) =>
    (await office.get<{ items: IncidentLine[] }>(`/incidents?campaign=${campaign}`)).items.map(({ id }) => id);
  /** An article is published at an instant and judged. @returns the lane of its story, null: of none */
  async function publishes(title: string, publishedAt: string): Promise<string | null> {
    await office.publishes({ title, publishedAt: new Date(publishedAt) });
    await office.judges();
    const [row] = await office.db.query<{ lane: string | null }[]>(
      'select s.lane from article a left join story s on s.id = a.story_id where a.title = $1',
      [title],
    );
    return row?.lane ?? null;
  }
  async function explained(title: string): Promise<ArticleExplanation> {
    const [row] = await office.db.query<{ id: string }[]>('select id from article where title = $1', [title]);
    return office.get<ArticleExplanation>(`/articles/${row?.id}/explanation`);
  }

  test('is planned by the press office alone, and says what it lacks', async () => {
    const film = await office.employs('film', 'bureau_officer', 'FILM');
    expect((await office.post('/campaigns', { name: '书市', ...WINDOW, words: ['书市'] }, film)).status).toBe(403);
    expect((await plans({ words: [] })).status).toBe(400);
    expect((await plans({ sources: ['agency'] })).status).toBe(400);
    const backwards = await plans({ endsAt: WINDOW.startsAt });
    expect(backwards).toMatchObject({ status: 400, body: { faults: [{ path: 'endsAt' }] } });
    expect((await plans({ startsAt: '2027-01-01T00:00:00+08:00' })).status).toBe(400);
    const made = await plans();
    expect([made.status, made.body.phase, made.body.version]).toEqual([201, 'ahead', 1]);
    const { id, roster: _people, phase: _phase, versions: _versions, ...stated } = made.body;
    const change = (more: object) =>
      office.post<CampaignView>(`/campaigns/${id}/change`, { ...stated, reason: '补充', ...more });
    const changed = (await change({ words: ['两会', '人大代表'] })).body;
    expect(changed.version).toBe(2);
    expect(changed.versions).toMatchObject([
      { version: 2, by: '管理员', reason: '补充' },
      { version: 1, reason: null },
    ]);
    expect((await change({ words: ['两会'] })).status).toBe(409);
    const kinds = (await office.journal()).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind.startsWith('campaign.'))).toEqual(['campaign.planned', 'campaign.changed']);
  });

  test('from its beginning to its end what touches it is put before the desk; the end itself is no longer in it', async () => {
    const title = '两会代表驻地菜单走红';
    await office.clock.travelTo('2027-02-28T15:59:59Z');
    expect(await publishes(`${title}一`, '2027-02-28T15:59:59Z')).toBeNull();
    await office.clock.travelTo('2027-03-01T02:00:00Z');
    expect(await publishes(`${title}二`, '2027-02-28T16:00:00Z')).toBe('triage');
    expect(await publishes('驻地外银杏抽芽', '2027-03-01T01:00:00Z')).toBeNull();
    expect((await explained(`${title}二`)).campaigns).toEqual([
      { id: expect.any(String), name: '2027两会', lowered: true },
    ]);
    expect((await explained(`${title}二`)).sameWhenJudgedAgain).toBe(true);
    expect((await explained('驻地外银杏抽芽')).campaigns).toEqual([]);
    await office.clock.travelTo('2027-03-12T16:00:01Z');
    expect(await publishes(`${title}三`, '2027-03-12T16:00:00Z')).toBeNull();
    expect(await publishes(`${title}四`, '2027-03-12T15:59:59Z')).toBe('triage');
  });

  test('with no campaign in force a judgement is kept as it always was', async () => {
    const rows = await office.db.query<{ judgement: object }[]>(
      `select judgement from article a where not exists (select from article_campaign c where c.article_id = a.id)`,
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ judgement }) => 'campaigns' in judgement)).toEqual([]);
  });

  test('a case that it has touched carries it for ever; neither level nor limits change with it', async () => {
    await office.clock.travelTo('2027-03-14T02:00:00Z');
    const made = await plans({
      name: '书展',
      startsAt: '2027-03-14T10:00:00+08:00',
      endsAt: '2027-03-14T20:00:00+08:00',
      words: ['书展'],
    });
    const { id } = made.body;
    const open1 = async (title: string) =>
      (await office.post<IncidentView>('/incidents', { title, level: 'II', lead: 'FILM', text: '' })).body;
    await office.clock.travelTo('2027-03-14T11:59:59Z');
    const inside = await open1('书展展位起火');
    await office.clock.travelTo('2027-03-14T12:00:00Z');
    const outside = await open1('书展展位又起火');
    expect(inside.campaigns).toEqual([{ id, name: '书展' }]);
    expect(outside.campaigns).toEqual([]);
    expect(inside.clocks.map(({ kind }) => kind)).toEqual(outside.clocks.map(({ kind }) => kind));
    await office.clock.travelTo('2027-04-14T12:00:00Z');
    expect(await open(id)).toEqual([inside.id]);
    expect((await office.post(`/campaigns/${id}/change`, { ...made.body, roster: [], reason: '延长' })).status).toBe(
      409,
    );
  });

  test('a case that takes over a story or another case takes over its campaigns', async () => {
    await office.clock.travelTo('2027-05-01T02:00:00Z');
    const at = { startsAt: '2027-05-01T10:00:00+08:00', endsAt: '2027-05-09T10:00:00+08:00' };
    const { id } = (await plans({ name: '督查', ...at, words: ['督查组'] })).body;
    expect(await publishes('督查组进驻票务平台', '2027-05-01T03:00:00Z')).toBe('triage');
    const [story] = await office.db.query<{ id: string }[]>(`select id from story where title = '督查组进驻票务平台'`);
    const taken = await office.post<IncidentView>(`/stories/${story?.id}/concerns-us`, { reason: '属本局事项' });
    expect(taken.body.campaigns).toEqual([{ id, name: '督查' }]);
    const other = (await office.post<IncidentView>('/incidents', { title: '票务平台涨价', level: 'III', lead: 'FILM' }))
      .body;
    await office.post(`/incidents/${taken.body.id}/merge`, { into: other.id, reason: '同一事件' });
    expect((await office.incident(other.id)).campaigns).toEqual([{ id, name: '督查' }]);
  });

  test('its sources are visited during the window alone', async () => {
    await office.clock.travelTo('2027-06-01T02:00:00Z');
    await office.db.query(`update source set next_visit_at = app_now(), host = id`);
    const at = { startsAt: '2027-06-01T11:00:00+08:00', endsAt: '2027-06-01T12:00:00+08:00' };
    await plans({ name: '论坛', ...at, words: [], sources: ['forum'] });
    const claimed = async () => {
      await office.db.query('update source set claimed_at = null, claim_until = null, next_visit_at = app_now()');
      await office.db.query('delete from host_turn');
      const jobs = await claimDueVisits(office.db.manager, office.part(Settings).policy.collection, 10);
      return jobs
        .map(({ sourceId }) => sourceId)
        .filter((one) => one === 'forum' || one === 'agency')
        .sort();
    };
    expect(await claimed()).toEqual(['agency']);
    await office.clock.travelTo('2027-06-01T03:00:00Z');
    expect(await claimed()).toEqual(['agency', 'forum']);
    await office.clock.travelTo('2027-06-01T04:00:00Z');
    expect(await claimed()).toEqual(['agency']);
  });
});
