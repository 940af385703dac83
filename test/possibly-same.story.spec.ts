import { PRESS_OFFICE } from '../src/domain/press-office.js';
import { Office } from './support/office.js';

/** A doubtful match stands beneath the open case: one pair of clocks, never two, until a person decides. */
describe('possibly the same', () => {
  let office: Office;
  beforeAll(async () => {
    const contacts = { [PRESS_OFFICE]: { email: 'desk@office.test' } };
    office = await Office.open({ jurisdiction: 'nation', contacts, env: { SMTP_URL: 'smtp://127.0.0.1:9' } });
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

  const noticesOf = (word: string) =>
    office.db.query<
      { recipient: string; channel: string; payload: { subject: { zh: string }; lines: { zh: string[] } } }[]
    >(
      `select n.recipient_id as recipient, n.channel, n.payload from notice n
       join deadline_alert a on a.id = n.alert_id join story s on a.key = 'possibly_' || s.id
       where s.title like '%' || $1 || '%' order by n.channel`,
      [word],
    );

  it('is told to the press office once, at once, with its own words', async () => {
    await office.sweeps();
    const told = await noticesOf('永州');
    expect(told.map(({ recipient, channel }) => [recipient, channel])).toEqual([
      [PRESS_OFFICE, 'board'],
      [PRESS_OFFICE, 'email'],
    ]);
    expect(told[1]?.payload.subject.zh).toContain('疑似同一事件');
    expect(told[1]?.payload.lines.zh.join()).toContain('湖南永州一化工厂爆炸致35人死亡,单独可达特别重大');
    await reads('湖南永州化工厂爆炸致36人死亡');
    await office.passes({ minutes: 15 });
    expect(await noticesOf('永州')).toHaveLength(2);
  });

  it('is not told where it would open no case by itself', async () => {
    const old = new Date((await office.clock.now()).getTime() - 100 * 3_600_000);
    await reads('江西一烟花厂爆炸致12人死亡');
    await reads('江西九江一化工厂爆炸致13人死亡', { publishedAt: old });
    await office.sweeps();
    const held = await office.incident((await caseOf('江西一烟花厂'))?.id ?? '');
    expect(held.stories.filter((story) => story.possibly)).toHaveLength(1);
    expect(await noticesOf('九江')).toEqual([]);
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
