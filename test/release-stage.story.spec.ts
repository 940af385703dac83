import type { IncidentView } from '../src/contract/incident.js';
import type { Workspace } from '../src/contract/records/record.js';
import { assessed } from './support/assessed.js';
import { Office } from './support/office.js';

/** What a publication makes of a case, and of which case. */
describe('a publication on record', () => {
  let office: Office;
  beforeAll(async () => {
    office = await Office.open({ contacts: { SECURITY: { email: 'duty@security.test' } } });
  });
  afterAll(() => office.close());

  const opens = async (title: string, level = 'II') =>
    (await office.post<IncidentView>('/incidents', { title, level, lead: 'FILM', co: [], text: '' })).body.id;
  const channel = async (more: object = {}) => ({
    ...{ channel: 'website', publishedAt: (await office.clock.now()).toISOString(), link: 'https://office.example/1' },
    ...more,
  });
  const releases = (id: string, channels: object[]) =>
    office.post<Workspace & { detail: string }>(`/incidents/${id}/records/release`, {
      body: { kind: 'situation', title: '通报', elements: { facts: true, measures: true, results: false }, channels },
    });

  it('is one publication, however often and wherever it is recorded', async () => {
    const id = await opens('影院停电甲');
    const one = await channel();
    const { channel: where, publishedAt, link: url } = one;
    await office.post(`/incidents/${id}/statements`, { channel: where, url, title: '通报', publishedAt });
    expect((await releases(id, [one])).body.stage).toBe('released');
    await office.clock.forward({ minutes: 3 });
    const again = await releases(id, [one]);
    expect([again.body.stage, again.body.records.length]).toEqual(['released', 1]);
    const next = await channel({ link: 'https://office.example/2' });
    expect((await releases(id, [next])).body.stage).toBe('following_up');
  });

  it('that no official channel carried leaves the case where it was', async () => {
    const id = await opens('影院停电乙');
    expect((await releases(id, [await channel({ channel: 'other' })])).body.stage).toBe('collected');
    expect((await releases(id, [await channel()])).body.stage).toBe('released');
  });

  it('of a case that was merged is recorded where the limits run', async () => {
    const [id, into] = [await opens('影院停电丙'), await opens('影院停电丁')];
    await office.post(`/incidents/${id}/merge`, { into, reason: '同一处' });
    const refused = await releases(id, [await channel()]);
    expect([refused.status, refused.body.detail]).toEqual([409, expect.stringContaining('已并入')]);
    const { channel: where, publishedAt, link: url } = await channel();
    const statement = { channel: where, url, title: '通报', publishedAt };
    expect((await office.post(`/incidents/${id}/statements`, statement)).status).toBe(409);
    expect((await releases(into, [await channel()])).body.stage).toBe('released');
  });

  it('nothing is assigned before it was judged, or after it was over', async () => {
    const id = await opens('影院停电戊', 'III');
    const assigns = () => office.post<{ detail: string }>(`/incidents/${id}/assign`, { lead: 'SECURITY' });
    expect((await assigns()).body.detail).toContain('分类处置');
    await assessed(office, id);
    expect((await assigns()).status).toBe(200);
    await office.post(`/incidents/${id}/close`, { reason: '处置完毕' });
    expect((await assigns()).status).toBe(422);
  });

  it('a bureau that leads once all is answered hears of it, too', async () => {
    const id = await opens('影院停电己');
    await assessed(office, id);
    const startedAt = (await office.clock.now()).toISOString();
    await office.post(`/incidents/${id}/press-conferences`, { startedAt, place: '一楼' });
    await releases(id, [await channel()]);
    await office.post(`/incidents/${id}/follow-up/end`, { reason: '处置完毕' });
    await office.post(`/incidents/${id}/assign`, { lead: 'SECURITY' });
    await office.sweeps();
    const told = await office.db.query(`select from notice where incident_id = $1 and recipient_id = 'SECURITY'`, [id]);
    expect(told).toHaveLength(1);
  });
});
