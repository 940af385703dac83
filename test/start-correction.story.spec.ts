import type { IncidentView } from '../src/contract/incident.js';
import { Office } from './support/office.js';

const HOUR = 3_600_000;

/** What a clock starts from is corrected by people: earlier by the press office, later by two persons; the limit itself never. */
describe('correcting the start of a clock', () => {
  let office: Office;
  let second: string;
  let bureau: string;
  beforeAll(async () => {
    office = await Office.open({ jurisdiction: 'nation' });
    second = await office.employs('second', 'duty_officer');
    bureau = await office.employs('film', 'bureau_officer', 'FILM');
  });
  afterAll(() => office.close());

  async function opens(place: string): Promise<IncidentView> {
    await office.publishes({ title: `${place}一工厂爆炸已致12人死亡` });
    await office.judges();
    await office.sweeps();
    const line = (await office.incidents(200)).find((one) => one.title.includes(place));
    return office.incident(line?.id ?? '');
  }
  const correct = (id: string, body: object, cookie?: string) =>
    office.post<IncidentView>(`/incidents/${id}/clock-start`, body, cookie);
  const decides = (id: string, body: object, cookie?: string) =>
    office.post<IncidentView>(`/incidents/${id}/second-person`, body, cookie);
  const earlierThan = (at: string, hours: number) => new Date(Date.parse(at) - hours * HOUR).toISOString();
  const statementOf = (view: IncidentView) => view.clocks.find((clock) => clock.kind === 'statement_5h');

  it('an earlier start stands at once, crossed thresholds are told, and the machine asks from then on', async () => {
    const opened = await opens('陕西汉中');
    const at = earlierThan(opened.clockStartAt, 3);
    const wish = { fact: 'occurred', at, reason: '省厅电话:14时许爆炸', version: opened.version };
    const { status, body } = await correct(opened.id, wish);
    expect(status).toBe(200);
    expect(body).toMatchObject({ clockStartAt: at, clockBasis: 'occurred', occurredAt: at, secondPerson: [] });
    expect(await office.sweeps()).toBeGreaterThan(0);
    expect(statementOf(body)?.formerly).toMatchObject([{ startAt: opened.clockStartAt, verdict: 'running' }]);
    expect((await correct(opened.id, wish)).body.version).toBe(body.version);
    const earlier = earlierThan(at, 1);
    await office.publishes({ title: '陕西汉中工厂爆炸致12人死亡', publishedAt: new Date(earlier) });
    await office.judges();
    const after = await office.incident(opened.id);
    expect(after.clockStartAt).toBe(at);
    expect(after.startProposals).toMatchObject([{ basis: 'first_published', at: earlier }]);
    const accepted = await correct(opened.id, {
      ...{ fact: 'first_published', at: earlier, reason: '核对原文' },
      articleId: after.startProposals[0]?.articleId,
    });
    expect(accepted.body).toMatchObject({ clockStartAt: earlier, clockBasis: 'first_published', startProposals: [] });
  });

  it('a later start waits for another person; both verdicts stay', async () => {
    const opened = await opens('湖南岳阳');
    const wrong = earlierThan(opened.clockStartAt, 6);
    await correct(opened.id, { fact: 'occurred', at: wrong, reason: '初报' });
    await office.sweeps();
    const right = earlierThan(opened.clockStartAt, 1);
    const asked = await correct(opened.id, { fact: 'occurred', at: right, reason: '初报有误,以公安记录为准' });
    expect(asked.status).toBe(200);
    expect(asked.body.clockStartAt).toBe(wrong);
    const [request] = asked.body.secondPerson;
    expect(request).toMatchObject({ kind: 'clock_start', payload: { from: wrong, to: right } });
    expect((await decides(opened.id, { request: request?.id, agree: true })).status).toBe(403);
    expect((await decides(opened.id, { request: request?.id, agree: true }, bureau)).status).toBe(404);
    const other = { fact: 'occurred', at: earlierThan(right, -0.5), reason: '另一说法' };
    expect((await correct(opened.id, other)).status).toBe(409);
    const [first, again] = await Promise.all([
      decides(opened.id, { request: request?.id, agree: true }, second),
      decides(opened.id, { request: request?.id, agree: true }, second),
    ]);
    expect([first.status, again.status]).toEqual([200, 200]);
    const after = await office.incident(opened.id);
    expect(after).toMatchObject({ clockStartAt: right, secondPerson: [] });
    expect(statementOf(after)).toMatchObject({
      state: 'running',
      formerly: [{ verdict: 'running' }, { verdict: 'overdue', startAt: wrong }],
    });
    const moved = after.journal.filter((row) => row.kind === 'incident.start_moved');
    expect(moved).toHaveLength(2);
    await office.passes({ hours: 5 }, 5);
    const due = await office.db.query<{ version: number }[]>(
      `select version from deadline_alert where clock_id = $1 and key = 'due' order by version`,
      [statementOf(after)?.id],
    );
    expect(new Set(due.map((one) => one.version)).size).toBe(2);
    expect(due).toHaveLength(2);
  });

  it('is refused, or taken back, and nothing has changed', async () => {
    const opened = await opens('安徽黄山');
    const wrong = earlierThan(opened.clockStartAt, 2);
    await correct(opened.id, { fact: 'occurred', at: wrong, reason: '初报' });
    const asks = () => correct(opened.id, { fact: 'occurred', at: null, reason: '不是本事件的时间' });
    const one = (await asks()).body.secondPerson[0];
    expect((await asks()).body.secondPerson).toHaveLength(1);
    const refused = await decides(opened.id, { request: one?.id, agree: false, reason: '有记录' }, second);
    expect(refused.body).toMatchObject({ clockStartAt: wrong, secondPerson: [] });
    const two = (await asks()).body.secondPerson[0];
    expect((await decides(opened.id, { request: two?.id, agree: false })).body.secondPerson).toEqual([]);
    expect((await decides(opened.id, { request: two?.id, agree: true }, second)).status).toBe(409);
    const kinds = (await office.incident(opened.id)).journal.map((row) => row.kind);
    expect(kinds).toEqual(expect.arrayContaining(['second_person.refused', 'second_person.withdrawn']));
  });

  it('the limit itself is never edited, and the attempt is journalled', async () => {
    const opened = await opens('海南三亚');
    const dueAt = earlierThan(opened.clockStartAt, -48);
    const { status } = await correct(opened.id, { dueAt, reason: '请宽限' });
    expect(status).toBe(422);
    const after = await office.incident(opened.id);
    expect(after.clocks.map((clock) => clock.dueAt)).toEqual(opened.clocks.map((clock) => clock.dueAt));
    const row = after.journal.find((one) => one.kind === 'clock.edit_refused');
    expect(row?.data).toEqual({ dueAt });
    await expect(
      office.db.query(`update incident_clock set due_at = due_at + interval '1 hour' where incident_id = $1`, [
        opened.id,
      ]),
    ).rejects.toThrow('never edited');
  });

  it('what could not anchor a clock is refused', async () => {
    const opened = await opens('贵州铜仁');
    const after = earlierThan(opened.clockStartAt, -1);
    const long = earlierThan(opened.clockStartAt, 8 * 24);
    for (const at of [after, long]) {
      expect((await correct(opened.id, { fact: 'occurred', at, reason: '核对' })).status).toBe(422);
    }
    const foreign = '00000000-0000-4000-8000-000000000000';
    const wish = { fact: 'occurred', at: earlierThan(opened.clockStartAt, 1), reason: '核对', articleId: foreign };
    expect((await correct(opened.id, wish)).status).toBe(422);
    expect((await correct(opened.id, { ...wish, articleId: undefined }, bureau)).status).toBe(403);
  });
});
