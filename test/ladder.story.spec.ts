import { insertPerson, insertShift } from './support/roster-rows.js';
import { assessed } from './support/assessed.js';
import { Office } from './support/office.js';

const URGENT = ['lead_officer', 'lead_deputy', 'lead_head', 'general_office_head', 'leadership'];

/** The escalation ladder: who hears while nobody has taken a case, and what ends it. */
describe('the escalation ladder', () => {
  let office: Office;
  const people: Record<string, string> = {};
  beforeEach(async () => {
    office = await Office.open();
    const employ = async (name: string, role: string, bureau: string | null = null) => {
      people[name] = await insertPerson(office.db, name, { role, bureau });
    };
    await employ('desk', 'duty_officer');
    await employ('officer', 'bureau_officer', 'FILM');
    await employ('deputy', 'bureau_officer', 'FILM');
    await employ('head', 'bureau_head', 'FILM');
    await employ('other', 'bureau_officer', 'SECURITY');
    await employ('chief', 'bureau_head', 'GENERAL_OFFICE');
    await employ('leader', 'leadership');
    await insertShift(office.db, people.desk ?? '', { to: 90 });
    await insertShift(office.db, people.officer ?? '', { post: 'FILM', to: 90 });
    await insertShift(office.db, people.deputy ?? '', { post: 'FILM', seat: 'deputy', to: 90 });
  });
  afterEach(() => office.close());

  async function grave(level = 'I', more = {}): Promise<string> {
    const opened = await office.post<{ id: string }>('/incidents', { title: '影院坍塌', level, lead: 'FILM', ...more });
    expect(opened.status).toBe(201);
    return opened.body.id;
  }

  /** Rungs that fired, with minutes from the opening to the instant at which they were due. */
  async function rungs(id: string): Promise<string[]> {
    const { journal, openedAt } = await office.incident(id);
    return journal
      .filter((row) => row.kind === 'threshold.fired' && String(row.data['key']).startsWith('rung_'))
      .map((row) => {
        const minutes = (Date.parse(String(row.data['fireAt'])) - Date.parse(openedAt)) / 60_000;
        return `${String(row.data['key']).slice(5)} ${Math.round(minutes)}`;
      });
  }

  const kinds = async (id: string, kind: string) =>
    (await office.incident(id)).journal.filter((row) => row.kind === kind);

  /** Names of the persons told of a rung. */
  async function toldOf(id: string, key: string): Promise<string[]> {
    const rows = await office.db.query<{ name: string }[]>(
      `select distinct a.username as name from notice n join account a on a.id::text = n.recipient_id,
         jsonb_array_elements(n.payload->'thresholds') t
       where n.incident_id = $1 and t->>'key' = $2 order by 1`,
      [id, key],
    );
    return rows.map((row) => row.name);
  }

  it('climbs through a silent night, each rung at its instant and to those who stand on it', async () => {
    const id = await grave();
    await office.sweeps();
    expect(await rungs(id)).toEqual([]);
    await office.passes({ hours: 4 }, 48);
    expect(await rungs(id)).toEqual([
      'lead_officer 15',
      'lead_deputy 20',
      'lead_head 60',
      'general_office_head 180',
      'leadership 240',
    ]);
    expect(await toldOf(id, 'rung_lead_officer')).toEqual(['officer']);
    expect(await toldOf(id, 'rung_lead_deputy')).toEqual(['deputy']);
    expect(await toldOf(id, 'rung_lead_head')).toEqual(['head']);
    expect(await toldOf(id, 'rung_general_office_head')).toEqual(['chief']);
    expect(await toldOf(id, 'rung_leadership')).toEqual(['leader']);
    expect(await kinds(id, 'rung.skipped')).toEqual([]);
  });

  it('stops for an acknowledgement, never the clock, and goes on from the next rung when it ends without progress', async () => {
    const id = await grave();
    await office.passes({ minutes: 16 });
    const before = (await office.incident(id)).clocks;
    await office.post(`/incidents/${id}/acknowledge`, {});
    expect((await office.incident(id)).clocks.map((clock) => clock.dueAt)).toEqual(before.map((clock) => clock.dueAt));
    await office.passes({ minutes: 59 });
    expect(await rungs(id)).toEqual(['lead_officer 15']);
    await office.passes({ minutes: 1 });
    expect(await kinds(id, 'acknowledgement.expired')).toHaveLength(1);
    expect((await office.incident(id)).acknowledgedAt).toBeNull();
    expect(await toldOf(id, 'ack_expires')).toContain('desk');
    await office.passes({ minutes: 5 });
    await office.passes({ minutes: 40 });
    expect(await rungs(id)).toEqual(['lead_officer 15', 'lead_deputy 81', 'lead_head 121']);
    await office.post(`/incidents/${id}/acknowledge`, {});
    await office.passes({ minutes: 61 });
    expect(await kinds(id, 'acknowledgement.expired')).toHaveLength(2);
    expect(await rungs(id)).toHaveLength(4);
  });

  it('keeps the rungs ahead where they stand when something is done to the case while it climbs', async () => {
    const id = await grave();
    await office.passes({ minutes: 16 });
    await office.post(`/incidents/${id}/grade`, { level: 'II', reason: '伤亡核减' });
    await office.sweeps();
    expect(await rungs(id)).toEqual(['lead_officer 15']);
    await office.passes({ minutes: 4 });
    await office.post(`/incidents/${id}/grade`, { level: 'I', reason: '伤亡增加' });
    await office.passes({ minutes: 39 });
    expect(await rungs(id)).toEqual(['lead_officer 15', 'lead_deputy 20']);
    await office.passes({ minutes: 1 });
    expect(await rungs(id)).toEqual(['lead_officer 15', 'lead_deputy 20', 'lead_head 60']);
  });

  it('lets progress hold an acknowledgement, counted from the last step', async () => {
    const id = await grave();
    await office.post(`/incidents/${id}/acknowledge`, {});
    await office.passes({ minutes: 50 });
    await office.post(`/incidents/${id}/grade`, { level: 'II', reason: '伤亡核减' });
    await office.passes({ minutes: 59 });
    expect(await kinds(id, 'acknowledgement.expired')).toEqual([]);
    await office.passes({ minutes: 1 });
    expect(await kinds(id, 'acknowledgement.expired')).toHaveLength(1);
  });

  it('lets evidence and a bureau that joins hold it too; no acknowledgement moves a limit or keeps back its warnings', async () => {
    const id = await grave();
    await assessed(office, id);
    await office.post(`/incidents/${id}/acknowledge`, {});
    await office.passes({ minutes: 50 });
    await office.post(`/incidents/${id}/assign`, { lead: 'FILM', co: ['SECURITY'] });
    await office.passes({ minutes: 50 });
    const startedAt = (await office.clock.now()).toISOString();
    await office.post(`/incidents/${id}/press-conferences`, { startedAt, place: '一楼' });
    await office.passes({ minutes: 59 });
    expect(await kinds(id, 'acknowledgement.expired')).toEqual([]);
    expect((await office.incident(id)).ladder?.acknowledgedUntil).not.toBeNull();
    await office.passes({ hours: 3 }, 12);
    const warned = (await kinds(id, 'threshold.fired')).map(
      (row) => `${String(row.data.clockKind)} ${String(row.data.key)}`,
    );
    expect(warned).toEqual(
      expect.arrayContaining(['statement_5h half', 'statement_5h minutes_60', 'statement_5h due']),
    );
    expect((await office.incident(id)).clocks.find((clock) => clock.kind === 'statement_5h')?.state).toBe('overdue');
  });

  it('shows on the page who was told, what was passed over and what lies ahead', async () => {
    await office.db.query(`update account set disabled_at = app_now() where username = 'deputy'`);
    const id = await grave();
    await office.passes({ minutes: 20 });
    const { ladder } = await office.incident(id);
    expect(ladder?.acknowledgedUntil).toBeNull();
    expect(ladder?.rungs.map(({ post, state, reason }) => ({ post, state, reason }))).toEqual([
      { post: 'lead_officer', state: 'told', reason: null },
      { post: 'lead_deputy', state: 'skipped', reason: 'nobody' },
      { post: 'lead_head', state: 'told', reason: null },
      { post: 'general_office_head', state: 'ahead', reason: null },
      { post: 'leadership', state: 'ahead', reason: null },
    ]);
    expect(ladder?.rungs[2]?.told).toEqual([people.head]);
    await office.post(`/incidents/${id}/acknowledge`, {});
    const taken = (await office.incident(id)).ladder;
    expect(taken?.rungs.map((rung) => rung.state)).toEqual(['told', 'skipped', 'told', 'stopped', 'stopped']);
    expect(taken?.acknowledgedUntil).not.toBeNull();
  });

  it('gives a hundred equal answers to a hundred acknowledgements, and takes it once', async () => {
    const id = await grave();
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => office.post<{ acknowledgedAt: string }>(`/incidents/${id}/acknowledge`, {})),
    );
    expect(new Set(answers.map((one) => `${one.status} ${one.body.acknowledgedAt}`)).size).toBe(1);
    expect(await kinds(id, 'incident.acknowledged')).toHaveLength(1);
    const pending = await office.db.query<{ key: string }[]>(
      `select key from clock_threshold where outcome is null and (key like 'rung%' or key = 'ack_expires')
         and clock_id in (select id from incident_clock where incident_id = $1)`,
      [id],
    );
    expect(pending).toEqual([{ key: 'ack_expires' }]);
  });

  it('passes over an empty rung at once, tells the desk and the next one', async () => {
    await office.db.query(`update account set disabled_at = app_now() where username in ('deputy', 'head')`);
    const id = await grave();
    await office.passes({ minutes: 20 });
    expect(await rungs(id)).toEqual(['lead_officer 15', 'lead_deputy 20', 'lead_head 20', 'general_office_head 20']);
    expect((await kinds(id, 'rung.skipped')).map((row) => row.data)).toEqual([
      expect.objectContaining({ post: 'lead_deputy', reason: 'nobody' }),
      expect.objectContaining({ post: 'lead_head', reason: 'nobody' }),
    ]);
    expect(await toldOf(id, 'rung_general_office_head')).toEqual(['chief']);
    expect(await toldOf(id, 'rung_lead_head')).toEqual(['desk']);
    const [bundled] = await office.db.query<{ n: string }[]>(
      `select count(*) as n from notice n, jsonb_array_elements(payload->'thresholds') t
       where incident_id = $1 and recipient_id = $2 and channel = 'board' and t->>'key' like 'rung%' group by n.id`,
      [id, people.desk],
    );
    expect(Number(bundled?.n)).toBe(2);
    await office.passes({ hours: 4 });
    expect((await rungs(id)).at(-1)).toBe('leadership 240');
  });

  it('wakes the desk alone while the level is the machine’s word, the others after ten minutes', async () => {
    const publishedAt = new Date((await office.clock.now()).getTime() - 270 * 60_000);
    await office.publishes({ title: '山西太原一商场火灾致32人死亡', publishedAt });
    await office.judges();
    await office.passes({ minutes: 9 });
    const [one] = await office.incidents();
    const id = one?.id ?? '';
    expect(one?.status).toBe('provisional');
    expect(await rungs(id)).toEqual([]);
    await office.passes({ minutes: 1 });
    expect((await rungs(id)).map((rung) => rung.split(' ')[0])).toContain('lead_officer');
    expect(await toldOf(id, 'rung_leadership')).toEqual(['leader']);
  });

  it('begins anew for the bureau that leads from now on; who has heard above it is not told twice', async () => {
    const id = await grave();
    await assessed(office, id);
    await office.passes({ hours: 3 });
    await office.post(`/incidents/${id}/assign`, { lead: 'SECURITY' });
    await office.passes({ minutes: 16 });
    expect((await rungs(id)).slice(4)).toEqual(['lead_officer 195']);
    expect(await toldOf(id, 'rung_lead_officer')).toEqual(['officer', 'other']);
    await office.passes({ hours: 1 });
    expect((await rungs(id)).filter((rung) => rung.startsWith('general_office_head'))).toHaveLength(1);
  });

  it('climbs by the new duties when the level rises in the night', async () => {
    await office.db.query(`update account set disabled_at = app_now() where username = 'desk'`);
    const id = await grave('III', { needsAnswer: true });
    await office.passes({ hours: 2 });
    expect(await rungs(id)).toEqual([]);
    await office.post(`/incidents/${id}/grade`, { level: 'I', reason: '伤亡上升' });
    await office.passes({ hours: 2 }, 24);
    expect(await rungs(id)).toEqual([
      'lead_officer 135',
      'lead_deputy 140',
      'lead_head 180',
      'general_office_head 180',
      'leadership 240',
    ]);
  });

  it('climbs though somebody had taken the case at a lesser level: that stays on record, and is taken anew', async () => {
    await office.db.query(`update account set disabled_at = app_now() where username = 'desk'`);
    const id = await grave('III', { needsAnswer: true });
    await office.post(`/incidents/${id}/acknowledge`, {});
    await office.passes({ minutes: 10 });
    await office.post(`/incidents/${id}/grade`, { level: 'I', reason: '伤亡上升' });
    expect((await office.incident(id)).acknowledgedAt).toBeNull();
    await office.passes({ minutes: 20 }, 4);
    expect(await rungs(id)).toEqual(['lead_officer 25', 'lead_deputy 30']);
    expect(await kinds(id, 'incident.acknowledged')).toHaveLength(1);
    expect(await kinds(id, 'acknowledgement.outgrown')).toHaveLength(1);
    await office.post(`/incidents/${id}/acknowledge`, {});
    await office.passes({ minutes: 50 });
    expect(await rungs(id)).toHaveLength(2);
  });

  it('ends when the duty is answered, and when it is downgraded', async () => {
    // A desk of one decides alone.
    await office.db.query(`update account set disabled_at = app_now() where username = 'desk'`);
    const [answered, down] = [await grave(), await grave('II', { title: '片场火灾' })];
    const publishedAt = (await office.clock.now()).toISOString();
    await office.post(`/incidents/${answered}/statements`, {
      ...{ channel: 'website', url: 'https://example.gov.cn/e/1', publishedAt },
    });
    await office.post(`/incidents/${down}/grade`, { level: 'III', reason: '核减' });
    await office.passes({ hours: 3 });
    expect(await rungs(answered)).toEqual([]);
    expect(await rungs(down)).toEqual([]);
  });

  it('tells a person once of all rungs crossed while the system was down', async () => {
    await office.db.query(`update account set disabled_at = app_now() where username = 'deputy'`);
    const id = await grave();
    await office.clock.forward({ hours: 4 });
    await office.sweeps();
    expect(await rungs(id)).toHaveLength(URGENT.length);
    const [most] = await office.db.query<{ n: string }[]>(
      `select count(*) as n from notice n join deadline_alert a on a.id = n.alert_id join incident_clock c on c.id = a.clock_id
       where n.incident_id = $1 and c.kind = 'statement_5h' group by recipient_id, channel order by 1 desc limit 1`,
      [id],
    );
    expect(Number(most?.n)).toBe(1);
  });
});
