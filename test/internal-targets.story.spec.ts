import pg from 'pg';
import type { IncidentLine, IncidentView } from '../src/contract/incident.js';
import type { ResponseTimes } from '../src/contract/response-times.js';
import { Office } from './support/office.js';

/** 内部目标: the office's own times for its steps (config/policy.yaml), told at their limits and never counted by law. */
describe('internal targets', () => {
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
  const states = async (id: string) =>
    Object.fromEntries((await office.incident(id)).targets.map(({ name, state }) => [name, state]));
  /** Minutes from the start to the limit of each. */
  const minutes = async (id: string) =>
    Object.fromEntries(
      (await office.incident(id)).targets.map(({ name, startAt, dueAt }) => [
        name,
        (Date.parse(dueAt) - Date.parse(startAt)) / 60_000,
      ]),
    );
  /** What units were told of targets, by their codes; minutes of lateness. */
  const told = (id: string) =>
    office.db.query<{ key: string; recipient: string; isTrue: boolean; late: number }[]>(
      `select distinct said->>'key' as key, n.recipient_id as recipient, (said->>'fireAt')::timestamptz = t.due_at as "isTrue",
         ((said->>'lateMs')::bigint / 60000)::int as late
       from notice n, jsonb_array_elements(n.payload->'thresholds') said, internal_target t
       where n.incident_id = $1 and t.incident_id = $1 and said->>'key' = 'target_' || t.name
         and n.recipient_id = upper(n.recipient_id) and n.recipient_id !~ '-' order by 1, 2`,
      [id],
    );
  const journal = async (id: string) =>
    (await office.journal()).filter((row) => row.incidentId === id && row.kind === 'target.missed');
  const dismiss = async (id: string) => {
    const { body } = await office.post<IncidentView>(`/incidents/${id}/dismiss`, { reason: '查明为演练' });
    const [request] = body.secondPerson;
    await office.post(`/incidents/${id}/second-person`, { request: request?.id, agree: true }, second);
  };
  const draft = (id: string) => {
    const elements = { facts: true, measures: true, results: false };
    const body = { base: 0, kind: 'situation', title: '情况通报', text: '正在处置。', elements };
    return office.post(`/incidents/${id}/records/draft`, { body });
  };

  it('are met by what is done in time, and nothing is said', async () => {
    const id = await opens('剧院失火');
    expect(await states(id)).toEqual({ acknowledged: 'running', drafted: 'running', signed: 'running' });
    await office.passes({ minutes: 14 });
    await office.post(`/incidents/${id}/acknowledge`, {});
    await office.passes({ minutes: 10 });
    expect((await draft(id)).status).toBe(201);
    expect(await states(id)).toEqual({ acknowledged: 'met', drafted: 'met', signed: 'running' });
    expect(await told(id)).toEqual([]);
    expect(await journal(id)).toEqual([]);
  });

  it('are told once at their true instant, also after downtime and by two timers at one moment', async () => {
    const id = await opens('影院坍塌');
    await office.clock.forward({ minutes: 40 });
    await office.restarts();
    await Promise.all([office.sweeps(), office.sweeps()]);
    await office.sweeps();
    expect(await told(id)).toEqual([
      { key: 'target_acknowledged', recipient: 'GENERAL_OFFICE', isTrue: true, late: 25 },
    ]);
    expect(await journal(id)).toHaveLength(1);
    await office.post(`/incidents/${id}/acknowledge`, {});
    expect((await states(id))['acknowledged']).toBe('late');
  });

  it('of a draft are told to the lead bureau too', async () => {
    const id = await opens('剧场看台垮塌');
    await office.post(`/incidents/${id}/acknowledge`, {});
    await office.passes({ minutes: 121 }, 121);
    expect(await told(id)).toEqual([
      { key: 'target_drafted', recipient: 'FILM', isTrue: true, late: 0 },
      { key: 'target_drafted', recipient: 'GENERAL_OFFICE', isTrue: true, late: 0 },
    ]);
  });

  it('end with a dismissal, and run on from their old start when the case is taken up again', async () => {
    const id = await opens('道具间失火');
    const before = (await office.incident(id)).targets.map(({ dueAt }) => dueAt);
    await dismiss(id);
    await office.passes({ minutes: 60 });
    expect(await states(id)).toEqual({ acknowledged: 'waived', drafted: 'waived', signed: 'waived' });
    expect(await journal(id)).toEqual([]);
    await office.post(`/incidents/${id}/reopen`, { reason: '确有其事' });
    expect((await office.incident(id)).targets.map(({ dueAt }) => dueAt)).toEqual(before);
    await office.sweeps();
    expect((await told(id)).map(({ key }) => key)).toEqual(['target_acknowledged']);
    await dismiss(id);
    await office.post(`/incidents/${id}/reopen`, { reason: '确有其事' });
    await office.sweeps();
    expect(await journal(id)).toHaveLength(1);
  });

  it('of a risen level count from the rise; within the levels of one rule nothing begins anew', async () => {
    const id = await opens('片场事故', 'III');
    expect(await minutes(id)).toEqual({ acknowledged: 240, drafted: 1440 });
    await office.post(`/incidents/${id}/acknowledge`, {});
    await office.passes({ minutes: 50 });
    await office.post(`/incidents/${id}/grade`, { level: 'II', reason: '伤亡上升' });
    const risen = await office.incident(id);
    const now = (await office.clock.now()).getTime();
    const running = risen.targets.filter(({ state }) => state === 'running');
    expect(running.map(({ name }) => name)).toEqual(['acknowledged', 'drafted', 'signed']);
    expect(running.every(({ startAt }) => now - Date.parse(startAt) < 60_000)).toBe(true);
    await office.passes({ minutes: 5 });
    await office.post(`/incidents/${id}/grade`, { level: 'I', reason: '伤亡再上升' });
    expect((await office.incident(id)).targets).toEqual(risen.targets);
  });

  it('of the machine’s word: it is to be confirmed, and until then the desk alone hears', async () => {
    const title = '甘肃天水一新华书店发生火灾已致14人死亡';
    await office.publishes({ title });
    await office.judges();
    const id = (await office.incidents()).find((one) => one.title === title)?.id ?? '';
    expect((await states(id))['confirmed']).toBe('running');
    await office.passes({ minutes: 130 }, 13);
    expect(new Set((await told(id)).map(({ recipient }) => recipient))).toEqual(new Set(['GENERAL_OFFICE']));
    await office.post(`/incidents/${id}/confirm`, {});
    expect((await states(id))['confirmed']).toBe('late');
  });

  it('are shorter for a priority matter, and a person decides whether it is one', async () => {
    const id = await opens('影城预售卡停用引集中投诉', 'III');
    const line = async () =>
      (await office.get<{ items: IncidentLine[] }>('/incidents')).items.find((one) => one.id === id);
    const put = (priority: string[], cookie?: string) =>
      office.post<IncidentView>(`/incidents/${id}/priority`, { priority, reason: '大量消费者受影响' }, cookie);
    const analyst = await office.employs('analyst', 'analyst');
    expect((await put(['vital_interest'], analyst)).status).toBe(403);
    await put([]);
    expect(await minutes(id)).toEqual({ acknowledged: 240, drafted: 1440 });
    await put(['market_expectation', 'vital_interest']);
    expect((await line())?.priority).toEqual(['vital_interest', 'market_expectation']);
    expect(await minutes(id)).toEqual({ acknowledged: 60, drafted: 720 });
    await office.passes({ minutes: 61 });
    expect(await journal(id)).toHaveLength(1);
    await put([]);
    expect(await minutes(id)).toEqual({ acknowledged: 60, drafted: 1440 });
    const rows = (await office.journal()).filter((row) => row.incidentId === id && row.kind === 'incident.prioritised');
    expect(rows.map(({ data }) => data['priority'])).toEqual([[], ['vital_interest', 'market_expectation'], []]);
  });

  it('that cannot be told are put aside, and the others are told', async () => {
    const [bad, good] = [await opens('甲厅失火'), await opens('乙厅失火')];
    await office.clock.forward({ minutes: 20 });
    const owner = new pg.Client({ connectionString: office.database.url });
    await owner.connect();
    try {
      await owner.query(
        `alter table internal_target add constraint poison check (told_at is null or incident_id <> '${bad}') not valid`,
      );
      await office.sweeps();
      await office.sweeps();
    } finally {
      await owner.query('alter table internal_target drop constraint poison');
      await owner.end();
    }
    const failures = await office.db.query<{ failures: number }[]>(
      `select failures from internal_target where incident_id = $1 and name = 'acknowledged'`,
      [bad],
    );
    expect(failures).toEqual([{ failures: 1 }]);
    expect([await journal(bad), await journal(good)].map((rows) => rows.length)).toEqual([0, 1]);
    await office.passes({ minutes: 1 });
    expect(await journal(bad)).toHaveLength(1);
  });

  it('are unknown to the report of the limits by law', async () => {
    const { rows } = await office.get<ResponseTimes>('/reports/response-times');
    expect(new Set(rows.map(({ kind }) => kind))).toEqual(new Set(['statement_5h', 'press_conference_24h']));
  });
});
