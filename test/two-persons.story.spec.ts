import type { IncidentView } from '../src/contract/incident.js';
import type { ResponseTimes } from '../src/contract/response-times.js';
import { assessed } from './support/assessed.js';
import { Office } from './support/office.js';

/** What ends or answers a running duty by a person's word alone needs another one, wherever there is one (clocks.md, rule 7). */
describe('two persons', () => {
  let office: Office;
  let second: string;
  let leader: string;
  let bureau: string;
  beforeAll(async () => {
    office = await Office.open({ jurisdiction: 'nation' });
    second = await office.employs('second', 'duty_officer');
    leader = await office.employs('leader', 'leadership');
    bureau = await office.employs('security', 'bureau_officer', 'SECURITY');
  });
  afterAll(() => office.close());

  async function opens(place: string): Promise<IncidentView> {
    const wish = { title: `${place}影院火灾`, level: 'II', lead: 'SECURITY', text: '有人受伤' };
    return (await office.post<IncidentView>('/incidents', wish)).body;
  }
  const does = (id: string, act: string, body: object, cookie?: string) =>
    office.post<IncidentView>(`/incidents/${id}/${act}`, body, cookie);
  const decides = (id: string, view: IncidentView, agree: boolean, cookie?: string) =>
    does(id, 'second-person', { request: view.secondPerson[0]?.id, agree }, cookie);
  const statesOf = ({ clocks }: IncidentView) => Object.fromEntries(clocks.map((clock) => [clock.kind, clock.state]));
  const rowsOf = ({ journal }: IncidentView, kind: string) => journal.filter((row) => row.kind === kind);
  async function reported(id: string): Promise<ResponseTimes['rows']> {
    const report = await office.get<ResponseTimes>('/reports/response-times');
    return report.rows.filter((row) => row.incidentId === id);
  }

  it('a dismissal waits while statutory clocks run, and is reported with the time that was left', async () => {
    const { id } = await opens('甲地');
    const asked = await does(id, 'dismiss', { reason: '误报' });
    expect(asked).toMatchObject({ status: 200, body: { status: 'confirmed' } });
    expect(asked.body.secondPerson).toMatchObject([{ kind: 'dismissal', reason: '误报' }]);
    expect((await does(id, 'dismiss', { reason: '误报' })).body.secondPerson).toHaveLength(1);
    expect((await does(id, 'dismiss', { reason: '确系误报' }, second)).status).toBe(409);
    expect((await decides(id, asked.body, true)).status).toBe(403);
    expect((await decides(id, asked.body, true, bureau)).status).toBe(403);
    expect((await decides(id, asked.body, true, leader)).status).toBe(403);
    const done = await decides(id, asked.body, true, second);
    expect(done.body).toMatchObject({ status: 'dismissed', secondPerson: [] });
    expect(rowsOf(done.body, 'incident.dismissed')[0]?.data).toMatchObject({
      secondPerson: { askedBy: expect.any(String), confirmedBy: expect.any(String) },
    });
    const refused = rowsOf(done.body, 'attempt.refused').map((row) => row.data['attempt']);
    expect(refused.sort()).toEqual(['not_entitled', 'not_entitled', 'own_request']);
    const rows = await reported(id);
    expect(rows.find((row) => row.kind === 'statement_5h')).toMatchObject({ verdict: 'waived', singleHanded: false });
    expect(rows.find((row) => row.kind === 'statement_5h')?.minutesLeft).toBeCloseTo(300, 0);
  });

  it('a downgrade out of the duties waits; what the case has become since then is compared', async () => {
    const { id } = await opens('乙地');
    const asked = await does(id, 'grade', { level: 'III', reason: '核减' });
    expect(asked.body).toMatchObject({ level: 'II', secondPerson: [{ kind: 'downgrade', payload: { level: 'III' } }] });
    expect((await does(id, 'grade', { level: 'I', reason: '伤亡扩大' }, second)).body.level).toBe('I');
    const late = await decides(id, asked.body, true, second);
    expect(late.status).toBe(409);
    expect(rowsOf(await office.incident(id), 'attempt.refused')).toMatchObject([
      { data: { attempt: 'changed_since' } },
    ]);
    await decides(id, asked.body, false, second);
    const again = await does(id, 'grade', { level: 'III', reason: '核减' });
    const done = await decides(id, again.body, true, second);
    expect(done.body.level).toBe('III');
    expect(statesOf(done.body)).toEqual({
      statement_5h: 'waived',
      press_conference_24h: 'waived',
      other_48h: 'running',
    });
  });

  it('a waiver is decided by leadership; it stands at that level, and a graver one takes the duty up again', async () => {
    const { id } = await opens('丙地');
    const asked = await does(id, 'clocks/press_conference_24h/waiver', { reason: '案件侦办期间不宜召开' });
    expect(asked.body.secondPerson).toMatchObject([{ kind: 'waiver', payload: { kind: 'press_conference_24h' } }]);
    expect((await decides(id, asked.body, true, second)).status).toBe(403);
    const done = await decides(id, asked.body, true, leader);
    expect(done.status).toBe(200);
    expect(statesOf(done.body)).toMatchObject({ statement_5h: 'running', press_conference_24h: 'waived' });
    expect(rowsOf(done.body, 'clock.waived')).toHaveLength(1);
    expect((await does(id, 'clocks/press_conference_24h/waiver', { reason: '再请免除' })).body.secondPerson).toEqual(
      [],
    );
    expect(await reported(id)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'press_conference_24h', verdict: 'waived', reason: '案件侦办期间不宜召开' }),
      ]),
    );
    const graver = await does(id, 'grade', { level: 'I', reason: '伤亡扩大' });
    expect(statesOf(graver.body)).toMatchObject({ press_conference_24h: 'running' });
    expect((await does(id, 'clocks/follow_up/waiver', { reason: '没有这项' })).status).toBe(404);
    expect((await does(id, 'clocks/nonsense/waiver', { reason: '没有这项' })).status).toBe(400);
  });

  it('补录达标: overdue until another person has vouched for the publication', async () => {
    const { id, clockStartAt } = await opens('丁地');
    const publishedAt = new Date(Date.parse(clockStartAt) + 4 * 3_600_000).toISOString();
    await office.passes({ hours: 6 }, 3);
    const wish = { channel: 'website', url: 'https://www.office.test/late', publishedAt };
    const asked = await does(id, 'statements', wish, bureau);
    expect(asked.status).toBe(201);
    expect(statesOf(asked.body)).toMatchObject({ statement_5h: 'overdue' });
    expect(asked.body.secondPerson).toMatchObject([{ kind: 'late_evidence', payload: { kinds: ['statement_5h'] } }]);
    expect((await does(id, 'statements', wish, bureau)).body.secondPerson).toHaveLength(1);
    await decides(id, asked.body, false, second);
    const anew = await does(id, 'statements', wish, bureau);
    expect(anew.body.secondPerson).toHaveLength(1);
    const done = await decides(id, anew.body, true, second);
    expect(statesOf(done.body)).toMatchObject({ statement_5h: 'met' });
    expect((await reported(id)).find((row) => row.kind === 'statement_5h')).toMatchObject({
      ...{ verdict: 'met', recordedLate: true, singleHanded: false },
    });
    const { total } = await office.get<ResponseTimes>('/reports/response-times');
    expect(total.find((one) => one.kind === 'statement_5h')).toMatchObject({ recordedLate: 1 });
  });

  it('what was published after the limit, or recorded within it, waits for nobody', async () => {
    const { id, clockStartAt } = await opens('戊地');
    await office.passes({ hours: 5, minutes: 30 });
    const publishedAt = new Date(Date.parse(clockStartAt) + 5.2 * 3_600_000).toISOString();
    const { body } = await does(id, 'statements', {
      channel: 'website',
      url: 'https://www.office.test/b',
      publishedAt,
    });
    expect(statesOf(body)).toMatchObject({ statement_5h: 'late' });
    expect(body.secondPerson).toEqual([]);
  });

  it('a request that no longer makes sense is closed, and that is told', async () => {
    const { id } = await opens('己地');
    await does(id, 'clocks/statement_5h/waiver', { reason: '由其他部门发布' });
    const publishedAt = (await office.clock.now()).toISOString();
    const wish = { channel: 'website', url: 'https://www.office.test/c', publishedAt };
    const { body } = await does(id, 'statements', wish);
    expect(body.secondPerson).toEqual([]);
    expect(rowsOf(body, 'second_person.moot')).toMatchObject([{ data: { request: 'waiver', why: 'duties_over' } }]);
    expect((await does(id, 'clocks/statement_5h/waiver', { reason: '由其他部门发布' })).status).toBe(422);
  });

  it('merging carries what waits to be vouched for, and closes the rest with a reason', async () => {
    const gone = await opens('庚地');
    const kept = await opens('辛地');
    await does(gone.id, 'dismiss', { reason: '误报' });
    await office.passes({ hours: 6 });
    const publishedAt = new Date(Date.parse(gone.clockStartAt) + 3_600_000).toISOString();
    await does(gone.id, 'statements', { channel: 'website', url: 'https://www.office.test/d', publishedAt });
    const merged = await does(gone.id, 'merge', { into: kept.id, reason: '同一事件' });
    expect(merged.status).toBe(200);
    expect(statesOf(merged.body)).toMatchObject({ statement_5h: 'overdue' });
    expect(merged.body.secondPerson).toMatchObject([{ kind: 'late_evidence' }]);
    const closed = rowsOf(await office.incident(gone.id), 'second_person.moot');
    expect(closed.map((row) => row.data['why']).sort()).toEqual(['carried_over', 'merged']);
    const done = await decides(kept.id, merged.body, true, second);
    expect(statesOf(done.body)).toMatchObject({ statement_5h: 'met' });
  });

  it('a unit that has ended is given nothing', async () => {
    const { id } = await opens('壬地');
    await assessed(office, id);
    const { items } = await office.get<{ items: { code: string }[] }>('/bureaus');
    const known = items.map((unit) => unit.code);
    const ended = ['SUMMER', 'NOWHERE'].filter((code) => !known.includes(code));
    for (const lead of ended) expect((await does(id, 'assign', { lead })).status).toBe(422);
  });
});

describe('where nobody else holds the right', () => {
  let office: Office;
  beforeAll(async () => {
    office = await Office.open({ jurisdiction: 'nation' });
  });
  afterAll(() => office.close());

  it('it goes through at once, and is marked', async () => {
    const wish = { title: '某地影院火灾', level: 'II', lead: 'SECURITY', text: '有人受伤' };
    const { id, clockStartAt } = (await office.post<IncidentView>('/incidents', wish)).body;
    const waived = await office.post<IncidentView>(`/incidents/${id}/clocks/press_conference_24h/waiver`, {
      reason: '不宜召开',
    });
    expect(waived.body.secondPerson).toEqual([]);
    await office.passes({ hours: 6 });
    const publishedAt = new Date(Date.parse(clockStartAt) + 3_600_000).toISOString();
    await office.post(`/incidents/${id}/statements`, { channel: 'website', url: 'https://a.test/1', publishedAt });
    const { rows } = await office.get<ResponseTimes>('/reports/response-times');
    expect(rows.find((row) => row.kind === 'statement_5h')).toMatchObject({
      ...{ verdict: 'met', recordedLate: true, singleHanded: true },
    });
    expect(rows.find((row) => row.kind === 'press_conference_24h')).toMatchObject({
      ...{ verdict: 'waived', singleHanded: true },
    });
  });
});
