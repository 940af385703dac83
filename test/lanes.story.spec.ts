import { UNREAD } from '../src/domain/stories/story-verdict.js';
import { signature } from '../src/domain/stories/story.js';
import type { StoryPage } from '../src/contract/story.js';
import { Office } from './support/office.js';

const MANY = 230;

/** A lane may hold more than one page: none of it is out of reach, and its whole length is told. */
describe('a lane of many stories', () => {
  let office: Office;
  beforeAll(async () => {
    office = await Office.open({ jurisdiction: 'nation' });
    const unread = signature({ title: '', publishedAt: null, places: [], eventKind: null });
    // Many of one instant, as one visit brings them, and instants that differ by less than a millisecond.
    await office.db.query(
      `insert into story (title, signature, verdict, detected_at, last_joined_at, lane)
       select '待研判' || n, $1, $2, at + n / 40 * interval '100 microseconds', at, 'triage'
       from generate_series(1, $3::int) n, app_now() at`,
      [unread, UNREAD, MANY],
    );
  });
  afterAll(() => office.close());

  const pages = async (limit: number): Promise<StoryPage[]> => {
    const read: StoryPage[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const at: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      read.push(await office.get<StoryPage>(`/stories?lane=triage&limit=${limit}${at}`));
      cursor = read.at(-1)?.next ?? null;
    }
    return read;
  };

  it('is read page by page, each story once, newest first', async () => {
    const read = await pages(30);
    expect(read).toHaveLength(8);
    expect(read.map(({ count }) => count)).toEqual(read.map(() => MANY));
    const items = read.flatMap((page) => page.items);
    expect(new Set(items.map(({ id }) => id)).size).toBe(MANY);
    const instants = items.map(({ detectedAt }) => detectedAt);
    expect(instants).toEqual([...instants].sort().reverse());
  });

  it('has a first page of a hundred; one that ends just so has no next', async () => {
    const first = await office.get<StoryPage>('/stories?lane=triage');
    expect([first.items.length, first.count]).toEqual([100, MANY]);
    expect(await pages(115)).toHaveLength(2);
    expect(await office.get<StoryPage>('/stories?lane=national')).toMatchObject({ items: [], next: null, count: 0 });
    await expect(office.get('/stories?lane=triage&cursor=yesterday')).rejects.toThrow('400');
  });

  it('counts by focus what no page has shown yet, and gives one focus page by page', async () => {
    await office.db.query(
      `update story set verdict = jsonb_set(verdict, '{focus}', '["PUBLIC_INTEREST"]') where title in ('待研判1', '待研判2')`,
    );
    const page = await office.get<StoryPage>('/stories?lane=triage&focus=PUBLIC_INTEREST&limit=1');
    expect([page.items.length, page.count, page.byFocus.PUBLIC_INTEREST, page.byFocus.MAJOR_POLICY]).toEqual([
      ...[1, MANY, 2, 0],
    ]);
    const rest = await office.get<StoryPage>(`/stories?lane=triage&focus=PUBLIC_INTEREST&cursor=${page.next}`);
    expect([rest.items.length, rest.next]).toEqual([1, null]);
  });

  it('stands on the board with its whole length', async () => {
    const screen = await office.screen();
    expect(screen.snapshot).toMatchObject({ laneCounts: { national: 0, triage: MANY } });
    expect(screen.snapshot?.triage).toHaveLength(100);
    screen.close();
  });
});
