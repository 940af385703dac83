import { Office } from './support/office.js';

/** A doubtful match stands beneath the open case: one pair of clocks, never two, until a person decides. */
describe('possibly the same', () => {
  let office: Office;
  beforeAll(async () => {
    office = await Office.open({ jurisdiction: 'nation' });
  });
  afterAll(() => office.close());

  async function reads(title: string, more: { source?: string; publishedAt?: Date } = {}): Promise<void> {
    await office.publishes({ title, ...more });
    await office.judges();
  }
  const caseOf = async (word: string) => (await office.incidents(200)).find((line) => line.title.includes(word));
  const kindsOf = async (id: string | undefined) =>
    (await office.journal()).filter((row) => row.incidentId === id).map((row) => row.kind);

  it('raises nothing and opens nothing, but the desk is told that it would have', async () => {
    await reads('湖南一烟花厂爆炸致12人死亡');
    const held = await caseOf('湖南一烟花厂');
    await reads('湖南永州一化工厂爆炸致35人死亡');
    expect(await caseOf('永州')).toBeUndefined();
    const after = await office.incident(held?.id ?? '');
    expect(after).toMatchObject({ level: 'II', facts: { deaths: { value: 12 } } });
    expect(after.clocks).toHaveLength(2);
    expect(await kindsOf(held?.id)).toEqual(['incident.opened', 'story.possibly_same']);
    await reads('湖南永州化工厂爆炸致35人死亡 救援结束');
    expect(await kindsOf(held?.id)).toEqual(['incident.opened', 'story.possibly_same']);
  });

  it('opens its own case, from its own start, when the case above it is dismissed', async () => {
    const held = await caseOf('湖南一烟花厂');
    await office.clock.forward({ hours: 1 });
    const dismissed = await office.post(`/incidents/${held?.id}/dismiss`, { reason: '查明为谣言' });
    expect(dismissed.status).toBe(200);
    const own = await caseOf('永州');
    expect(own).toMatchObject({ level: 'I', status: 'provisional' });
    expect(own?.clockStartAt).toBe(own?.firstPublishedAt);
    expect(own?.clocks.map((clock) => clock.startAt)).toEqual([own?.clockStartAt, own?.clockStartAt]);
  });
});
