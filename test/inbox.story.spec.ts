import type { IncidentView } from '../src/contract/incident.js';
import type { Person } from '../src/contract/session.js';
import { assessed } from './support/assessed.js';
import { Office } from './support/office.js';

const hours = (n: number) => n * 3_600_000;

/** The desk, and two officers of one bureau, each at a telephone of his own. */
describe('what waits for a bureau', () => {
  let office: Office;
  let desk: string;
  let anna: string;
  let ben: string;
  let news: string;
  let benId: string;
  let newsId: string;
  let count = 0;
  beforeAll(async () => {
    office = await Office.open();
    desk = await office.employs('desk', 'duty_officer');
    anna = await office.employs('anna', 'bureau_officer', 'FILM');
    ben = await office.employs('ben', 'bureau_officer', 'FILM');
    news = await office.employs('news', 'bureau_officer', 'IMPORT');
    benId = (await office.get<Person>('/session', ben)).id;
    newsId = (await office.get<Person>('/session', news)).id;
  });
  afterAll(() => office.close());

  async function opens(lead = 'FILM', co: string[] = []): Promise<IncidentView> {
    const wish = { title: `影院坠物两人受伤 ${(count += 1)}`, level: 'II', lead, co, text: '' };
    const { id } = (await office.post<IncidentView>('/incidents', wish, desk)).body;
    return (await office.post<IncidentView>(`/incidents/${id}/confirm`, {}, desk)).body;
  }
  const does = (cookie: string, id: string, what: string, body: object = {}) =>
    office.post<IncidentView & { detail?: string }>(`/incidents/${id}/${what}`, body, cookie);
  const sendsBack = (cookie: string, id: string, reason = '不属本司职责') => does(cookie, id, 'return', { reason });
  const kindsOf = async (id: string) => (await office.incident(id)).journal.map((row) => row.kind);
  const timesIn = async (id: string, kind: string) => (await kindsOf(id)).filter((one) => one === kind).length;
  const told = (id: string, key: string) =>
    office.db.query<{ recipient: string }[]>(
      `select distinct n.recipient_id as recipient from notice n join deadline_alert a on a.id = n.alert_id
       where n.incident_id = $1 and a.key like $2`,
      [id, key],
    );
  const namesTold = async (id: string, key: string) => {
    const rows = await told(id, key);
    const names = await office.db.query<{ id: string; username: string }[]>('select id::text, username from account');
    return rows.map(({ recipient }) => names.find((one) => one.id === recipient)?.username ?? recipient).sort();
  };

  const linesTold = async (id: string, key: string) => {
    const rows = await office.db.query<{ zh: string[] }[]>(
      `select n.payload->'lines'->'zh' as zh from notice n join deadline_alert a on a.id = n.alert_id
       where n.incident_id = $1 and a.key = $2`,
      [id, key],
    );
    return rows.flatMap(({ zh }) => zh);
  };

  it('is signed for once, however often and by whomever it is tapped: by whom it is handled, and when it is to be published', async () => {
    const { id } = await opens();
    const publishBy = new Date((await office.clock.now()).getTime() + hours(2)).toISOString();
    const wish = { holder: benId, publishBy };
    const answers = await Promise.all([anna, anna, anna].map((who) => does(who, id, 'take', wish)));
    expect(answers.map(({ status, body }) => [status, body.holder])).toEqual(Array(3).fill([200, benId]));
    expect(await timesIn(id, 'incident.acknowledged')).toBe(1);
    expect(await timesIn(id, 'record.made')).toBe(1);
    const { records } = await office.get<{ records: { kind: string; body: object }[] }>(
      `/incidents/${id}/workspace`,
      anna,
    );
    expect(records).toMatchObject([{ kind: 'promise', body: { unit: 'FILM', dueAt: publishBy } }]);
    const past = await does(anna, (await opens()).id, 'take', { publishBy: '2020-01-01T00:00:00Z' });
    expect(past.status).toBe(422);
  });

  it('goes to a colleague, who hears at once and whom the ladder asks first; to nobody else', async () => {
    const { id } = await opens();
    await office.sweeps();
    expect((await does(anna, id, 'hand-over', { to: newsId })).status).toBe(422);
    expect((await does(news, id, 'hand-over', { to: newsId })).status).toBe(404);
    const twice = await Promise.all([0, 1].map(() => does(anna, id, 'hand-over', { to: benId, note: '请接办' })));
    expect(twice.map(({ status, body }) => [status, body.holder])).toEqual(Array(2).fill([200, benId]));
    expect(await timesIn(id, 'incident.handed_over')).toBe(1);
    await office.sweeps();
    expect(await namesTold(id, 'handed_over')).toEqual(['FILM', 'ben']);
    await office.passes({ minutes: 16 });
    expect(await namesTold(id, 'rung_lead_officer')).toEqual(['FILM', 'ben']);
  });

  it('is sent back once, before it is signed for: the desk hears at once, no limit moves, the ladder asks the desk', async () => {
    const before = await opens();
    const { id } = before;
    await office.sweeps();
    const taps = await Promise.all([sendsBack(anna, id), sendsBack(anna, id), sendsBack(ben, id)]);
    expect(taps.map(({ status }) => status)).toEqual([204, 204, 204]);
    expect(await timesIn(id, 'incident.returned')).toBe(1);
    const after = await office.incident(id);
    expect(after).toMatchObject({ lead: 'GENERAL_OFFICE', holder: null, returnedBy: ['FILM'] });
    const limits = ({ clocks }: IncidentView) => clocks.map(({ kind, startAt, dueAt }) => ({ kind, startAt, dueAt }));
    expect(limits(after)).toEqual(limits(before));
    expect((await office.fetch(`/incidents/${id}`, anna)).status).toBe(404);
    expect(after.sentBack).toMatchObject({ bureau: 'FILM', reason: '不属本司职责' });
    await office.sweeps();
    expect(await namesTold(id, 'returned')).toEqual(['GENERAL_OFFICE', 'desk']);
    expect(await linesTold(id, 'returned')).toContain('电影局退回,理由:不属本司职责');
    await office.passes({ minutes: 16 });
    expect(await namesTold(id, 'rung_lead_officer')).toContain('desk');
    await assessed(office, id, desk);
    await does(desk, id, 'assign', { lead: 'IMPORT', reason: '改派' });
    expect((await office.incident(id)).sentBack).toBeNull();
    expect((await does(news, id, 'take')).body).toMatchObject({ lead: 'IMPORT', holder: newsId });
    expect((await office.fetch(`/incidents/${id}`, anna)).status).toBe(404);
    expect((await office.fetch(`/incidents/${id}/workspace`, anna)).status).toBe(404);
  });

  it('is sent back, or handed over, when all limits are answered: who has it now hears of it nevertheless', async () => {
    const [back, over] = [await opens(), await opens()];
    const at = (await office.clock.now()).toISOString();
    for (const { id } of [back, over]) {
      await does(desk, id, 'statements', { channel: 'website', url: `https://film.test/${id}`, publishedAt: at });
      await does(desk, id, 'press-conferences', { startedAt: at, place: '新闻发布厅' });
      await does(desk, id, 'follow-up/end', { reason: '处置完毕' });
      const { clocks, followUp } = await office.incident(id);
      expect([...clocks.map(({ state }) => state), followUp?.state]).toEqual(['met', 'met', 'waived']);
    }
    await office.sweeps();
    expect((await sendsBack(anna, back.id)).status).toBe(204);
    expect((await does(anna, over.id, 'hand-over', { to: benId })).status).toBe(200);
    await office.sweeps();
    expect(await namesTold(back.id, 'returned')).toEqual(['GENERAL_OFFICE', 'desk']);
    expect(await linesTold(back.id, 'returned')).toContain('电影局退回,理由:不属本司职责');
    expect(await namesTold(over.id, 'handed_over')).toEqual(['FILM', 'ben']);
  });

  it('is not sent back a second time by the same bureau: the press office has decided', async () => {
    const { id } = await opens();
    await sendsBack(anna, id);
    await assessed(office, id, desk);
    await does(desk, id, 'assign', { lead: 'FILM', reason: '仍请电影局办理' });
    const again = await sendsBack(ben, id);
    expect([again.status, again.body.detail]).toEqual([409, expect.stringContaining('已退回过一次')]);
    expect((await does(ben, id, 'take')).status).toBe(200);
  });

  it('is not sent back once it was signed for, even when that has expired', async () => {
    const { id } = await opens();
    await does(anna, id, 'take');
    expect((await sendsBack(ben, id)).status).toBe(409);
    await office.passes({ minutes: 70 });
    expect((await office.incident(id)).acknowledgedAt).toBeNull();
    expect((await office.incident(id)).holder).toBeNull();
    expect((await sendsBack(ben, id)).status).toBe(409);
    expect((await does(desk, id, 'return', { reason: '不该由值班台退回' })).status).toBe(403);
  });

  it('a bureau that joins sends its part back, the lead goes on; joining no more, it sees the case no more', async () => {
    const { id } = await opens('FILM', ['IMPORT']);
    expect((await sendsBack(news, id)).status).toBe(204);
    const sentBack = { bureau: 'IMPORT', reason: '不属本司职责' };
    expect(await office.incident(id)).toMatchObject({ lead: 'FILM', co: [], returnedBy: ['IMPORT'], sentBack });
    expect((await office.fetch(`/incidents/${id}`, news)).status).toBe(404);
  });

  it('three act at the same moment, and the case is as after one of them after the other', async () => {
    for (let round = 0; round < 6; round += 1) {
      const { id } = await opens();
      await assessed(office, id, desk);
      const [signed, returned, handed, assigned] = await Promise.all([
        does(anna, id, 'take'),
        sendsBack(ben, id),
        does(anna, id, 'hand-over', { to: benId }),
        does(desk, id, 'assign', { lead: 'FILM', co: ['IMPORT'], reason: '请会签' }),
      ]);
      expect([200, 404]).toContain(signed.status);
      expect([204, 409]).toContain(returned.status);
      expect([200, 404]).toContain(handed.status);
      expect(assigned.status).toBe(200);
      const { lead, holder, returnedBy, acknowledgedAt, clocks } = await office.incident(id);
      expect(returnedBy).toEqual(returned.status === 204 ? ['FILM'] : []);
      if (acknowledgedAt !== null && lead === 'FILM') expect(holder).not.toBeNull();
      if (lead === 'GENERAL_OFFICE') expect([holder, acknowledgedAt]).toEqual([null, null]);
      expect(clocks.every((clock) => clock.state === 'running')).toBe(true);
      expect(await timesIn(id, 'incident.returned')).toBe(returnedBy.length);
    }
  });

  it('a restricted case goes to the named alone', async () => {
    const { id } = await opens();
    const [annaId, deskId] = await Promise.all(
      [anna, desk].map(async (who) => (await office.get<Person>('/session', who)).id),
    );
    await does(desk, id, 'restrict', { people: [annaId, deskId], reason: '涉个人信息' });
    expect((await does(ben, id, 'take')).status).toBe(404);
    expect((await sendsBack(ben, id)).status).toBe(404);
    expect((await does(anna, id, 'hand-over', { to: benId })).status).toBe(422);
    expect((await does(anna, id, 'take')).status).toBe(200);
  });

  it('a text is kept once, though the answer to the first try was lost for long', async () => {
    const { id } = await opens();
    const elements = { facts: true, measures: true, results: false };
    const body = { base: 0, kind: 'situation', title: '情况通报', text: '已启动应急预案。', elements };
    expect((await does(anna, id, 'records/draft', { body })).status).toBe(201);
    await office.clock.forward({ minutes: 10 });
    expect((await does(anna, id, 'records/draft', { body })).status).toBe(201);
    expect(await timesIn(id, 'record.made')).toBe(1);
  });
});
