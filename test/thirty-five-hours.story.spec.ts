import type { ResponseTimes } from '../src/contract/response-times.js';
import { Office } from './support/office.js';

const minutes = (n: number) => n * 60_000;

/** One case from the flag to the evening of the next day, on a movable clock and a real database. */
describe('the thirty-five hours of one case', () => {
  let office: Office;
  beforeAll(async () => {
    office = await Office.open();
  });
  afterAll(() => office.close());

  it('is flagged, warned of, answered late, met by a conference, and reported so', async () => {
    const begun = await office.clock.now();
    await office.publishes({
      title: '某省一座剧院发生火灾 已致12人死亡',
      text: '记者从当地应急管理部门获悉,某省一座剧院发生火灾,目前已造成12人死亡,3人受伤,救援正在进行。',
    });
    await office.judges();
    const [line] = await office.incidents();
    if (!line) throw new Error('no incident was opened');
    expect(line).toMatchObject({ level: 'II', status: 'provisional', clockBasis: 'first_published' });
    for (const clock of line.clocks) {
      const hours = clock.kind === 'statement_5h' ? 5 : 24;
      expect(Date.parse(clock.dueAt) - Date.parse(clock.startAt)).toBe(minutes(hours * 60));
    }

    // The duty desk alone hears of it, until ten minutes have passed without a confirmation.
    await office.sweeps();
    expect(await heard(office)).toEqual(['opened → GENERAL_OFFICE']);
    await office.passes({ minutes: 11 });
    expect(await heard(office)).toContain(`told → ${line.lead}`);

    // Half of the time, an hour and half an hour before the limit; nobody answers.
    await office.passes({ hours: 4, minutes: 25 }, 5);
    const before = (await keys(office, 'statement_5h')).filter((key) => !/^(rung|target)_/.test(String(key)));
    expect(before).toEqual(['opened', 'told', 'half', 'minutes_60', 'minutes_30']);

    // The process dies over the limit; the next one catches up, dated at the true instant.
    await office.clock.forward({ minutes: 50 });
    await office.restarts();
    await office.sweeps();
    const due = (await office.journal()).find((row) => row.data['key'] === 'due');
    expect(due?.data['fireAt']).toBe(line.clocks.find((clock) => clock.kind === 'statement_5h')?.dueAt);
    expect(due?.data['lateMs']).toBeGreaterThan(minutes(20));

    // The statement comes 40 minutes late: its own instant decides.
    const dueAt = Date.parse(String(due?.data['dueAt']));
    await office.passes({ minutes: 30 });
    const statement = { channel: 'website', url: 'https://example.gov.cn/a/1', publishedAt: iso(dueAt + minutes(40)) };
    const [first, second] = await Promise.all([
      office.post(`/incidents/${line.id}/statements`, statement),
      office.post(`/incidents/${line.id}/statements`, statement),
    ]);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect((await office.incident(line.id)).clocks.map((clock) => clock.state)).toEqual(['late', 'running']);

    // The conference is held in time; the day after is quiet.
    await office.passes({ hours: 15 }, 4);
    const startedAt = iso((await office.clock.now()).getTime() - minutes(1));
    const held = await office.post(`/incidents/${line.id}/press-conferences`, { startedAt, place: '新闻发布厅' });
    expect(held.status).toBe(201);
    await office.passes({ hours: 14, minutes: 5 }, 4);
    expect((await office.clock.now()).getTime() - begun.getTime()).toBeGreaterThan(minutes(35 * 60));

    const view = await office.incident(line.id);
    expect(view.clocks.map((clock) => clock.state)).toEqual(['late', 'met']);
    expect(await keys(office, 'press_conference_24h')).toEqual(['half', 'minutes_240']);

    const report = await office.get<ResponseTimes>('/reports/response-times');
    const of = (kind: string) => report.total.find((row) => row.kind === kind);
    expect(of('statement_5h')).toMatchObject({ due: 1, met: 0, late: 1, openOverdue: 0 });
    expect(of('press_conference_24h')).toMatchObject({ due: 1, met: 1, late: 0, openOverdue: 0 });
    expect(report.rows.find((row) => row.kind === 'statement_5h')?.minutes).toBe(340);

    // Nothing was told twice, nothing was skipped, and the chain holds.
    const alerts = await office.db.query<{ n: string }[]>(
      'select count(*) as n from deadline_alert group by clock_id, key, version having count(*) > 1',
    );
    expect(alerts).toEqual([]);
    const journal = await office.journal();
    expect(journal.map((row) => row.seq)).toEqual(journal.map((_, index) => index + 1));
    expect(journal.filter((row) => row.kind === 'statement.recorded')).toHaveLength(1);
  });
});

function iso(ms: number): string {
  return new Date(ms).toISOString();
}

async function keys(office: Office, clockKind: string): Promise<unknown[]> {
  const rows = (await office.journal()).filter(
    (row) => row.kind === 'threshold.fired' && row.data['clockKind'] === clockKind,
  );
  return rows.map((row) => row.data['key']);
}

async function heard(office: Office): Promise<string[]> {
  const rows = await office.db.query<{ key: string; recipient_id: string }[]>(
    `select a.key, n.recipient_id from notice n join deadline_alert a on a.id = n.alert_id order by n.created_at, 2`,
  );
  return rows.map((row) => `${row.key} → ${row.recipient_id}`);
}
