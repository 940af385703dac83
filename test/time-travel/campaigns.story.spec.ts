import { createHash } from 'node:crypto';
import type { CampaignReport } from '../../src/contract/campaign-report.js';
import type { CampaignView } from '../../src/contract/campaign.js';
import type { IncidentView } from '../../src/contract/incident.js';
import { CampaignDays } from '../../src/reports/campaigns/campaign-days.js';
import { Office } from '../support/office.js';

/** The borders of a campaign: it begins at midnight and ends while the product is down. */
describe('the borders of a campaign', () => {
  let office: Office;
  let campaign: CampaignView;
  beforeAll(async () => {
    office = await Office.open();
    await office.clock.travelTo('2028-02-27T02:00:00Z');
    const [me] = await office.db.query<{ id: string }[]>(`select id from account where username = 'admin'`);
    const window = { startsAt: '2028-02-28T00:00:00+08:00', endsAt: '2028-03-02T12:00:00+08:00' };
    const wish = { name: '2028两会', ...window, words: ['两会'], roster: [me?.id] };
    campaign = (await office.post<CampaignView>('/campaigns', wish)).body;
  });
  afterAll(() => office.close());

  const beats = () => office.part(CampaignDays).beat();
  const rows = async () =>
    (await office.journal())
      .filter(({ kind }) =>
        ['campaign.begun', 'campaign.ended', 'campaign.digested', 'campaign.summed_up'].includes(kind),
      )
      .map(({ kind, data }) => [kind, data.at ?? data.to]);
  const report = () => office.get<CampaignReport>(`/campaigns/${campaign.id}/report`);
  const opens = async (title: string) =>
    (await office.post<IncidentView>('/incidents', { title, level: 'II', lead: 'FILM', text: '' })).body;
  const notices = () =>
    office.db.query<{ n: number }[]>('select count(*)::int as n from notice where paper_id is not null');

  test('it begins at midnight, not a moment before, and once', async () => {
    await office.clock.travelTo('2028-02-27T15:59:59Z');
    expect(await beats()).toEqual([]);
    await office.clock.travelTo('2028-02-27T16:00:00Z');
    expect((await Promise.all([beats(), beats()])).flat()).toEqual([`${campaign.id}:begin`]);
    expect(await rows()).toEqual([['campaign.begun', '2028-02-27T16:00:00.000Z']]);
  });

  test('a digest a day to its roster, once, with what came since the one before', async () => {
    await office.publishes({ title: '两会代表谈票价', publishedAt: new Date('2028-02-27T17:00:00Z') });
    await office.judges();
    await office.clock.travelTo('2028-02-28T10:00:00Z');
    expect((await Promise.all([beats(), beats()])).flat()).toEqual([`${campaign.id}:2028-02-28`]);
    expect(await beats()).toEqual([]);
    const { papers } = await report();
    expect(papers).toMatchObject([
      { kind: 'digest', day: '2028-02-28', from: '2028-02-27T16:00:00.000Z', to: '2028-02-28T10:00:00.000Z' },
    ]);
    expect(papers[0]?.numbers).toMatchObject({ articles: 1, stories: 1, busiest: [{ hour: 1, articles: 1 }] });
    expect(await notices()).toEqual([{ n: 1 }]);
    const [told] = await office.db.query<{ path: string }[]>(
      `select payload->>'path' as path from notice where paper_id is not null`,
    );
    expect(told?.path).toBe(`campaigns/${campaign.id}`);
  });

  test('it ends while the product is down: each digest and the summary once, at the true instants', async () => {
    await office.clock.travelTo('2028-02-29T03:00:00Z');
    const early = await opens('两会期间影院起火');
    await office.clock.travelTo('2028-03-02T03:59:59Z');
    const last = await opens('两会闭幕现场灯架坠落');
    await office.clock.travelTo('2028-03-05T00:00:00Z');
    await office.restarts();
    const done = [`${campaign.id}:2028-02-29`, `${campaign.id}:2028-03-01`, `${campaign.id}:end`];
    expect((await Promise.all([beats(), beats()])).flat().sort()).toEqual(done);
    expect(await beats()).toEqual([]);
    expect((await rows()).slice(2)).toEqual([
      ['campaign.digested', '2028-02-29T10:00:00.000Z'],
      ['campaign.digested', '2028-03-01T10:00:00.000Z'],
      ['campaign.ended', '2028-03-02T04:00:00.000Z'],
      ['campaign.summed_up', '2028-03-02T04:00:00.000Z'],
    ]);
    const { papers } = await report();
    const [summary, ...digests] = papers;
    expect(digests.map(({ day, numbers }) => [day, numbers.incidents.length])).toEqual([
      ['2028-03-01', 0],
      ['2028-02-29', 1],
      ['2028-02-28', 0],
    ]);
    const ids = summary?.numbers.incidents.map(({ id }) => id) ?? [];
    expect(ids.sort()).toEqual([early.id, last.id].sort());
    // Both limits of the first case passed within the window unanswered; those of the last one only after it.
    expect(summary).toMatchObject({ kind: 'summary', numbers: { articles: 1, met: 0, missed: 2 } });
    expect(summary?.sha256).toBe(createHash('sha256').update(JSON.stringify(summary?.numbers)).digest('hex'));
    expect(await notices()).toEqual([{ n: 4 }]);
  });

  test('what happens after its end changes none of its papers; the case goes on carrying it', async () => {
    const before = (await report()).papers;
    const { items } = await office.get<{ items: IncidentView[] }>(`/incidents?campaign=${campaign.id}`);
    for (const { id } of items)
      await office.post(`/incidents/${id}/statements`, {
        ...{ channel: 'website', url: `https://office.example/${id}` },
        publishedAt: (await office.clock.now()).toISOString(),
      });
    expect(await beats()).toEqual([]);
    expect((await report()).papers).toEqual(before);
    expect((await office.incident(items[0]?.id ?? '')).campaigns).toEqual([{ id: campaign.id, name: '2028两会' }]);
  });
});
