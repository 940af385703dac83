import pg from 'pg';
import { Office } from './support/office.js';

/** What the engine leans on: the keys of its tables, one commit, the lock of one row, and the very moment. */
describe('what holds the deadline engine', () => {
  let office: Office;
  beforeAll(async () => {
    office = await Office.open();
  });
  afterAll(() => office.close());

  async function grave(title: string): Promise<string> {
    const opened = await office.post<{ id: string }>('/incidents', { title, level: 'I', lead: 'FILM' });
    expect(opened.status).toBe(201);
    return opened.body.id;
  }

  /** As the owner of the database, beside the product. */
  async function beside<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
    const client = new pg.Client({ connectionString: office.database.url });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }

  /** Rows of a table that belong to one case. */
  async function counted(incidentId: string, what: string): Promise<number> {
    const clocks = `select id from incident_clock where incident_id = '${incidentId}'`;
    const where: Record<string, string> = {
      clock_threshold: `clock_id in (${clocks}) and (outcome is not null or fired_at is not null)`,
      deadline_alert: `clock_id in (${clocks})`,
      notice: `incident_id = '${incidentId}'`,
      journal: `incident_id = '${incidentId}' and kind = 'threshold.fired'`,
    };
    const [row] = await office.db.query<{ n: string }[]>(`select count(*) as n from ${what} where ${where[what]}`);
    return Number(row?.n);
  }

  it.each([
    ['clock_threshold', 'clock_id, key, version, fire_at'],
    ['deadline_alert', 'clock_id, key, version, due_at, detected_at, late_ms'],
    ['notice', 'alert_id, incident_id, recipient_id, channel, state, payload, next_at'],
    ['incident_clock', 'incident_id, kind, cycle_no, rule_version, start_at, start_basis, opened_at, due_at, citation'],
  ])('a second row of the same %s is refused by the database itself', async (table, columns) => {
    await grave('影院起火');
    await office.sweeps();
    const again = `insert into ${table} (${columns}) select ${columns} from ${table} limit 1`;
    await expect(beside((client) => client.query(again))).rejects.toMatchObject({ code: '23505' });
  });

  it('tells a crossing once, even when the mark that it was told is lost', async () => {
    const id = await grave('放映厅起火');
    await office.sweeps();
    const before = [await counted(id, 'deadline_alert'), await counted(id, 'notice')];
    await office.db.query(`update clock_threshold set outcome = null, fired_at = null where outcome = 'fired'`);
    await office.sweeps();
    expect([await counted(id, 'deadline_alert'), await counted(id, 'notice')]).toEqual(before);
  });

  it('marks nothing as fired whose notices could not be written', async () => {
    const id = await grave('书库起火');
    await beside((client) => client.query('alter table notice add constraint broken check (false) not valid'));
    await office.sweeps();
    for (const table of ['clock_threshold', 'deadline_alert', 'journal']) expect(await counted(id, table)).toBe(0);
    await beside((client) => client.query('alter table notice drop constraint broken'));
    await office.clock.forward({ minutes: 6 });
    await office.sweeps();
    for (const table of ['clock_threshold', 'deadline_alert', 'journal']) expect(await counted(id, table)).toBe(2);
  });

  it('goes past a row that another sweeper holds', async () => {
    await office.sweeps();
    await grave('片场起火');
    const due = await office.db.query<{ id: string }[]>(
      'select id from clock_threshold where outcome is null and fire_at <= app_now() order by fire_at, id',
    );
    expect(due).toHaveLength(2);
    await beside(async (other) => {
      await other.query('begin');
      await other.query('select from clock_threshold where id = $1 for update', [due[0]?.id]);
      expect(await office.sweeps()).toBe(1);
      await other.query('rollback');
    });
    expect(await office.sweeps()).toBe(1);
  });

  it('fires at the very millisecond, and not one before', async () => {
    await grave('机房起火');
    await office.sweeps();
    const [next] = await office.db.query<{ fire_at: Date }[]>(
      'select min(fire_at) as fire_at from clock_threshold where outcome is null',
    );
    const moment = next?.fire_at ?? new Date(0);
    await office.clock.standsStillAt(new Date(moment.getTime() - 1));
    expect(await office.sweeps()).toBe(0);
    await office.clock.standsStillAt(moment);
    expect(await office.sweeps()).toBeGreaterThan(0);
  });
});
