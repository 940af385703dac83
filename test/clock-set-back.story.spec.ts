import { readCalm } from '../src/calm/read-calm.js';
import { ClockSetBack } from '../src/ingestion/visiting/clock-set-back.js';
import { Collector } from './support/collector.js';
import { FeedHost, feedOf } from './support/feed-host.js';

/** A machine that began eight hours ahead of time, and whose clock was then put right. */
describe('a clock that is set back', () => {
  let collector: Collector;
  let host: FeedHost;

  beforeEach(async () => {
    collector = await Collector.open({ hostGapSeconds: 1 });
    host = await FeedHost.open();
    host.answer = feedOf(['甲']);
    await collector.clock.forward({ hours: 8 });
    await collector.add('a', host.url('a'));
  });
  afterEach(async () => {
    await collector.close();
    await host.close();
  });

  const calm = () => readCalm(collector.db.manager, collector.settings.policy);
  const takeBack = () => new ClockSetBack(collector.db).takeBack();

  it('nobody is told of calm on the word of a time that has not come', async () => {
    await collector.visitDue();
    expect((await calm()).seeing).toBe(true);
    await collector.clock.back({ hours: 8 });
    const { seeing, causes, blindSince, checkedAt } = await calm();
    expect(seeing).toBe(false);
    expect(causes).toMatchObject([{ cause: 'source', sourceId: 'a' }]);
    expect(blindSince).toBe(checkedAt);
  });

  it('all is visited at once and then as usual, although its next visit lies hours ahead', async () => {
    await collector.add('never-visited', host.url('b'));
    await collector.visitDue();
    await collector.passes({ seconds: 2 });
    await collector.clock.back({ hours: 8 });
    await collector.visitDue();
    expect(host.seen.map(({ path }) => path)).toEqual(['/a', '/b']);
    await collector.add('new', host.url('c'));
    expect(await takeBack()).toBe(2);
    for (let turn = 0; turn < 4; turn += 1) await collector.passes({ seconds: 2 });
    expect(
      host.seen
        .map(({ path }) => path)
        .slice(2)
        .sort(),
    ).toEqual(['/a', '/b', '/c']);
    expect((await calm()).seeing).toBe(true);
    expect((await collector.source('a')).gap).toBeLessThan(60);
    expect(await takeBack()).toBe(0);
  });

  it('a promise of that time is given up like any other', async () => {
    await collector.claim();
    await collector.clock.back({ hours: 8 });
    await takeBack();
    await collector.passes({ seconds: 30 });
    expect(await collector.outcomes('a')).toEqual([]);
    await collector.passes({ seconds: 10 });
    await collector.passes({ seconds: 30 });
    expect(await collector.outcomes('a')).toContain('never_started');
    expect(await collector.outcomes('a')).toContain('ok');
  });

  it('what is as it should be is left alone', async () => {
    await collector.visitDue();
    const before = await collector.source('a');
    expect(await takeBack()).toBe(0);
    expect(await collector.source('a')).toEqual({ ...before, gap: expect.any(Number) as number });
    await collector.claim();
    expect(await takeBack()).toBe(0);
  });
});
