import { tickNow } from '../src/board/ticker.js';
import { ReplayServer } from '../src/commands/replay-server.js';
import type { BlindInterval, BlindPage, Calm } from '../src/contract/calm.js';
import { loadSettings } from '../src/settings/settings.js';
import { Office } from './support/office.js';
import { passSelfChecks } from './support/passing-self-checks.js';

const { policy } = loadSettings({}, process.cwd());
const BUDGET_MS = policy.collection.blindAfterSeconds * 1_000;
const HOUR_MS = 3_600_000;

/** Quiet is believed only while every core source is read and every article judged; when it was not so, that is kept. */
describe('never a false calm', () => {
  let feeds: ReplayServer;
  let office: Office;

  beforeAll(async () => {
    feeds = new ReplayServer([], { keepDates: false });
    await feeds.start();
    office = await Office.open({ sources: feeds.sourcesFile() });
    await office.db.query(`update source set tier = 'wide' where origin = 'api'`);
    await passSelfChecks(office.db);
  });
  afterAll(async () => {
    await office.close();
    await feeds.close();
  });

  const calm = (): Promise<Calm> => office.get<Calm>('/calm');
  const intervals = async (query = ''): Promise<BlindInterval[]> =>
    (await office.get<BlindPage>(`/blind-intervals?${query}`)).items;
  /** What is stored of an instant of a source. */
  const instantsOf = async (column: string): Promise<Map<string, number>> => {
    const rows = await office.db.query<{ id: string; at: Date }[]>(
      `select id, ${column} as at from source where origin = 'file' order by id`,
    );
    return new Map(rows.map(({ id, at }) => [id, at.getTime()]));
  };
  const lengthOf = ({ since, until }: BlindInterval): number => Date.parse(until ?? '') - Date.parse(since);

  it('before the first reading nobody is told of calm; after it everybody is', async () => {
    const before = await calm();
    expect(before).toMatchObject({ seeing: false, causeCount: 4, core: { watched: 4, readUntil: null } });
    await office.visits();
    expect(await calm()).toMatchObject({ seeing: true, blindSince: null, core: { watched: 4 } });
    const screen = await office.screen();
    expect(screen.snapshot?.calm.seeing).toBe(true);
    screen.close();
  });

  it('eight hours in which nothing ran are blindness of every core source, from stored instants', async () => {
    const read = await instantsOf('last_ok_at');
    await office.clock.forward({ hours: 8 });
    await office.restarts();
    const reading = await calm();
    expect(reading.causes.map(({ cause, sourceId }) => [cause, sourceId]).sort()).toEqual(
      [...read.keys()].map((id) => ['source', id]),
    );
    for (const { sourceId, since } of reading.causes) {
      expect(Date.parse(since)).toBe((read.get(sourceId ?? '') ?? 0) + BUDGET_MS);
    }
    const tick = await tickNow(office.db.manager, policy, 1);
    expect(tick?.calm).toMatchObject({ seeing: false, blindSince: reading.blindSince });
    const lasting = await intervals();
    expect(lasting.filter(({ until }) => until === null)).toHaveLength(4);

    await office.visits();
    expect((await calm()).seeing).toBe(true);
    const again = await instantsOf('last_ok_at');
    const kept = (await intervals()).filter((one) => one.cause === 'source' && lengthOf(one) > HOUR_MS);
    expect(
      kept.map(({ sourceId, since, until }) => [sourceId, Date.parse(since), Date.parse(until ?? '')]).sort(),
    ).toEqual([...read].map(([id, at]) => [id, at + BUDGET_MS, again.get(id)]));
    expect(kept.every(({ name }) => name?.startsWith('回放 '))).toBe(true);
  });

  it('a backlog blinds although all is read, and is kept from the budget of its oldest article on', async () => {
    await office.publishes({ title: '等待研判的消息' });
    await office.clock.forward({ hours: 1 });
    await office.visits();
    expect((await calm()).causes.map(({ cause }) => cause)).toEqual(['judging']);
    await office.judges();
    expect((await calm()).seeing).toBe(true);
    const [article] = await office.db.query<{ fetched: Date; judged: Date }[]>(
      'select fetched_at as fetched, judged_at as judged from article',
    );
    expect((await intervals()).filter(({ cause }) => cause === 'judging')).toEqual([
      {
        cause: 'judging',
        sourceId: null,
        name: null,
        since: new Date((article?.fetched.getTime() ?? 0) + BUDGET_MS).toISOString(),
        until: article?.judged.toISOString(),
      },
    ]);
  });

  it('a pause ends blindness at its instant, and the time of the pause is none', async () => {
    await office.visits();
    const read = await instantsOf('last_ok_at');
    await office.clock.forward({ minutes: 30 });
    await office.post('/sources/replay-rss/pause', { reason: '对方改版' });
    await office.visits();
    const paused = await instantsOf('coalesce(paused_at, last_ok_at)');
    const reading = await calm();
    expect(reading).toMatchObject({ seeing: true, pausedCount: 1, core: { watched: 3 } });
    expect(reading.paused.map(({ sourceId }) => sourceId)).toEqual(['replay-rss']);
    await office.clock.forward({ hours: 24 });
    expect((await office.post('/sources/replay-rss/resume', {})).status).toBeLessThan(300);
    await office.visits();
    expect((await calm()).seeing).toBe(true);
    const long = (await intervals()).filter((one) => one.sourceId === 'replay-rss' && lengthOf(one) > 60_000);
    expect(long[0]).toMatchObject({
      since: new Date((read.get('replay-rss') ?? 0) + BUDGET_MS).toISOString(),
      until: new Date(paused.get('replay-rss') ?? 0).toISOString(),
    });
    expect(lengthOf(long[0] as BlindInterval)).toBeLessThan(HOUR_MS);
  });

  it('with every core source paused nothing is watched, and that is blindness', async () => {
    for (const id of await instantsOf('last_ok_at'))
      await office.post(`/sources/${id[0]}/pause`, { reason: '全部停采' });
    const reading = await calm();
    expect(reading).toMatchObject({ seeing: false, pausedCount: 4, core: { watched: 0, readUntil: null } });
    expect(reading.causes.map(({ cause }) => cause)).toEqual(['no_core_source']);
  });

  it('intervals are asked for by period: whole, newest first, those that last before the others', async () => {
    const all = await intervals();
    expect(all[0]).toMatchObject({ cause: 'no_core_source', until: null });
    const ends = all.slice(1).map(({ until }) => until ?? '');
    expect(ends).toEqual([...ends].sort().reverse());
    const backlog = all.find(({ cause }) => cause === 'judging');
    const within = new Date(Date.parse(backlog?.since ?? '') + 1).toISOString();
    const span = (from: string, to: string) => intervals(new URLSearchParams({ from, to }).toString());
    const beyond = new Date(Date.parse(within) + 1).toISOString();
    expect(await span(within, beyond)).toContainEqual(backlog);
    expect((await span(backlog?.until ?? '', '2999-01-01T00:00:00Z')).map(({ cause }) => cause)).not.toContain(
      'judging',
    );
    expect(await span('2000-01-01T00:00:00Z', all.at(-1)?.since ?? '')).toEqual([]);
    expect(await span('2999-01-01T00:00:00Z', '2999-01-02T00:00:00Z')).toEqual([]);
    const page = await office.get<BlindPage>('/blind-intervals?limit=2');
    expect(page).toEqual({ items: all.slice(0, 2), more: true });
  });
});
