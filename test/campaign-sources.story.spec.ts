import { Collector } from './support/collector.js';
import { FeedHost, feedOf } from './support/feed-host.js';
import { insertPerson } from './support/roster-rows.js';

/** A source that only a campaign adds is read during its window, and silent only there. */
describe('silence of a campaign’s sources', () => {
  let collector: Collector;
  let host: FeedHost;
  beforeEach(async () => {
    collector = await Collector.open();
    host = await FeedHost.open();
    await collector.add('s', host.url('s'), 'regular');
  });
  afterEach(async () => {
    await collector.close();
    await host.close();
  });

  /** A campaign that names the source, from so many hours after now to so many. */
  async function plans(from: number, to: number): Promise<void> {
    const by = await insertPerson(collector.db, `desk${from}`, { role: 'duty_officer' });
    await collector.db.query(
      `with made as (insert into campaign default values returning id)
       insert into campaign_version (campaign_id, version, name, starts_at, ends_at, words, sources, lowered, roster,
         digest_time, changed_by)
       select id, 1, '书展', app_now() + $1 * interval '1 hour', app_now() + $2 * interval '1 hour', '{}', '{s}', true, '{}',
         '18:00', $3 from made`,
      [from, to, by],
    );
  }
  /** Once something came; nothing new since, though it is read each hour. */
  async function fallsQuiet(hours: number): Promise<void> {
    host.answer = feedOf(['first']);
    await collector.visitDue();
    for (let hour = 0; hour < hours; hour += 1) await collector.passes({ hours: 1 });
  }
  const quietFor = async (hours: number) => {
    for (let hour = 0; hour < hours; hour += 1) await collector.passes({ hours: 1 });
    return collector.findSilence();
  };

  it('is no finding outside the window: what nobody reads is not silent', async () => {
    await plans(0, 90);
    await fallsQuiet(85);
    await collector.clock.forward({ hours: 6 });
    expect(await collector.findSilence()).toBe(0);
    expect(await collector.told()).toEqual([]);
  });

  it('a finding ends with the window', async () => {
    await plans(0, 90);
    await fallsQuiet(1);
    expect(await quietFor(84)).toBe(1);
    await collector.clock.forward({ hours: 6 });
    expect(await collector.findSilence()).toBe(0);
    expect(await collector.source('s')).toMatchObject({ silent_since: null });
  });

  it('the time between two windows is no silence; a window’s own is', async () => {
    await plans(0, 2);
    await plans(100, 300);
    await fallsQuiet(1);
    await collector.clock.forward({ hours: 99 });
    expect(await quietFor(3)).toBe(0);
    expect(await quietFor(85)).toBe(1);
    const { silent_since: since } = await collector.source('s');
    const [window] = await collector.db.query<{ at: Date }[]>('select max(starts_at) as at from campaign_now');
    expect(since).toEqual(window?.at);
  });
});
