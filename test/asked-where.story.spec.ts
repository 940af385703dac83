import { Office } from './support/office.js';

/** A grave happening whose title names no place: people are asked, and the first report that says where opens the case. */
describe('a bare title of a grave happening', () => {
  let office: Office;
  beforeAll(async () => (office = await Office.open({ jurisdiction: 'nation' })));
  afterAll(() => office.close());

  it('waits in the national lane, without a clock', async () => {
    await office.publishes({ title: '渡船倾覆致11人遇难' });
    await office.judges();
    expect(await office.db.query('select lane from story')).toEqual([{ lane: 'national' }]);
    expect(await office.incidents()).toEqual([]);
  });

  it('is a case as soon as a report says where', async () => {
    await office.publishes({ title: '甘肃兰州渡船倾覆致11人遇难' });
    await office.judges();
    expect(await office.incidents()).toHaveLength(1);
  });
});
