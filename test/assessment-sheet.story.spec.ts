import type { IncidentView } from '../src/contract/incident.js';
import type { RecordBody, Workspace } from '../src/contract/records/record.js';
import type { ResponseTimes } from '../src/contract/response-times.js';
import { Office } from './support/office.js';

type Sheet = Partial<RecordBody<'assessment'>>;

/** 研判单: what it decides is so, and no step of a grave case comes before its consultation. */
describe('the assessment sheet', () => {
  let office: Office;
  beforeAll(async () => {
    office = await Office.open();
  });
  afterAll(() => office.close());

  const opens = async (title: string, level: string | null, more: object = {}) =>
    (await office.post<IncidentView>('/incidents', { title, level, lead: 'FILM', co: [], text: '', ...more })).body.id;
  const records = (id: string, kind: string, body: object, correction: object = {}) =>
    office.post<Workspace & { detail?: string }>(`/incidents/${id}/records/${kind}`, { body, ...correction });
  const assesses = (id: string, more: Sheet = {}, correction: object = {}) =>
    records(id, 'assessment', { nature: '票价争议', disposition: 'CLARIFY', answer: true, ...more }, correction);
  const draft = { base: 0, kind: 'situation', title: '通报', text: '已核实。', elements: {} };

  it('starts the 48 h of a case that is to be answered, once, from its first publication or detection', async () => {
    const hoursAgo = async (n: number) => new Date((await office.clock.now()).getTime() - n * 3_600_000).toISOString();
    const id = await opens('某影城涨价', 'III', { occurredAt: await hoursAgo(20) });
    expect(await office.incident(id)).toMatchObject({ clocks: [], clockBasis: 'occurred' });
    await office.clock.forward({ hours: 3 });
    expect((await assesses(id)).status).toBe(201);
    const { clocks, detectedAt } = await office.incident(id);
    const dueAt = new Date(Date.parse(detectedAt) + 48 * 3_600_000).toISOString();
    const [clock] = clocks;
    expect(clock).toMatchObject({ kind: 'other_48h', startAt: detectedAt, dueAt, state: 'running' });
    await assesses(id, { advice: '尽快' });
    expect((await office.incident(id)).clocks).toEqual([clock]);
    const { rows } = await office.get<ResponseTimes>(
      `/reports/response-times?from=${detectedAt}&to=${new Date(Date.parse(dueAt) + 1).toISOString()}`,
    );
    expect(rows).toMatchObject([{ incidentId: id, kind: 'other_48h', dueAt, verdict: 'running' }]);
    expect(await office.sweeps()).toBeGreaterThan(0);
  });

  it('starts nothing where the matter is left to watching or to others, or is not to be answered', async () => {
    const id = await opens('某影城涨价二', 'III');
    await assesses(id, { disposition: 'MONITOR_ONLY' });
    await assesses(id, { disposition: 'TRANSFER_OUT' });
    await assesses(id, { answer: false, reason: '已有答复' });
    expect((await office.incident(id)).clocks).toEqual([]);
  });

  it('says what the case is a priority for: its targets are the shorter ones; a correction takes it back', async () => {
    const id = await opens('某影城装修', 'III');
    const drafted = async () => (await office.incident(id)).targets.find(({ name }) => name === 'drafted')?.dueAt ?? '';
    const usual = await drafted();
    const made = await assesses(id, { priority: 'market_expectation' });
    expect((await office.incident(id)).priority).toEqual(['market_expectation']);
    expect(Date.parse(usual) - Date.parse(await drafted())).toBe(720 * 60_000);
    const correction = { supersedes: made.body.records.at(-1)?.id, reason: '误选' };
    await assesses(id, { priority: null }, correction);
    expect((await office.incident(id)).priority).toEqual([]);
    expect(await drafted()).toBe(usual);
  });

  it('no case that has become grave is assigned or signed off before its consultation', async () => {
    const id = await opens('某影城停业', 'III');
    await assesses(id);
    await office.post(`/incidents/${id}/grade`, { level: 'I', reason: '人员伤亡' });
    const order = () => records(id, 'transfer_order', { lead: 'FILM', demand: '速报' });
    await records(id, 'draft', { ...draft, elements: { facts: true, measures: true, results: false } });
    await records(id, 'secrecy_review', { draft: 1, result: 'passed', reviewer: { name: '李明' } });
    const sign = () => records(id, 'sign_off', { draft: 1, result: 'passed', signer: { name: '李明' } });
    for (const early of [await order(), await sign()])
      expect([early.status, early.body.detail]).toEqual([422, expect.stringContaining('会商')]);
    await records(id, 'consultation', {
      ...{ heldAt: (await office.clock.now()).toISOString(), form: 'phone', participants: [{ name: '李明' }] },
      agreedLine: '快报事实',
    });
    expect((await order()).status).toBe(201);
    expect((await sign()).status).toBe(201);
  });
});
