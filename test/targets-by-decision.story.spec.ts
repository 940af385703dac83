import type { IncidentView } from '../src/contract/incident.js';
import { Office } from './support/office.js';

/** A decision that makes a target pass, or run again, is no time in which the product was down. */
describe('internal targets that pass by a decision', () => {
  let office: Office;
  let second: string;
  beforeAll(async () => {
    office = await Office.open();
    second = await office.employs('second', 'duty_officer');
  });
  afterAll(() => office.close());
  const opens = async (title: string, level = 'I') => {
    const opened = await office.post<IncidentView>('/incidents', { title, level, lead: 'FILM' });
    await office.sweeps();
    return opened.body.id;
  };
  const saidOf = async (id: string) => {
    const rows = await office.db.query<{ words: string }[]>(
      `select payload->'lines'->>'zh' as words from notice where incident_id = $1 and payload::text like '%target_%'`,
      [id],
    );
    return rows.map(({ words }) => words);
  };

  it('after a dismissal was taken back: the system was not down', async () => {
    const id = await opens('道具间失火');
    const { body } = await office.post<IncidentView>(`/incidents/${id}/dismiss`, { reason: '查明为演练' });
    await office.post(`/incidents/${id}/second-person`, { request: body.secondPerson[0]?.id, agree: true }, second);
    await office.passes({ minutes: 60 });
    await office.post(`/incidents/${id}/reopen`, { reason: '确有其事' });
    await office.sweeps();
    const said = await saidOf(id);
    expect(said.length).toBeGreaterThan(0);
    expect(said.filter((words) => words.includes('系统中断'))).toEqual([]);
  });

  it('by a shorter time for a priority matter: the system was not down', async () => {
    const id = await opens('影城预售卡停用引集中投诉', 'I');
    const low = await opens('影城预售卡停用', 'II');
    await office.passes({ minutes: 100 }, 100);
    await office.post(`/incidents/${low}/priority`, { priority: ['vital_interest'], reason: '大量消费者受影响' });
    await office.sweeps();
    const said = await saidOf(low);
    expect([id, said.filter((words) => words.includes('系统中断'))]).toEqual([id, []]);
  });
});
