import { DataSource } from 'typeorm';
import { PROBLEM_TYPES } from '../src/contract/problem-types.js';
import type { Problem } from '../src/contract/problem.js';
import { databaseOptions } from '../src/database/database.module.js';
import { Sweeper } from '../src/escalation/sweeper.js';
import { loadSettings } from '../src/settings/settings.js';
import { resolve } from 'node:path';
import { assessed } from './support/assessed.js';
import { Office } from './support/office.js';

const ROOT = resolve(__dirname, '..');

/** What the deadline engine promises: never missed, never doubled, whoever sweeps and whoever dies. */
describe('the deadline engine', () => {
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

  async function fired(id: string): Promise<string[]> {
    const { journal } = await office.incident(id);
    return journal
      .filter((row) => row.kind === 'threshold.fired')
      .map((row) => `${String(row.data['clockKind'])}/${String(row.data['key'])}`);
  }

  /** Rows of the journal, of one kind or of all. */
  async function written(kind: string | null = null): Promise<number> {
    const [row] = await office.db.query<{ n: string }[]>(
      'select count(*) as n from journal where kind = coalesce($1, kind)',
      [kind],
    );
    return Number(row?.n);
  }

  it('opens the case, both clocks and every threshold in one transaction with one journal row', async () => {
    const id = await grave('影院坍塌');
    const [{ n } = { n: '0' }] = await office.db.query<{ n: string }[]>(
      `select count(*) as n from clock_threshold t join incident_clock c on c.id = t.clock_id where c.incident_id = $1`,
      [id],
    );
    expect(Number(n)).toBe(15);
    const { journal, clocks } = await office.incident(id);
    expect(journal.map((row) => row.kind)).toEqual(['incident.opened']);
    expect(clocks.map((clock) => clock.kind)).toEqual(['statement_5h', 'press_conference_24h']);
  });

  it('fires each threshold once, however many sweepers run at the same time', async () => {
    const ids = await Promise.all(Array.from({ length: 12 }, (_, n) => grave(`放映厅事故 ${n}`)));
    await office.clock.forward({ hours: 30 });
    const settings = loadSettings({ DATABASE_URL: office.database.url, LOG_LEVEL: 'silent' }, ROOT);
    const others = await Promise.all(
      [1, 2, 3].map(() => new DataSource(databaseOptions(office.database.url)).initialize()),
    );
    try {
      await Promise.all(others.map((db) => new Sweeper(db, settings).sweep()));
    } finally {
      await Promise.all(others.map((db) => db.destroy()));
    }
    for (const id of ids) {
      const all = await fired(id);
      expect(new Set(all).size).toBe(18);
      expect(all).toHaveLength(18);
    }
    const [doubled] = await office.db.query<unknown[]>(
      'select 1 from notice group by alert_id, recipient_id, channel having count(*) > 1',
    );
    expect(doubled).toBeUndefined();
  });

  it('tells people once what was crossed while nobody swept', async () => {
    const id = await grave('转播车起火');
    await office.clock.forward({ hours: 6 });
    await office.sweeps();
    const notices = await office.db.query<{ thresholds: { key: string }[] }[]>(
      `select payload->'thresholds' as thresholds from notice
       where incident_id = $1 and recipient_id = 'FILM' and payload->>'clockKind' = 'statement_5h'`,
      [id],
    );
    expect(notices).toHaveLength(1);
    expect(notices[0]?.thresholds.map((one) => one.key)).toEqual([
      'told',
      'rung_lead_officer',
      'target_drafted',
      'half',
      'target_signed',
      'minutes_60',
      'minutes_30',
      'due',
    ]);
  });

  it('tells it once a clock also when more is due than one transaction takes', async () => {
    await office.sweeps();
    const ids = await Promise.all(Array.from({ length: 40 }, (_, n) => grave(`摄影棚事故 ${n}`)));
    await office.clock.forward({ hours: 30 });
    expect(await office.sweeps()).toBeGreaterThanOrEqual(400);
    const told = await office.db.query<{ n: string }[]>(
      `select count(*) as n from notice n join deadline_alert a on a.id = n.alert_id
       where n.incident_id = any($1) group by a.clock_id, n.recipient_id, n.channel`,
      [ids],
    );
    expect(new Set(told.map((row) => row.n))).toEqual(new Set(['1']));
  });

  it('never fires early', async () => {
    const id = await grave('发射塔倒塌');
    const named = async () => (await fired(id)).filter((one) => !/\/(rung|target)_/.test(one));
    await office.sweeps();
    const before = await named();
    await office.clock.forward({ minutes: 149 });
    await office.sweeps();
    expect(await named()).toEqual(before);
    await office.clock.forward({ minutes: 1 });
    await office.sweeps();
    expect(await named()).toEqual([...before, 'statement_5h/half']);
  });

  it('puts a row aside that fails, tells so, and goes on with the next one', async () => {
    const sick = await grave('放映厅爆燃');
    const well = await grave('书库火灾');
    const [{ version } = { version: '' }] = await office.db.query<{ version: string }[]>(
      'select rule_version as version from incident where id = $1',
      [sick],
    );
    // Under a policy that has no rule for it.
    const begunBy = (version: string) =>
      office.db.query('update incident_clock set rule_version = $2 where incident_id = $1', [sick, version]);
    await office.db.query(
      `insert into policy_version (version, digest, body) values ('none', 'none', '{"clocks": []}')`,
    );
    await begunBy('none');
    // As after months of failing: the wait stays at its longest instead of overflowing.
    await office.db.query(
      `update clock_threshold set failures = 5000 where clock_id in
         (select id from incident_clock where incident_id = $1 and kind = 'statement_5h')`,
      [sick],
    );
    await office.sweeps();
    expect(await fired(well)).toContain('statement_5h/opened');
    expect(await written('threshold.postponed')).toBeGreaterThan(0);
    await begunBy(version);
    await office.clock.forward({ minutes: 6 });
    await office.sweeps();
    expect(await fired(sick)).toContain('statement_5h/opened');
  });

  it('postpones nothing for a database that is only busy', async () => {
    const id = await grave('录音棚起火');
    const other = await new DataSource(databaseOptions(office.database.url)).initialize();
    const before = await written();
    try {
      await other.transaction(async (tx) => {
        await tx.query('select 1 from journal_head for update');
        await expect(office.sweeps()).rejects.toMatchObject({ driverError: { code: '55P03' } });
      });
    } finally {
      await other.destroy();
    }
    expect(await written()).toBe(before);
    await office.sweeps();
    expect(await fired(id)).toContain('statement_5h/opened');
  });

  it('knows how long the next threshold is away, one that was postponed included', async () => {
    const sweeper = new Sweeper(office.db, loadSettings({ LOG_LEVEL: 'silent' }, ROOT));
    await office.sweeps();
    const [put] = await office.db.query<{ id: string }[]>(
      'select id from clock_threshold where outcome is null order by fire_at limit 1',
    );
    await office.db.query(
      `update clock_threshold set retry_at = app_now() + interval '7 seconds', fire_at = app_now() where id = $1`,
      [put?.id],
    );
    const ms = (await sweeper.untilNext()) ?? Infinity;
    expect(ms).toBeGreaterThan(0);
    expect(ms).toBeLessThanOrEqual(7_000);
    await office.db.query('update clock_threshold set retry_at = null where id = $1', [put?.id]);
  });

  it('gives a hundred equal answers to a hundred recordings of one publication', async () => {
    const id = await grave('演播厅踩踏');
    const statement = {
      channel: 'weibo',
      url: 'https://example.gov.cn/b/7',
      publishedAt: (await office.clock.now()).toISOString(),
    };
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => office.post(`/incidents/${id}/statements`, statement)),
    );
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([201]));
    const view = await office.incident(id);
    expect(view.statements).toHaveLength(1);
    expect(view.journal.filter((row) => row.kind === 'statement.recorded')).toHaveLength(1);
    expect(view.clocks[0]).toMatchObject({ kind: 'statement_5h', state: 'met' });
  });

  it('is not stopped by a channel that is no official one, nor by a time that cannot be', async () => {
    const id = await grave('舞台垮塌');
    const now = await office.clock.now();
    const url = 'https://example.gov.cn/c/1';
    await office.post(`/incidents/${id}/statements`, { channel: 'other', url, publishedAt: now.toISOString() });
    expect((await office.incident(id)).clocks[0]?.state).toBe('running');
    const future = new Date(now.getTime() + 60_000).toISOString();
    const refused = await office.post<{ detail: string }>(`/incidents/${id}/statements`, {
      channel: 'website',
      url,
      publishedAt: future,
    });
    expect(refused.status).toBe(422);
    expect(refused.body.detail).toContain('将来');
  });

  it('keeps the start through dismissal, grading and hand-over, and lists what was ended', async () => {
    const id = await grave('片场爆炸');
    const start = (await office.incident(id)).clockStartAt;
    await assessed(office, id);
    await office.clock.forward({ hours: 1 });
    await office.post(`/incidents/${id}/assign`, { lead: 'TV_DRAMA' });
    await office.post(`/incidents/${id}/grade`, { level: 'III', reason: '伤亡数字核减' });
    const down = await office.incident(id);
    expect(down.clocks.map(({ kind, state }) => `${kind} ${state}`).sort()).toEqual([
      'other_48h running',
      'press_conference_24h waived',
      'statement_5h waived',
    ]);
    await office.post(`/incidents/${id}/grade`, { level: 'I', reason: '伤亡数字回升' });
    const up = await office.incident(id);
    expect(
      up.clocks
        .filter((clock) => clock.state === 'running')
        .map((clock) => clock.kind)
        .sort(),
    ).toEqual(['press_conference_24h', 'statement_5h']);
    expect(new Set(up.clocks.map((clock) => clock.startAt))).toEqual(new Set([start]));
    expect(up.lead).toBe('TV_DRAMA');
    await office.post(`/incidents/${id}/dismiss`, { reason: '查明为演练' });
    const gone = await office.incident(id);
    expect(gone.clocks.every((clock) => clock.state === 'waived')).toBe(true);
    expect((await office.post(`/incidents/${id}/confirm`, {})).status).toBe(422);
  });

  it('lets what was published before answer a duty that begins or runs on later', async () => {
    const id = await grave('录音棚火灾');
    await office.post(`/incidents/${id}/grade`, { level: 'III', reason: '伤亡核减' });
    const publishedAt = (await office.clock.now()).toISOString();
    await office.post(`/incidents/${id}/statements`, {
      channel: 'website',
      url: 'https://example.gov.cn/d/1',
      publishedAt,
    });
    await office.clock.forward({ hours: 1 });
    await office.post(`/incidents/${id}/grade`, { level: 'II', reason: '伤亡回升' });
    const states = Object.fromEntries((await office.incident(id)).clocks.map((clock) => [clock.kind, clock.state]));
    expect(states).toEqual({ other_48h: 'met', statement_5h: 'met', press_conference_24h: 'running' });
  });

  it('tells a bureau at once that it leads from now on, and never blames itself for a clock resumed late', async () => {
    const id = await grave('道具库火灾');
    await assessed(office, id);
    await office.sweeps();
    await office.post(`/incidents/${id}/assign`, { lead: 'PUBLISHING' });
    await office.sweeps();
    const heard = () =>
      office.db.query<unknown[]>(`select 1 from notice where incident_id = $1 and recipient_id = 'PUBLISHING'`, [id]);
    expect(await heard()).toHaveLength(1);
    await office.post(`/incidents/${id}/grade`, { level: 'III', reason: '核减' });
    await office.clock.forward({ hours: 7 });
    await office.post(`/incidents/${id}/grade`, { level: 'II', reason: '回升' });
    await office.sweeps();
    const { journal } = await office.incident(id);
    const late = journal.filter((row) => row.data['key'] === 'due').map((row) => Number(row.data['lateMs']));
    expect(late).toHaveLength(1);
    expect(late[0]).toBeLessThan(60_000);
  });

  it('opens one case for two clicks', async () => {
    const wish = { title: '同一次来电', level: 'II' };
    const [first, second] = await Promise.all([
      office.post<{ id: string }>('/incidents', wish),
      office.post<{ id: string }>('/incidents', wish),
    ]);
    expect(first.body.id).toBe(second.body.id);
  });

  it('lets the press office alone hear of the machine’s word, even when it is late, until the wait is over', async () => {
    const publishedAt = new Date((await office.clock.now()).getTime() - 6 * 3_600_000);
    await office.publishes({ title: '山西太原一商场火灾致12人死亡', publishedAt });
    await office.judges();
    await office.sweeps();
    const recipients = () =>
      office.db.query<{ recipient_id: string }[]>(
        `select distinct n.recipient_id from notice n join incident i on i.id = n.incident_id where i.title like '山西太原%' order by 1`,
      );
    expect((await recipients()).map((row) => row.recipient_id)).toEqual(['GENERAL_OFFICE']);
    await office.clock.forward({ minutes: 11 });
    await office.sweeps();
    expect((await recipients()).map((row) => row.recipient_id)).toContain('LEADERSHIP');
  });

  it('takes moves that come at the same time one after the other', async () => {
    const id = await grave('灯光架坠落');
    await assessed(office, id);
    const moves = Array.from({ length: 20 }, (_, n) =>
      n % 2 === 0
        ? office.post(`/incidents/${id}/acknowledge`, {})
        : office.post(`/incidents/${id}/assign`, { lead: n % 4 === 1 ? 'TV_DRAMA' : 'PUBLISHING' }),
    );
    for (const answer of await Promise.all(moves)) expect(answer.status).toBe(200);
    const { journal, version, lead } = await office.incident(id);
    // That a case has come to another stage is told beside the move that brought it there.
    expect(version).toBe(journal.filter((row) => row.kind !== 'incident.stage').length);
    const assigned = journal.filter((row) => row.kind === 'incident.assigned');
    let held = 'FILM';
    for (const row of assigned) {
      expect(row.data['from']).toBe(held);
      held = String(row.data['lead']);
    }
    expect(lead).toBe(held);
  });

  it('begins no duty when a case that had none is graded among the lower levels', async () => {
    const wish = { title: '片名引发争议', text: '网友讨论片名。', level: 'III' };
    const { body } = await office.post<{ id: string }>('/incidents', wish);
    await office.post(`/incidents/${body.id}/grade`, { level: 'IV', reason: '影响有限' });
    expect(await office.incident(body.id)).toMatchObject({ level: 'IV', clocks: [] });
  });

  it('refuses a stale version, but not a wish that is already true', async () => {
    const id = await grave('机房起火');
    await assessed(office, id);
    const { version } = await office.incident(id);
    expect((await office.post(`/incidents/${id}/acknowledge`, { version })).status).toBe(200);
    expect((await office.post(`/incidents/${id}/acknowledge`, { version })).status).toBe(200);
    const refused = await office.post<Problem>(`/incidents/${id}/assign`, { lead: 'SECURITY', version });
    expect([refused.status, refused.body.type]).toEqual([409, PROBLEM_TYPES.staleVersion]);
    expect((await office.incident(id)).lead).toBe('FILM');
  });

  it('finds due thresholds by the partial index', async () => {
    await office.db.query('analyze clock_threshold');
    const plan = await office.db.transaction(async (tx) => {
      await tx.query('set local enable_seqscan = off');
      return tx.query<{ 'QUERY PLAN': string }[]>(
        'explain select id from clock_threshold where outcome is null and fire_at <= app_now() order by fire_at limit 200',
      );
    });
    const text = plan.map((row) => row['QUERY PLAN']).join('\n');
    expect(text).toContain('clock_threshold_pending');
    expect(text).toMatch(/Index Cond: .*fire_at <= /);
  });
});
