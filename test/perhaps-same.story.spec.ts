import type { IncidentView } from '../src/contract/incident.js';
import { Office } from './support/office.js';

const TOWER = '白鹭湖观景塔坍塌';
const WALK = '千盏灯会环岸栈道坍塌';
const BOTH = '白鹭湖观景塔千盏灯会环岸栈道坍塌';

/** A report fits two open cases: people are told once, see it on either case, and merge or part them for good. */
describe('two cases that may be one', () => {
  let office: Office;
  let cases: IncidentView[] = [];
  beforeEach(async () => {
    office = await Office.open({ jurisdiction: 'nation' });
    cases = [];
    for (const title of [TOWER, WALK]) {
      const opened = await office.post<IncidentView>('/incidents', { title, level: 'II' });
      cases.push(opened.body);
    }
    await reads(BOTH);
  });
  afterEach(() => office.close());

  async function reads(title: string): Promise<void> {
    await office.publishes({ title });
    await office.judges();
  }
  const told = async (kind: string) => (await office.journal()).filter((row) => row.kind === kind);
  const seen = async () =>
    Promise.all(cases.map(async ({ id }) => (await office.incident(id)).perhapsSame.map((one) => one.id)));

  it('are told once of each pair and stand on both', async () => {
    const [tower, walk] = cases;
    expect(await told('incident.perhaps_same')).toHaveLength(1);
    expect(await seen()).toEqual([[walk?.id], [tower?.id]]);
    await reads(`${BOTH} 现场封闭`);
    await reads(`${WALK} 白鹭湖观景塔`);
    expect(await told('incident.perhaps_same')).toHaveLength(1);
  });

  it('are asked about no more when one is dismissed or both are merged', async () => {
    const [tower, walk] = cases;
    await office.post(`/incidents/${tower?.id}/merge`, { into: walk?.id, reason: '同一处' });
    expect(await seen()).toEqual([[], []]);
    await reads(`${BOTH} 现场封闭`);
    expect(await told('incident.perhaps_same')).toHaveLength(1);
  });

  it('parted by a person, are told and shown no more, whatever comes', async () => {
    const [tower, walk] = cases;
    const wish = { other: walk?.id, reason: '两处不同' };
    const parted = await office.post<IncidentView>(`/incidents/${tower?.id}/not-same`, wish);
    expect(parted).toMatchObject({ status: 200, body: { id: tower?.id, perhapsSame: [] } });
    expect(await seen()).toEqual([[], []]);
    await reads(`${BOTH} 现场封闭`);
    expect(await told('incident.perhaps_same')).toHaveLength(1);
    const again = await office.post(`/incidents/${walk?.id}/not-same`, { other: tower?.id, reason: '再次' });
    expect(again.status).toBe(200);
    const rows = await told('incident.parted');
    expect(rows.map((row) => row.incidentId).sort()).toEqual([tower?.id, walk?.id].sort());
  });

  it('go on being asked of the case that one of them is merged into', async () => {
    const [tower, walk] = cases;
    const opened = await office.post<IncidentView>('/incidents', { title: '老渡口码头沉没', level: 'II' });
    await office.post(`/incidents/${walk?.id}/merge`, { into: opened.body.id, reason: '同一处' });
    expect((await office.incident(tower?.id ?? '')).perhapsSame).toEqual([
      { id: opened.body.id, number: opened.body.number, title: '老渡口码头沉没' },
    ]);
    const merged = await office.post(`/incidents/${walk?.id}/not-same`, { other: opened.body.id, reason: '误并' });
    expect(merged.status).toBe(409);
  });

  it('refuses a case with itself, and one that is not there', async () => {
    const [tower] = cases;
    const part = async (other: string | undefined) =>
      (await office.post(`/incidents/${tower?.id}/not-same`, { other, reason: '核实' })).status;
    expect(await part(tower?.id)).toBe(422);
    expect(await part('00000000-0000-4000-8000-000000000000')).toBe(404);
  });
});
