import type { CampaignPage, CampaignView } from '../src/contract/campaign.js';
import { Office } from './support/office.js';

/** 专项一览: found by phase and name, page by page; one that has not begun may be called off, once. */
describe('the list of campaigns', () => {
  let office: Office;
  const ids = new Map<string, string>();
  beforeAll(async () => {
    office = await Office.open({ jurisdiction: 'office' });
    await office.clock.travelTo('2027-02-27T02:00:00Z');
    await plans('春季书展', '03-01', '03-05');
    await plans('电影节', '03-02', '03-20');
    await plans('秋季书展', '10-01', '10-05');
    await office.clock.travelTo('2027-03-10T02:00:00Z');
  });
  afterAll(() => office.close());

  async function plans(name: string, from: string, to: string): Promise<void> {
    const window = { startsAt: `2027-${from}T00:00:00+08:00`, endsAt: `2027-${to}T00:00:00+08:00` };
    const made = await office.post<CampaignView>('/campaigns', {
      name,
      ...window,
      words: ['书展'],
      sources: ['forum'],
    });
    expect(made.status).toBe(201);
    ids.set(name, made.body.id);
  }
  const page = (query = '') => office.get<CampaignPage>(`/campaigns?${query}`);
  const names = async (query?: string) => (await page(query)).items.map(({ name }) => name);
  const callOff = (name: string, reason = '活动延期', cookie?: string) =>
    office.post<CampaignView>(`/campaigns/${ids.get(name)}/call-off`, { reason }, cookie);

  test('the one that begins last stands first; narrowed by phase and name', async () => {
    expect(await names()).toEqual(['秋季书展', '电影节', '春季书展']);
    expect(await names('phase=running')).toEqual(['电影节']);
    expect(await names('phase=over')).toEqual(['春季书展']);
    expect(await names('q=书展 秋')).toEqual(['秋季书展']);
    expect((await page('q=书展')).counts).toEqual({ ahead: 1, running: 0, over: 1, called_off: 0 });
  });

  test('page by page, none missing and none twice', async () => {
    const first = await page('limit=2');
    expect(first.items).toHaveLength(2);
    const rest = await page(`limit=2&cursor=${first.next}`);
    expect(rest).toMatchObject({ items: [{ name: '春季书展' }], next: null });
  });

  test('one that has not begun is called off with a reason, by the desk alone', async () => {
    const film = await office.employs('film', 'bureau_officer', 'FILM');
    expect((await callOff('秋季书展', '活动延期', film)).status).toBe(403);
    expect((await callOff('秋季书展', ' ')).status).toBe(400);
    expect((await callOff('电影节')).status).toBe(409);
    expect((await callOff('春季书展')).status).toBe(409);
    expect(await callOff('秋季书展')).toMatchObject({
      status: 200,
      body: { phase: 'called_off', calledOff: { by: '管理员', reason: '活动延期' } },
    });
  });

  test('it cannot be called off twice, nor changed', async () => {
    const again = await callOff('秋季书展', '又一次');
    expect(again.status).toBe(409);
    const held = await office.get<CampaignView>(`/campaigns/${ids.get('秋季书展')}`);
    expect(held.calledOff?.reason).toBe('活动延期');
    const change = { ...held, sources: [], roster: [], reason: '改期' };
    expect((await office.post(`/campaigns/${held.id}/change`, change)).status).toBe(409);
    const told = (await office.journal()).filter(({ kind }) => kind === 'campaign.called_off');
    expect(told.map(({ data }) => data)).toEqual([{ campaignId: held.id, name: '秋季书展', reason: '活动延期' }]);
    expect(await names('phase=called_off')).toEqual(['秋季书展']);
  });

  test('within what was its window nothing touches it', async () => {
    await office.clock.travelTo('2027-10-02T02:00:00Z');
    await office.publishes({ title: '书展现场人气旺', publishedAt: new Date('2027-10-02T01:00:00Z') });
    await office.judges();
    expect(await office.db.query('select from article_campaign')).toEqual([]);
    expect((await page()).counts).toMatchObject({ running: 0, called_off: 1 });
  });
});
