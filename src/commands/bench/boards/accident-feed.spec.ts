import { Office } from '../../../../test/support/office.js';
import { readFeed } from '../../../ingestion/feeds/feed-reader.js';
import { accident, accidentFeed, ACCIDENTS_APART } from './accident-feed.js';

test('each document holds one accident among ordinary items', () => {
  const titles = readFeed(accidentFeed(3, new Date()).toString(), { now: new Date() }).items.map(({ title }) => title);
  expect(titles).toHaveLength(20);
  expect(titles.filter((title) => title === accident(3).title)).toHaveLength(1);
});

test('every accident opens a case of its own, and nothing else does', async () => {
  const office = await Office.open();
  try {
    for (let n = 0; n < ACCIDENTS_APART; n += 1) await office.publishes(accident(n));
    await office.judges();
    const rows = await office.db.query<{ title: string }[]>('select title from incident');
    const all = Array.from({ length: ACCIDENTS_APART }, (_, n) => accident(n).title);
    expect(rows.map(({ title }) => title).sort()).toEqual(all.sort());
  } finally {
    await office.close();
  }
});
