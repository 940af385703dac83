import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { PolicyKeeper } from '../src/clocks/policy-keeper.js';
import type { IncidentView } from '../src/contract/incident.js';
import { Office } from './support/office.js';

const SHIPPED = readFileSync(resolve(__dirname, '../config/policy.yaml'), 'utf8');
const HOUR = 3_600_000;

/** The shipped file under another version, with the five hours made shorter and given another citation. */
const tighter = (version: string, hours: number): string =>
  SHIPPED.replace(/^version: .*$/m, `version: ${version}`).replace(/hours: 5$/m, `hours: ${hours}`);

/** A change of policy needs no restart and leaves what runs on the version it began with. */
describe('versions of the policy', () => {
  const folder = mkdtempSync(join(tmpdir(), 'policy-'));
  const file = join(folder, 'policy.yaml');
  let office: Office;
  beforeAll(async () => {
    writeFileSync(file, SHIPPED);
    office = await Office.open({ env: { POLICY_FILE: file } });
  });
  afterAll(async () => {
    await office.close();
    rmSync(folder, { recursive: true });
  });

  const looks = () => office.part(PolicyKeeper).look();
  const kept = () =>
    office.db.query<{ version: string }[]>('select version from policy_version order by taken_at, version');
  const rows = async (kind: string) => (await office.journal()).filter((row) => row.kind === kind);

  async function opens(title: string): Promise<string> {
    await office.publishes({ title });
    await office.judges();
    await office.sweeps();
    return (await office.incidents()).find((line) => line.title.includes(title.slice(0, 6)))?.id ?? '';
  }
  async function statementHours(id: string): Promise<number> {
    const { clocks } = await office.incident(id);
    const clock = clocks.find((one) => one.kind === 'statement_5h');
    return (Date.parse(clock?.dueAt ?? '') - Date.parse(clock?.startAt ?? '')) / HOUR;
  }

  it('the one at start is kept and told; a restart with the same keeps and tells nothing', async () => {
    expect(await kept()).toHaveLength(1);
    expect(await rows('policy.taken')).toHaveLength(1);
    await office.restarts();
    expect([(await kept()).length, (await rows('policy.taken')).length]).toEqual([1, 1]);
  });

  it('a changed file counts for what begins after it, and for nothing that runs', async () => {
    const before = await opens('四川绵阳一工地坍塌致30人死亡');
    writeFileSync(file, tighter('next', 2));
    expect([await looks(), await looks()]).toEqual([true, false]);
    const after = await opens('江苏徐州一工厂爆炸致30人死亡');
    expect([await statementHours(before), await statementHours(after)]).toEqual([5, 2]);

    const earlier = new Date(Date.parse((await office.incident(before)).clockStartAt) - HOUR);
    const moved = await office.post<IncidentView>(`/incidents/${before}/clock-start`, {
      ...{ fact: 'occurred', at: earlier.toISOString(), precision: 'minute', reason: '现场记录' },
    });
    expect(moved.status).toBe(200);
    expect(moved.body.clockStartAt).toBe(earlier.toISOString());
    expect(await statementHours(before)).toBe(5);
  });

  it('a duty that a level adds later comes from the version the case began with', async () => {
    const known = (await kept()).map((row) => row.version);
    const made = await office.post<IncidentView>('/incidents', {
      ...{ title: '某地晚会直播事故', source: '来电', level: 'III', needsAnswer: true },
    });
    expect(made.status).toBe(201);
    writeFileSync(file, tighter('third', 1));
    await looks();
    await office.post(`/incidents/${made.body.id}/grade`, { level: 'I', reason: '已核实为特别重大' });
    expect(await statementHours(made.body.id)).toBe(2);
    const versions = await office.db.query<{ version: string }[]>(
      'select distinct rule_version as version from incident_clock where incident_id = $1',
      [made.body.id],
    );
    expect(versions).toEqual([{ version: 'next' }]);
    expect((await kept()).map((row) => row.version)).toEqual(expect.arrayContaining([...known, 'third']));
  });

  it('another content under a version that is taken gets a name of its own', async () => {
    writeFileSync(file, tighter('third', 3));
    expect(await looks()).toBe(true);
    expect((await kept()).at(-1)?.version).toMatch(/^third\+[0-9a-f]{8}$/);
    expect(await statementHours(await opens('河北沧州一矿井透水致30人死亡'))).toBe(3);
    writeFileSync(file, tighter('third', 1));
    await looks();
    expect(await kept()).toHaveLength(4);
  });

  it('a faulty file is told once and changes nothing; the mended one counts', async () => {
    writeFileSync(file, tighter('wide', 6));
    expect([await looks(), await looks()]).toEqual([false, false]);
    expect(await rows('policy.refused')).toEqual([
      expect.objectContaining({ data: expect.objectContaining({ version: 'third' }) }),
    ]);
    writeFileSync(file, 'version: [');
    expect(await looks()).toBe(false);
    writeFileSync(file, tighter('wide', 4));
    expect(await looks()).toBe(true);
    expect(await office.db.query('select from policy_refusal')).toEqual([]);
  });

  it('what was kept is never changed or removed', async () => {
    await expect(office.db.query(`update policy_version set body = '{}'`)).rejects.toThrow(/permission denied/);
    await expect(office.db.query('delete from policy_version')).rejects.toThrow(/permission denied/);
  });
});
