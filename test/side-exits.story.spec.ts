import type { IncidentLine, IncidentView } from '../src/contract/incident.js';
import type { Workspace } from '../src/contract/records/record.js';
import type { ResponseTimes } from '../src/contract/response-times.js';
import { Office } from './support/office.js';

const POLICE = { to: 'police', unit: '乙市公安局', number: '移〔2026〕3号' };

/** 误报、只监测、移送: a case that ends without an answer of ours says by which exit and why, and can be taken up again. */
describe('side exits', () => {
  let office: Office;
  let second: string;
  beforeAll(async () => {
    office = await Office.open({ jurisdiction: 'nation' });
    second = await office.employs('second', 'duty_officer');
  });
  afterAll(() => office.close());

  const opens = async (place: string, level = 'II') =>
    (await office.post<IncidentView>('/incidents', { title: `${place}影院火灾`, level, lead: 'FILM', text: '' })).body;
  const leaves = (id: string, wish: object, cookie?: string) =>
    office.post<IncidentView>(`/incidents/${id}/dismiss`, { reason: '核实', ...wish }, cookie);
  const agrees = (id: string, view: IncidentView) =>
    office.post<IncidentView>(
      `/incidents/${id}/second-person`,
      { request: view.secondPerson[0]?.id, agree: true },
      second,
    );
  const statesOf = ({ clocks }: IncidentView) => clocks.map(({ kind, state }) => [kind, state]);
  const now = async () => (await office.clock.now()).toISOString();
  const leftBy = ({ journal }: IncidentView) => journal.findLast(({ kind }) => kind === 'incident.dismissed')?.data;

  it('只监测 waits for the second person, who sees the exit; the duties end under it and are reported so', async () => {
    const { id } = await opens('甲地');
    const asked = await leaves(id, { exit: 'monitor_only' });
    expect(asked.body).toMatchObject({ stage: 'collected', secondPerson: [{ kind: 'dismissal' }] });
    expect(asked.body.secondPerson[0]?.payload).toMatchObject({
      exit: 'monitor_only',
      ends: ['press_conference_24h', 'statement_5h'],
    });
    expect((await leaves(id, { exit: 'false_alarm' })).status).toBe(409);
    const { body } = await agrees(id, asked.body);
    expect(body).toMatchObject({ status: 'dismissed', stage: 'monitor_only' });
    expect(leftBy(body)).toMatchObject({ exit: 'monitor_only', reason: '核实' });
    const report = await office.get<ResponseTimes>('/reports/response-times');
    const rows = report.rows.filter(({ incidentId }) => incidentId === id);
    expect(rows.map(({ verdict, exit, reason }) => ({ verdict, exit, reason }))).toEqual(
      Array(2).fill({ verdict: 'waived', exit: 'monitor_only', reason: '核实' }),
    );
    const { items } = await office.get<{ items: IncidentLine[] }>('/incidents?status=all&limit=100');
    expect(items.find((line) => line.id === id)?.stage).toBe('monitor_only');
  });

  it('移送 names the authority, the number and the time, and no other exit does', async () => {
    const { id } = await opens('乙地', 'IV');
    const at = await now();
    expect((await leaves(id, { exit: 'transferred_out' })).status).toBe(400);
    expect((await leaves(id, { exit: 'monitor_only', handedTo: { ...POLICE, at } })).status).toBe(400);
    const tomorrow = new Date(Date.parse(at) + 86_400_000).toISOString();
    expect((await leaves(id, { exit: 'transferred_out', handedTo: { ...POLICE, at: tomorrow } })).status).toBe(422);
    const { status, body } = await leaves(id, { exit: 'transferred_out', handedTo: { ...POLICE, at } });
    expect([status, body.stage]).toEqual([200, 'transferred_out']);
    expect(leftBy(body)).toMatchObject({ exit: 'transferred_out', handedTo: { ...POLICE, at } });
  });

  it('the second person is shown to whom it goes, and it goes there', async () => {
    const { id } = await opens('丙地');
    const handedTo = { ...POLICE, at: await now() };
    const asked = await leaves(id, { exit: 'transferred_out', handedTo });
    expect(asked.body.secondPerson[0]?.payload).toMatchObject({ exit: 'transferred_out', handedTo });
    const { body } = await agrees(id, asked.body);
    expect(body.stage).toBe('transferred_out');
    expect(leftBy(body)).toMatchObject({ handedTo });
  });

  it('said again it is the same; another exit asks for 重新受理 first', async () => {
    const { id } = await opens('丁地', 'IV');
    const first = await leaves(id, {});
    expect(first.body.stage).toBe('false_alarm');
    expect((await leaves(id, { exit: 'false_alarm' })).body.version).toBe(first.body.version);
    expect((await leaves(id, { exit: 'monitor_only' })).status).toBe(409);
  });

  it('taken up again, the duties run on from their old start, and it may leave another way', async () => {
    const { id, clocks } = await opens('戊地');
    await agrees(id, (await leaves(id, { exit: 'monitor_only' })).body);
    await office.passes({ hours: 1 });
    const again = await office.post<Workspace>(`/incidents/${id}/reopen`, { reason: '出现新的情况' });
    expect([again.status, again.body.stage]).toEqual([200, 'collected']);
    const view = await office.incident(id);
    expect(statesOf(view)).toEqual(clocks.map(({ kind }) => [kind, 'running']));
    expect(view.clocks.map(({ dueAt }) => dueAt)).toEqual(clocks.map(({ dueAt }) => dueAt));
    const { body } = await agrees(id, (await leaves(id, { exit: 'false_alarm' })).body);
    expect(body.stage).toBe('false_alarm');
  });

  it('what has been published is closed, not left to others; that it was no matter may turn out later', async () => {
    const { id } = await opens('己地', 'IV');
    const publishedAt = await now();
    await office.post(`/incidents/${id}/statements`, { channel: 'website', url: 'https://office.test/1', publishedAt });
    expect((await leaves(id, { exit: 'monitor_only' })).status).toBe(422);
    expect((await leaves(id, { exit: 'false_alarm' })).status).toBe(200);
  });

  it('a publication between asking and agreeing is not left behind', async () => {
    const { id } = await opens('庚地');
    const asked = await leaves(id, { exit: 'monitor_only' });
    const publishedAt = await now();
    await office.post(`/incidents/${id}/statements`, { channel: 'website', url: 'https://office.test/2', publishedAt });
    expect((await agrees(id, asked.body)).status).toBe(409);
    expect((await office.incident(id)).stage).toBe('released');
  });
});
