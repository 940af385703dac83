import type { IncidentView } from '../src/contract/incident.js';
import type { Workspace } from '../src/contract/records/record.js';
import { Office } from './support/office.js';

const elements = { facts: true, measures: true, results: false };
const official = { name: '李明', post: '司长', unit: '电影局' };

/** From the flag to the archive: the desk, the lead bureau and a co-organising one work on one case. */
describe('the work on a case', () => {
  let office: Office;
  let desk: string;
  let film: string;
  let head: string;
  let news: string;
  beforeAll(async () => {
    office = await Office.open();
    desk = await office.employs('desk', 'duty_officer');
    film = await office.employs('film', 'bureau_officer', 'FILM');
    head = await office.employs('head', 'bureau_head', 'FILM');
    news = await office.employs('news', 'bureau_officer', 'IMPORT');
  });
  afterAll(() => office.close());

  async function opens(title: string, level: string | null = 'II', co = ['IMPORT']): Promise<IncidentView> {
    const wish = { title, level, lead: 'FILM', co, text: '' };
    return (await office.post<IncidentView>('/incidents', wish, desk)).body;
  }
  const records = (id: string, kind: string, body: object, cookie = desk) =>
    office.post<Workspace & { detail?: string }>(`/incidents/${id}/records/${kind}`, { body }, cookie);
  const work = (id: string, cookie = desk) => office.get<Workspace>(`/incidents/${id}/workspace`, cookie);
  const consultation = async () => ({
    heldAt: (await office.clock.now()).toISOString(),
    form: 'phone',
    participants: [official],
    agreedLine: '快报事实,慎报原因',
  });
  const draft = (base: number, text = '已启动应急预案,两人受伤已送医。') => ({
    ...{ base, kind: 'situation', title: '情况通报', text, elements },
  });
  const passed = (unit?: string) => ({ draft: 1, result: 'passed', ...(unit ? { unit, signer: official } : {}) });
  async function release(draftNo: number) {
    const publishedAt = (await office.clock.now()).toISOString();
    const channels = [{ channel: 'website', publishedAt, link: 'https://office.example/1' }];
    return { kind: 'situation', title: '情况通报', draft: draftNo, elements, channels };
  }

  it('goes from the flag to the archive, each step asking for the one before', async () => {
    const { id } = await opens('影院坠物两人受伤一');
    const assessment = { nature: '安全事故', disposition: 'INVESTIGATE_PROBLEM', answer: true };
    const early = await records(id, 'assessment', assessment);
    expect([early.status, early.body.detail]).toEqual([422, expect.stringContaining('会商')]);
    expect((await records(id, 'consultation', await consultation())).body.stage).toBe('consulting');
    expect((await records(id, 'transfer_order', { lead: 'FILM', demand: '速报' })).status).toBe(422);
    expect((await records(id, 'assessment', assessment)).body.stage).toBe('assessed');
    const order = await records(id, 'transfer_order', { lead: 'FILM', co: ['IMPORT'], demand: '两小时内成稿' });
    expect(order.body).toMatchObject({ stage: 'assigned' });
    expect(order.body.records.at(-1)?.number).toMatch(/^转办〔\d{4}〕1号$/);
    await office.post(`/incidents/${id}/acknowledge`, {}, film);
    expect((await work(id)).stage).toBe('acknowledged');
    expect((await records(id, 'draft', draft(0), film)).body.stage).toBe('drafting');
    const signing = { ...passed(), signer: official };
    expect((await records(id, 'sign_off', signing, head)).status).toBe(422);
    expect((await records(id, 'secrecy_review', { ...passed(), reviewer: official }, head)).body.stage).toBe(
      'in_review',
    );
    expect((await records(id, 'sign_off', signing, head)).body.detail).toContain('会签');
    expect((await records(id, 'co_sign', passed('IMPORT'), film)).status).toBe(403);
    expect((await records(id, 'co_sign', passed('IMPORT'), news)).status).toBe(201);
    expect((await records(id, 'sign_off', signing, head)).body.stage).toBe('signed');
    const out = await records(id, 'release', await release(1), film);
    expect(out.body).toMatchObject({ stage: 'released', irregularities: [] });
    const clocks = (await office.incident(id)).clocks;
    expect(clocks.find((clock) => clock.kind === 'statement_5h')?.metAt).not.toBeNull();
    const open = await office.post<{ detail: string }>(`/incidents/${id}/close`, { reason: '处置完毕' }, desk);
    expect([open.status, open.body.detail]).toEqual([422, expect.stringContaining('时限')]);
    const startedAt = (await office.clock.now()).toISOString();
    await records(id, 'conference', {
      ...{ startedAt, place: '新闻发布厅', topic: '情况通报', host: official, speakers: [official] },
      headOrSpokesperson: true,
    });
    await records(id, 'evaluation', { effect: '回应及时' }, film);
    const closed = await office.post<Workspace>(`/incidents/${id}/close`, { reason: '处置完毕' }, desk);
    expect(closed.body.stage).toBe('closed');
    expect((await records(id, 'draft', draft(1, '又一稿'), film)).status).toBe(422);
    expect((await office.post<Workspace>(`/incidents/${id}/archive`, { reason: '归档' }, desk)).body.stage).toBe(
      'archived',
    );
    const { stages, waterfall } = await work(id);
    const { stretches, limits } = waterfall;
    expect(stretches.map((one) => one.until)).toEqual(
      expect.arrayContaining(['assessed', 'assigned', 'acknowledged', 'drafted', 'reviewed', 'signed', 'conference']),
    );
    // Without gap or overlap, and over.
    stretches.slice(1).forEach(({ from }, before) => expect(from).toBe(stretches[before]?.to));
    expect(stretches.at(-1)?.to).not.toBeNull();
    const [statement] = (await work(id)).papers.templates;
    expect(statement?.text).toContain('影院坠物两人受伤一');
    expect(statement?.text).toContain('2人受伤');
    expect(statement?.text).toContain('【待补：统计截止时间】');
    expect(limits.map((one) => one.kind)).toEqual(['statement_5h', 'press_conference_24h']);
    expect(stages.map((one) => one.stage)).toEqual([
      ...['collected', 'consulting', 'assessed', 'assigned', 'acknowledged', 'drafting', 'in_review', 'signed'],
      ...['released', 'evaluating', 'closed', 'archived'],
    ]);
  });

  it('a publication that has happened stops the clock whatever is missing, and says what', async () => {
    const { id } = await opens('影院坠物两人受伤二');
    expect((await work(id)).waterfall.stretches.at(-1)).toMatchObject({ until: 'consulted', to: null });
    const out = await records(id, 'release', await release(0), film);
    expect(out.status).toBe(201);
    expect(out.body.irregularities.map((one) => one.code)).toEqual(['secrecy_review', 'co_sign', 'sign_off']);
    expect(out.body.waterfall.stretches.at(-1)).toMatchObject({ until: 'conference', to: null });
    expect((await office.incident(id)).clocks.find((clock) => clock.kind === 'statement_5h')?.metAt).not.toBeNull();
  });

  it('two people write at once: the later one is told, and both texts are there in the end', async () => {
    const { id } = await opens('影院坠物两人受伤三');
    await records(id, 'draft', draft(0), film);
    const [one, other] = await Promise.all([
      records(id, 'draft', draft(1, '甲的改稿'), film),
      records(id, 'draft', draft(1, '乙的改稿'), head),
    ]);
    expect([one.status, other.status].sort()).toEqual([201, 409]);
    const again = one.status === 409 ? draft(2, '甲的改稿') : draft(2, '乙的改稿');
    const last = await records(id, 'draft', again, one.status === 409 ? film : head);
    expect(last.body.records.filter((record) => record.kind === 'draft').map((record) => record.no)).toEqual([1, 2, 3]);
  });

  it('a second click makes no second record; a correction stands for the old one, which stays', async () => {
    const { id } = await opens('影院坠物两人受伤四', 'III');
    const liaison = {
      ...{ counterpart: 'police', unit: '市公安局', by: 'phone', content: '通报线索' },
      at: (await office.clock.now()).toISOString(),
    };
    await records(id, 'liaison', liaison);
    const { body } = await records(id, 'liaison', liaison);
    expect(body.records).toHaveLength(1);
    const corrected = { body: { ...liaison, result: '已受理' }, supersedes: body.records[0]?.id, reason: '补记结果' };
    const answer = await office.post<Workspace>(`/incidents/${id}/records/liaison`, corrected, desk);
    expect(answer.body.records).toHaveLength(2);
    const other = { ...corrected, body: { ...liaison, result: '未受理' } };
    expect((await office.post(`/incidents/${id}/records/liaison`, other, desk)).status).toBe(409);
    await expect(office.db.query('update case_record set reason = $1', ['x'])).rejects.toThrow(
      /never changed|permission denied/,
    );
    await expect(office.db.query('delete from case_record')).rejects.toThrow(/never changed|permission denied/);
  });

  it('whoever has the text open is seen for half a minute after the last sign of life', async () => {
    const { id } = await opens('影院坠物两人受伤五', 'III');
    await office.post(`/incidents/${id}/editing`, { open: true }, film);
    expect((await work(id)).editing).toHaveLength(1);
    await office.clock.forward({ minutes: 1 });
    expect((await work(id)).editing).toEqual([]);
  });

  it('a miss needs its reason before the case is closed; a case that was closed is taken up again where it stood', async () => {
    const { id } = await opens('影院坠物两人受伤六', 'II', []);
    const early = await records(id, 'miss_reason', { clock: 'statement_5h', reason: '先写上' }, film);
    expect([early.status, (await work(id)).records]).toEqual([422, []]);
    await office.passes({ hours: 25 });
    await records(id, 'evaluation', { effect: '回应迟缓' }, film);
    const closing = (reason: string) =>
      office.post<Workspace & { detail: string }>(`/incidents/${id}/close`, { reason }, desk);
    expect((await closing('结束')).body.detail).toContain('原因');
    await records(id, 'miss_reason', { clock: 'statement_5h', reason: '事实未核清' }, film);
    await records(id, 'miss_reason', { clock: 'press_conference_24h', reason: '未能组织' }, film);
    expect((await closing('结束')).body.stage).toBe('closed');
    const again = await office.post<Workspace>(`/incidents/${id}/reopen`, { reason: '出现新情况' }, desk);
    expect(again.body.stage).toBe('evaluating');
    const twice = await office.post<Workspace>(`/incidents/${id}/reopen`, { reason: '出现新情况' }, desk);
    expect([twice.status, twice.body.stage]).toEqual([200, 'evaluating']);
    expect((await office.post(`/incidents/${id}/reopen`, { reason: '再次' }, desk)).status).toBe(422);
  });

  it('takes a conference with as many questions as it may have, each as long as it may be', async () => {
    const { id } = await opens('影院坠物两人受伤八', 'II', []);
    const asked = { outlet: '报'.repeat(100), question: '问'.repeat(2_000), answer: '答'.repeat(5_000) };
    const startedAt = new Date((await office.clock.now()).getTime() - 60_000).toISOString();
    const held = {
      ...{ startedAt, place: '发布厅', topic: '情况通报', host: official, speakers: [official] },
      ...{ headOrSpokesperson: true, questions: Array.from({ length: 50 }, () => asked) },
    };
    expect((await records(id, 'conference', held)).status).toBe(201);
    const more = { ...held, place: '长'.repeat(800_000) };
    expect((await records(id, 'conference', more)).status).toBe(413);
  });

  it('keeps a case to those who may see it', async () => {
    const { id } = await opens('影院坠物两人受伤七', 'III', []);
    expect((await office.fetch(`/incidents/${id}/workspace`, news)).status).toBe(404);
    expect((await records(id, 'draft', draft(0), news)).status).toBe(404);
    expect((await records(id, 'consultation', await consultation(), film)).status).toBe(403);
  });
});
