import type { IncidentView } from '../src/contract/incident.js';
import { Office } from './support/office.js';

/** The ladder stands on the duty that is due first, whatever people decide about the duties. */
describe('the clock that carries the ladder', () => {
  let office: Office;
  let second: string;
  let leader: string;
  let id: string;
  beforeEach(async () => {
    office = await Office.open();
    second = await office.employs('second', 'duty_officer');
    leader = await office.employs('leader', 'leadership');
    id = (await office.post<{ id: string }>('/incidents', { title: '影院坍塌', level: 'I', lead: 'FILM' })).body.id;
  });
  afterEach(() => office.close());

  /** Kinds of the clocks on which rungs wait. */
  async function carriers(): Promise<string[]> {
    const rows = await office.db.query<{ kind: string }[]>(
      `select distinct c.kind from clock_threshold t join incident_clock c on c.id = t.clock_id
       where c.incident_id = $1 and t.key like 'rung%' and t.outcome is null`,
      [id],
    );
    return rows.map((row) => row.kind);
  }
  async function agrees(cookie: string): Promise<void> {
    const [request] = (await office.incident(id)).secondPerson;
    const decided = await office.post(`/incidents/${id}/second-person`, { request: request?.id, agree: true }, cookie);
    expect(decided.status).toBe(200);
  }

  it('is the next one when leadership waives the first', async () => {
    expect(await carriers()).toEqual(['statement_5h']);
    await office.post(`/incidents/${id}/clocks/statement_5h/waiver`, { reason: '上级统一发布' });
    await agrees(leader);
    expect(await carriers()).toEqual(['press_conference_24h']);
  });

  it('takes up again what the dismissal ended, and nothing that a downgrade had ended before', async () => {
    await office.post(`/incidents/${id}/grade`, { level: 'III', reason: '伤亡核减' });
    await agrees(second);
    await office.passes({ minutes: 1 });
    const before = (await office.incident(id)).clocks.map((clock) => [clock.kind, clock.state]);
    const dismissed = await office.post<IncidentView>(`/incidents/${id}/dismiss`, { reason: '误报' });
    if (dismissed.body.secondPerson.length > 0) await agrees(second);
    await office.post(`/incidents/${id}/reopen`, { reason: '核实确有其事' });
    const after = (await office.incident(id)).clocks.map((clock) => [clock.kind, clock.state]);
    expect(before.find(([kind]) => kind === 'statement_5h')?.[1]).toBe('waived');
    expect(after).toEqual(before);
  });

  it('carries it again when a dismissed case is taken up again, from its old start', async () => {
    const before = (await office.incident(id)).clocks.map((clock) => clock.dueAt);
    await office.post(`/incidents/${id}/dismiss`, { reason: '误报' });
    await agrees(second);
    expect(await carriers()).toEqual([]);
    const again = await office.post(`/incidents/${id}/reopen`, { reason: '核实确有其事' });
    expect(again.status).toBe(200);
    const view: IncidentView = await office.incident(id);
    expect(view).toMatchObject({ status: 'confirmed', stage: 'collected' });
    expect(view.clocks.map((clock) => [clock.dueAt, clock.state])).toEqual(before.map((dueAt) => [dueAt, 'running']));
    expect(await carriers()).toEqual(['statement_5h']);
  });
});
