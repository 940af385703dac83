import { BoardReader } from '../src/board/board-reader.js';
import type { IncidentLine, IncidentView } from '../src/contract/incident.js';
import type { HandOverSnapshot } from '../src/contract/roster.js';
import type { Workspace } from '../src/contract/records/record.js';
import { snapshotNow } from '../src/roster/hand-over-snapshot.js';
import { Office } from './support/office.js';
import type { Screen } from './support/screen.js';

/** What is closed or archived leaves the board, and comes back when its level rises; a running duty is never hidden. */
describe('cases that are closed', () => {
  let office: Office;
  let screen: Screen;
  beforeAll(async () => {
    office = await Office.open();
    screen = await office.screen();
  });
  afterAll(async () => {
    screen.close();
    await office.close();
  });

  const post = (id: string, path: string, body: object) =>
    office.post<Workspace & { detail?: string }>(`/incidents/${id}/${path}`, body);
  const opens = async (title: string, level: string) =>
    (await office.post<IncidentView>('/incidents', { title, level, lead: 'FILM', text: '' })).body.id;
  const closes = (id: string) => post(id, 'close', { reason: '处置完毕' });
  const listed = async (): Promise<string[]> =>
    (await office.get<{ items: IncidentLine[] }>('/incidents?status=open&limit=100')).items.map(({ id }) => id);
  const handedOver = async (): Promise<string[]> => {
    const { incidents }: HandOverSnapshot = await snapshotNow(office.db.manager);
    return incidents.map(({ id }) => id);
  };
  /** Where the case stands: in the list, in a snapshot, and as the deltas have told a screen that was there all the time. */
  async function standsOpen(id: string): Promise<boolean[]> {
    const { seq, incidents } = await office.part(BoardReader).snapshot();
    await screen.until(() => (screen.entries.at(-1)?.seq ?? 0) >= seq);
    const last = screen.entries.findLast((one) => [...one.gone, ...one.incidents.map((line) => line.id)].includes(id));
    const told = last !== undefined && !last.gone.includes(id);
    return [(await listed()).includes(id), incidents.some((line) => line.id === id), told];
  }
  const OPEN = [true, true, true];
  const GONE = [false, false, false];

  /** A case that has answered every duty, evaluated. */
  async function answered(id: string): Promise<void> {
    const at = (await office.clock.now()).toISOString();
    const link = `https://office.example/${id}`;
    await post(id, 'acknowledge', {});
    await post(id, 'statements', { channel: 'website', url: link, publishedAt: at });
    await post(id, 'press-conferences', { startedAt: at, place: '新闻发布厅' });
    await post(id, 'records/evaluation', { body: { effect: '回应及时' } });
  }

  test('closed and archived it leaves the list, the board and what is handed over; taken up again it is back', async () => {
    const id = await opens('影院灯箱脱落', 'III');
    expect(await standsOpen(id)).toEqual(OPEN);
    expect(await handedOver()).toContain(id);
    expect((await closes(id)).status).toBe(200);
    expect(await standsOpen(id)).toEqual(GONE);
    expect(await handedOver()).not.toContain(id);
    await post(id, 'archive', { reason: '归档' });
    expect(await standsOpen(id)).toEqual(GONE);
    await post(id, 'reopen', { reason: '又有新情况' });
    expect(await standsOpen(id)).toEqual(OPEN);
  });

  test('a duty that begins after the closing brings the case back: it is never hidden', async () => {
    const id = await opens('放映厅座椅坍塌', 'III');
    await closes(id);
    expect(await standsOpen(id)).toEqual(GONE);
    expect((await post(id, 'grade', { level: 'II', reason: '伤亡上升' })).status).toBe(200);
    expect(await standsOpen(id)).toEqual(OPEN);
    expect(await handedOver()).toContain(id);
    const { stage, journal } = await office.incident(id);
    expect([stage, journal.map(({ kind }) => kind)]).toEqual([
      'collected',
      expect.arrayContaining(['incident.reopened', 'incident.graded']),
    ]);
  });

  test('a running duty keeps a case open whatever its stage says', async () => {
    const id = await opens('配电房起火', 'II');
    await office.db.query(`update incident set stage = 'closed' where id = $1`, [id]);
    await post(id, 'acknowledge', {});
    expect(await standsOpen(id)).toEqual(OPEN);
    expect(await handedOver()).toContain(id);
  });

  test('a missed duty with its reason hides nothing any more; without one it does not let the case go', async () => {
    const id = await opens('舞台升降台失控', 'II');
    await office.passes({ hours: 25 }, 5);
    await post(id, 'records/evaluation', { body: { effect: '回应迟缓' } });
    expect((await closes(id)).status).toBe(422);
    for (const clock of ['statement_5h', 'press_conference_24h'])
      await post(id, 'records/miss_reason', { body: { clock, reason: '核实耗时' } });
    expect((await closes(id)).status).toBe(200);
    expect(await standsOpen(id)).toEqual(GONE);
  });

  test('a report that raises the level takes it up again where it stood, told and journalled', async () => {
    const title = '贵州凯里一剧场坍塌';
    await office.publishes({ title: `${title}已致13人死亡` });
    await office.judges();
    const { id } = (await office.incidents()).find((line) => line.title.startsWith(title)) ?? { id: '' };
    await post(id, 'confirm', {});
    await answered(id);
    expect((await closes(id)).status).toBe(200);
    await office.publishes({ title: `${title}已致14人死亡` });
    await office.judges();
    expect(await standsOpen(id)).toEqual(GONE);
    await office.publishes({ title: `${title}死亡人数升至31人` });
    await office.judges();
    const { level, stage, acknowledgedAt, journal } = await office.incident(id);
    expect({ level, stage, acknowledgedAt }).toEqual({ level: 'I', stage: 'evaluating', acknowledgedAt: null });
    expect(await standsOpen(id)).toEqual(OPEN);
    expect(await handedOver()).toContain(id);
    const kinds = journal.map(({ kind }) => kind);
    expect(kinds.slice(kinds.lastIndexOf('incident.closed'))).toEqual(
      expect.arrayContaining(['incident.raised', 'incident.reopened', 'incident.stage', 'acknowledgement.outgrown']),
    );
  });

  describe('and another one merged into them', () => {
    const merges = (id: string, into: string) =>
      office.post<IncidentView>(`/incidents/${id}/merge`, { into, reason: '同一事件' });
    async function closed(title: string, level = 'III'): Promise<string> {
      const id = await opens(title, level);
      if (level === 'II') await answered(id);
      expect((await closes(id)).status).toBe(200);
      return id;
    }
    const stagesOf = ({ journal }: IncidentView) =>
      journal.filter(({ kind }) => kind === 'incident.stage').map(({ data }) => data['to']);

    test('take it up again: what is in hand on one side is in hand', async () => {
      const kept = await closed('幕布起火');
      const gone = await opens('幕布又起火', 'III');
      const { status, body } = await merges(gone, kept);
      expect([status, body.stage]).toEqual([200, 'collected']);
      expect(body.journal.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['incident.reopened']));
      expect(stagesOf(body)).toEqual(['closed', 'collected']);
      expect(await standsOpen(kept)).toEqual(OPEN);
      expect(stagesOf(await office.incident(gone))).toEqual(['merged']);
    });

    test('with a duty that runs, it runs on there, and the office has it in hand', async () => {
      const kept = await closed('音响倒塌', 'II');
      await post(kept, 'archive', { reason: '归档' });
      const gone = await opens('音响再次倒塌', 'I');
      const { body } = await merges(gone, kept);
      expect([body.level, body.stage]).toEqual(['I', 'evaluating']);
      expect(await standsOpen(kept)).toEqual(OPEN);
    });

    test('stay closed where both are: nothing new is in hand', async () => {
      const [kept, gone] = [await closed('灯架坠落'), await closed('灯架坠落后续')];
      expect((await merges(gone, kept)).body.stage).toBe('closed');
      expect(await standsOpen(kept)).toEqual(GONE);
    });

    test('a closed one goes into one that is in hand, which stays as it is', async () => {
      const gone = await closed('吊顶脱落');
      const kept = await opens('吊顶脱落扩大', 'III');
      expect((await merges(gone, kept)).body.stage).toBe('collected');
    });
  });
});
