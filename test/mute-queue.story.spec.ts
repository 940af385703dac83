import type { Queue } from 'bullmq';
import { DirectVisits } from '../src/ingestion/visiting/direct-visits.js';
import { VisitScheduler } from '../src/ingestion/visiting/visit-scheduler.js';
import { VisitSlots } from '../src/ingestion/visiting/visit-slots.js';
import type { VisitJob } from '../src/queues/queues.js';
import { Collector } from './support/collector.js';
import { FeedHost, feedOf } from './support/feed-host.js';

it('a queue that takes jobs and hands none out ends no visits: after a promise that nobody kept they are made here', async () => {
  const collector = await Collector.open();
  const host = await FeedHost.open();
  host.answer = feedOf(['甲']);
  await collector.add('a', host.url('a'));
  const taken: unknown[] = [];
  const mute = { name: 'mute', addBulk: (jobs: unknown[]) => Promise.resolve(taken.push(...jobs)) };
  const slots = new VisitSlots(collector.visits);
  const direct = new DirectVisits(slots);
  const queue = mute as unknown as Queue<VisitJob>;
  const scheduler = new VisitScheduler(collector.db, collector.settings, slots, direct, queue);
  try {
    await scheduler.tick();
    expect(taken).toHaveLength(1);
    await collector.clock.forward({ seconds: 21 });
    await scheduler.tick();
    await host.until((seen) => seen.length > 0);
    await direct.beforeApplicationShutdown();
    expect(await collector.outcomes('a')).toEqual(['never_started', 'ok']);
    expect(taken).toHaveLength(1);
  } finally {
    scheduler.onModuleDestroy();
    await collector.close();
    await host.close();
  }
});
