import type { IncidentView } from '../../src/contract/incident.js';
import type { Workspace } from '../../src/contract/records/record.js';
import type { ResponseTimes } from '../../src/contract/response-times.js';
import { minutesAfter, Traveller } from './traveller.js';

const elements = { facts: true, measures: true, results: false };

/** 更正与撤回: what was recorded of a publication was wrong. Nothing is edited; the verdicts follow, and the former ones stay. */
describe('evidence that stands no longer', () => {
  let traveller: Traveller;
  let second: string;
  beforeAll(async () => {
    traveller = await Traveller.set({ at: '2027-05-03T01:00:00Z' });
    second = await traveller.office.employs('second', 'duty_officer');
  });
  afterAll(() => traveller.close());

  type Answer = IncidentView & { detail?: string };
  const post = (id: string, path: string, body: object, cookie?: string) =>
    traveller.office.post<Answer>(`/incidents/${id}/${path}`, body, cookie);
  const passes = (minutes: number) => traveller.office.passes({ minutes });
  const firstOf = async (id: string): Promise<string> => (await traveller.office.incident(id)).statements[0]?.id ?? '';
  const corrects = async (id: string, at: Date) =>
    post(id, `evidence/${await firstOf(id)}/correction`, { at: at.toISOString(), reason: '核对原页面' });
  const withdraws = async (id: string) =>
    post(id, `evidence/${await firstOf(id)}/withdrawal`, { reason: '误登,未发布' });
  const statement = (id: string) => traveller.clock(id, 'statement_5h');
  const journalled = async (id: string) =>
    (await traveller.office.journal()).filter((row) => row.incidentId === id).map((row) => row.kind);
  const reported = async (id: string, kind: string) => {
    const all = await traveller.office.get<ResponseTimes>(
      '/reports/response-times?from=2027-01-01T00:00:00Z&to=2028-01-01T00:00:00Z',
    );
    return all.rows.filter((row) => row.incidentId === id && row.kind === kind);
  };

  test('a later time makes a miss of what was met, by one person; both instants and both verdicts stay', async () => {
    const { id, clockStartAt } = await traveller.opens('书城失火');
    await passes(310);
    await traveller.publishedStatement(id, minutesAfter(clockStartAt, 200));
    // Recorded late: another person vouches.
    const { secondPerson } = await traveller.office.incident(id);
    await post(id, 'second-person', { request: secondPerson[0]?.id, agree: true }, second);
    expect(await statement(id)).toMatchObject({ state: 'met' });
    const { status, body } = await corrects(id, minutesAfter(clockStartAt, 305));
    expect(status).toBe(200);
    expect(await statement(id)).toMatchObject({
      state: 'late',
      metAt: minutesAfter(clockStartAt, 305).toISOString(),
      formerly: [{ verdict: 'met', metAt: minutesAfter(clockStartAt, 200).toISOString() }],
    });
    expect(body.statements.map(({ publishedAt }) => publishedAt)).toEqual([
      minutesAfter(clockStartAt, 305).toISOString(),
    ]);
    expect(body.replacedEvidence).toMatchObject([
      { at: minutesAfter(clockStartAt, 200).toISOString(), replacedBy: body.statements[0]?.id, reason: '核对原页面' },
    ]);
    expect(await reported(id, 'statement_5h')).toMatchObject([
      { verdict: 'late', recordedLate: false, formerly: [{ verdict: 'met' }] },
    ]);
    expect(await journalled(id)).toContain('evidence.corrected');
  });

  test('an earlier time that makes a met one of a missed one waits for a second person, and the miss stands until then', async () => {
    const { id, clockStartAt, clocks } = await traveller.opens('影院断电伤人');
    await passes(311);
    await traveller.publishedStatement(id, minutesAfter(clockStartAt, 305));
    await corrects(id, minutesAfter(clockStartAt, 290));
    expect(await statement(id)).toMatchObject({ state: 'late', formerly: [] });
    const { secondPerson, version } = await traveller.office.incident(id);
    expect(secondPerson).toMatchObject([{ kind: 'evidence_correction', payload: { kinds: ['statement_5h'] } }]);
    const request = secondPerson[0]?.id;
    expect((await post(id, 'second-person', { request, agree: true })).status).toBe(403);
    expect((await post(id, 'second-person', { request, agree: true }, second)).status).toBe(200);
    expect(await statement(id)).toMatchObject({
      state: 'met',
      dueAt: clocks[0]?.dueAt,
      formerly: [{ verdict: 'late' }],
    });
    expect(await reported(id, 'statement_5h')).toMatchObject([{ verdict: 'met', recordedLate: true }]);
    expect((await traveller.office.incident(id)).version).toBeGreaterThan(version);
  });

  test('from one time within the limit to another nobody is asked, however late the mistake is seen', async () => {
    const { id, clockStartAt } = await traveller.opens('剧场漏电');
    await passes(100);
    await traveller.publishedStatement(id, minutesAfter(clockStartAt, 90));
    await passes(600);
    await corrects(id, minutesAfter(clockStartAt, 60));
    const view = await traveller.office.incident(id);
    expect(view.secondPerson).toEqual([]);
    expect(await statement(id)).toMatchObject({ state: 'met', metAt: minutesAfter(clockStartAt, 60).toISOString() });
    expect(await reported(id, 'statement_5h')).toMatchObject([{ verdict: 'met', recordedLate: false }]);
  });

  test('a withdrawn release opens the duty again with its old limit; told once what passed meanwhile, never again what was told', async () => {
    const { id, clockStartAt, clocks } = await traveller.opens('录音棚火灾');
    await passes(155);
    expect(await traveller.crossed(id, 'statement_5h')).toEqual(['half +150']);
    await traveller.publishedStatement(id, minutesAfter(clockStartAt, 155));
    await passes(90);
    const { body } = await withdraws(id);
    expect(body).toMatchObject({ statements: [], followUp: null, stage: 'collected' });
    expect(await statement(id)).toMatchObject({ state: 'running', dueAt: clocks[0]?.dueAt, metAt: null });
    await traveller.office.sweeps();
    expect(await traveller.crossed(id, 'statement_5h')).toEqual(['half +150', 'minutes_60 +240']);
    await traveller.office.passes({ minutes: 120 }, 4);
    expect(await traveller.crossed(id, 'statement_5h')).toEqual([
      ...['half +150', 'minutes_60 +240', 'minutes_30 +270', 'due +300'],
    ]);
    expect(await statement(id)).toMatchObject({ state: 'overdue' });
    expect((await withdraws(id)).status).toBe(404);
    expect(await reported(id, 'statement_5h')).toMatchObject([
      { verdict: 'open_overdue', formerly: [{ verdict: 'met' }] },
    ]);
  });

  test('withdrawn after the limit it is overdue, told once; another release that stands answers in its place', async () => {
    const { id, clockStartAt } = await traveller.opens('展馆坍塌');
    await passes(60);
    await traveller.publishedStatement(id, minutesAfter(clockStartAt, 50));
    await traveller.publishedStatement(id, minutesAfter(clockStartAt, 55), 'https://example.gov.cn/b');
    await passes(400);
    await withdraws(id);
    expect(await statement(id)).toMatchObject({ state: 'met', metAt: minutesAfter(clockStartAt, 55).toISOString() });
    await withdraws(id);
    await traveller.office.sweeps();
    await traveller.office.sweeps();
    expect(await statement(id)).toMatchObject({ state: 'overdue' });
    expect((await traveller.crossed(id, 'statement_5h')).filter((one) => one.startsWith('due'))).toEqual(['due +300']);
  });

  test('the same twice is one; what was replaced is corrected no more; a case that is over has to be taken up first', async () => {
    const { id, clockStartAt } = await traveller.opens('车间爆燃');
    await passes(60);
    await traveller.publishedStatement(id, minutesAfter(clockStartAt, 50));
    const evidence = await firstOf(id);
    const wish = { at: minutesAfter(clockStartAt, 40).toISOString(), reason: '核对原页面' };
    const answers = [];
    for (let n = 0; n < 2; n += 1) answers.push(await post(id, `evidence/${evidence}/correction`, wish));
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers[0]?.body.replacedEvidence).toEqual(answers[1]?.body.replacedEvidence);
    expect((await post(id, `evidence/${evidence}/withdrawal`, { reason: '误登' })).status).toBe(409);
    const future = { at: minutesAfter(clockStartAt, 4_000).toISOString(), reason: '核对' };
    expect((await post(id, `evidence/${await firstOf(id)}/correction`, future)).status).toBe(422);
    await post(id, 'dismiss', { reason: '查明为演练' });
    const { secondPerson } = await traveller.office.incident(id);
    await post(id, 'second-person', { request: secondPerson[0]?.id, agree: true }, second);
    expect((await withdraws(id)).body.detail).toContain('恢复办理');
  });

  test('continued release is reckoned anew from the releases that stand', async () => {
    const { id, clockStartAt } = await traveller.opens('库房垮塌', 'II');
    await passes(60);
    await traveller.publishedStatement(id, minutesAfter(clockStartAt, 60));
    await passes(600);
    await traveller.publishedStatement(id, minutesAfter(clockStartAt, 660), 'https://example.gov.cn/2');
    await passes(600);
    const cycles = async () =>
      (await traveller.office.incident(id)).followUps.map(
        ({ startAt, state }) => `${(Date.parse(startAt) - Date.parse(clockStartAt)) / 60_000} ${state}`,
      );
    expect(await cycles()).toEqual(['60 met', '660 running']);
    const { statements } = await traveller.office.incident(id);
    const correction = { at: minutesAfter(clockStartAt, 900).toISOString(), reason: '核对原页面' };
    await post(id, `evidence/${statements[1]?.id}/correction`, correction);
    expect(await cycles()).toEqual(['60 met', '660 waived', '900 running']);
    const later = (await traveller.office.incident(id)).statements[1]?.id;
    await post(id, `evidence/${later}/withdrawal`, { reason: '未发布' });
    expect(await cycles()).toEqual(['60 running', '660 waived', '900 waived']);
    expect((await traveller.office.incident(id)).followUp).toMatchObject({ cycleNo: 1, state: 'running' });
    await withdraws(id);
    expect((await traveller.office.incident(id)).followUp).toBeNull();
  });

  test('a cycle that was missed stays missed until a second person has agreed to the withdrawal by which it counts no more', async () => {
    const { id, clockStartAt } = await traveller.opens('看台坍塌', 'II');
    await passes(60);
    await traveller.publishedStatement(id, minutesAfter(clockStartAt, 60));
    await traveller.office.passes({ hours: 50 }, 5);
    const states = async () => (await traveller.office.incident(id)).followUps.map(({ state }) => state);
    const duties = async () =>
      (await reported(id, 'follow_up')).map(({ verdict, singleHanded }) => [verdict, singleHanded]);
    expect(await states()).toEqual(['missed', 'missed', 'running']);
    const before = await duties();
    await withdraws(id);
    await withdraws(id);
    expect(await states()).toEqual(['missed', 'missed', 'running']);
    expect(await duties()).toEqual(before);
    expect(await statement(id)).toMatchObject({ state: 'met' });
    const { secondPerson, statements, stage } = await traveller.office.incident(id);
    expect([statements.length, stage]).toEqual([1, 'released']);
    expect(secondPerson).toMatchObject([{ kind: 'evidence_withdrawal', payload: { cycles: [1, 2] } }]);
    const request = secondPerson[0]?.id;
    expect((await post(id, 'second-person', { request, agree: true })).status).toBe(403);
    expect((await post(id, 'second-person', { request, agree: true }, second)).status).toBe(200);
    expect(await states()).toEqual(['waived', 'waived', 'waived']);
    expect(await statement(id)).toMatchObject({ state: 'overdue', formerly: [{ verdict: 'met' }] });
    expect(await traveller.office.incident(id)).toMatchObject({ statements: [], secondPerson: [], stage: 'collected' });
    expect(await reported(id, 'follow_up')).toMatchObject([
      ...[
        { verdict: 'waived', formerly: [{ verdict: 'open_overdue' }] },
        { verdict: 'waived', formerly: [{ verdict: 'open_overdue' }] },
      ],
      { verdict: 'waived' },
    ]);
  });

  test('a correction by which a missed cycle would have been met waits for a second person, too', async () => {
    const { id, clockStartAt } = await traveller.opens('书展坍塌', 'II');
    await passes(60);
    await traveller.publishedStatement(id, minutesAfter(clockStartAt, 60));
    await traveller.office.passes({ minutes: 1_900 }, 5);
    await traveller.publishedStatement(id, minutesAfter(clockStartAt, 1_950), 'https://example.gov.cn/2');
    const states = async () => (await traveller.office.incident(id)).followUps.map(({ state }) => state);
    expect(await states()).toEqual(['late', 'met', 'running']);
    const { statements } = await traveller.office.incident(id);
    const earlier = { at: minutesAfter(clockStartAt, 1_400).toISOString(), reason: '核对原页面' };
    await post(id, `evidence/${statements[1]?.id}/correction`, earlier);
    expect(await states()).toEqual(['late', 'met', 'running']);
    const { secondPerson } = await traveller.office.incident(id);
    expect(secondPerson).toMatchObject([{ kind: 'evidence_correction', payload: { kinds: ['follow_up'] } }]);
    const request = secondPerson[0]?.id;
    expect((await post(id, 'second-person', { request, agree: true })).status).toBe(403);
    expect((await post(id, 'second-person', { request, agree: true }, second)).status).toBe(200);
    expect((await states())[0]).toBe('met');
  });

  test('a withdrawal that leaves as many cycles missed needs nobody', async () => {
    const { id, clockStartAt } = await traveller.opens('舞台起火', 'II');
    await passes(60);
    await traveller.publishedStatement(id, minutesAfter(clockStartAt, 60));
    await passes(600);
    await traveller.publishedStatement(id, minutesAfter(clockStartAt, 660), 'https://example.gov.cn/2');
    await traveller.office.passes({ hours: 30 }, 5);
    const { statements } = await traveller.office.incident(id);
    await post(id, `evidence/${statements[1]?.id}/withdrawal`, { reason: '未发布' });
    const { followUps, secondPerson } = await traveller.office.incident(id);
    expect(secondPerson).toEqual([]);
    expect(followUps.filter(({ state }) => state === 'missed')).toHaveLength(1);
  });

  test('a conference that was put off, and one that was cancelled', async () => {
    const { id, clockStartAt, clocks } = await traveller.opens('广场踩踏');
    await passes(600);
    await traveller.holdsConference(id, minutesAfter(clockStartAt, 590));
    await passes(60);
    const held = async () => (await traveller.office.incident(id)).pressConferences[0]?.id;
    const putOff = { at: minutesAfter(clockStartAt, 640).toISOString(), place: '二楼', reason: '推迟举行' };
    await post(id, `evidence/${await held()}/correction`, putOff);
    expect((await traveller.office.incident(id)).pressConferences).toMatchObject([{ place: '二楼' }]);
    const { body } = await post(id, `evidence/${await held()}/withdrawal`, { reason: '临时取消' });
    expect(body.pressConferences).toEqual([]);
    expect(await traveller.clock(id, 'press_conference_24h')).toMatchObject({
      state: 'running',
      dueAt: clocks[1]?.dueAt,
      formerly: [{ verdict: 'met' }, { verdict: 'met' }],
    });
  });

  test('a release record that stands for another one brings no second evidence', async () => {
    const { id, clockStartAt } = await traveller.opens('货梯坠落');
    await passes(120);
    const channel = (minutes: number, link: string) => ({
      ...{ channel: 'website', publishedAt: minutesAfter(clockStartAt, minutes).toISOString(), link },
    });
    const body = { kind: 'situation', title: '情况通报', elements };
    const [a, b] = [channel(80, 'https://example.gov.cn/1'), channel(85, 'https://example.gov.cn/2')];
    await post(id, 'records/release', { body: { ...body, channels: [a, b] } });
    const { records } = await traveller.office.get<Workspace>(`/incidents/${id}/workspace`);
    const supersedes = records.find(({ kind }) => kind === 'release')?.id;
    const now = [channel(100, 'https://example.gov.cn/1')];
    await post(id, 'records/release', { body: { ...body, channels: now }, supersedes, reason: '时间登错' });
    const view = await traveller.office.incident(id);
    expect(view.statements.map(({ publishedAt, url }) => [publishedAt, url])).toEqual([
      [minutesAfter(clockStartAt, 100).toISOString(), 'https://example.gov.cn/1'],
    ]);
    expect(view.replacedEvidence.map(({ url, replacedBy }) => [url, replacedBy])).toEqual([
      ['https://example.gov.cn/1', view.statements[0]?.id],
      ['https://example.gov.cn/2', null],
    ]);
    expect(await statement(id)).toMatchObject({ state: 'met', metAt: minutesAfter(clockStartAt, 100).toISOString() });
    expect(view.stage).toBe('released');
  });
});
