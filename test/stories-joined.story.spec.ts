import { DataSource } from 'typeorm';
import { databaseOptions } from '../src/database/database.module.js';
import { signature } from '../src/domain/stories/story.js';
import { NO_FACTS, type StoryVerdict } from '../src/domain/stories/story-verdict.js';
import { dropPassedKeys } from '../src/stories/held-keys.js';
import { partnersOf } from '../src/stories/partners.js';
import { joinStory, lockStories, putInLane, type Story } from '../src/stories/story-store.js';
import { createTestDatabase, type TestDatabase } from './support/database.js';

const VERDICT: StoryVerdict = {
  alert: false,
  inScope: true,
  level: null,
  basis: null,
  ruleId: null,
  verified: false,
  alertLevel: null,
  facts: NO_FACTS,
  eventKind: null,
  places: [],
  focus: [],
  lead: null,
  co: [],
  occurred: null,
};

/** An article may show that two stories are one: what the machine then joins, and what it leaves to people. */
describe('stories that an article shows to be one', () => {
  let database: TestDatabase;
  let db: DataSource;
  let hour = 0;
  beforeAll(async () => {
    database = await createTestDatabase();
    db = await new DataSource(databaseOptions(database.url)).initialize();
  });
  afterAll(async () => {
    await db.destroy();
    await database.drop();
  });

  const told = (title: string, channel = 'live'): Promise<Story> =>
    db.transaction(async (tx) => {
      await lockStories(tx);
      const now = new Date(Date.UTC(2026, 2, 5, hour++));
      const read = { title, publishedAt: now, places: [], eventKind: null };
      return joinStory(tx, {
        title,
        signature: signature(read),
        verdict: VERDICT,
        publishedAt: now,
        detectedAt: now,
        now,
        channel,
      });
    });
  const rows = <Row>(sql: string, values: unknown[]): Promise<Row[]> => db.query<Row[]>(sql, values);
  async function caseOf(story: Story): Promise<string> {
    const [opened] = await rows<{ id: string }>(
      `insert into incident (number, title, status, facts, lead, detected_at, clock_start_at, clock_basis, rule_version,
         opened_at)
       values ($1, '', 'provisional', '{}', 'general_office', now(), now(), '', '', now()) returning id`,
      [story.id],
    );
    await rows('update story set incident_id = $2 where id = $1', [story.id, opened?.id]);
    return opened?.id ?? '';
  }
  const standing = async (story: Story) =>
    (
      await rows<{ into: string | null; incident: string | null; articles: number }>(
        'select merged_into as into, incident_id as incident, article_count as articles from story where id = $1',
        [story.id],
      )
    )[0];

  it('go into the one that was known first, with the case of either', async () => {
    const first = await told('青石镇古桥');
    const second = await told('百年拱券修缮');
    expect(second.id).not.toBe(first.id);
    const opened = await caseOf(second);
    const both = await told('青石镇古桥百年拱券修缮');
    expect(both).toMatchObject({ id: first.id, incidentId: opened });
    expect(both.detectedAt).toEqual(first.detectedAt);
    expect(await standing(second)).toMatchObject({ into: first.id, incident: null, articles: 0 });
    expect(await standing(first)).toMatchObject({ into: null, incident: opened, articles: 3 });
    expect((await told('百年拱券修缮过半')).id).toBe(first.id);
  });

  it('stay apart when both have open cases, and people are asked', async () => {
    const [first, second] = [await told('白鹭湖观景塔'), await told('环岸栈道封闭')];
    const cases = [await caseOf(first), await caseOf(second)];
    const both = await told('白鹭湖观景塔环岸栈道封闭');
    expect([first.id, second.id]).toContain(both.id);
    expect(both.perhapsOne).toHaveLength(1);
    expect(cases).toContain(both.perhapsOne?.[0]);
    expect(await standing(first)).toMatchObject({ into: null });
    expect(await standing(second)).toMatchObject({ into: null });
  });

  it('stay as a person has grouped them', async () => {
    const [first, second] = [await told('竹溪乡灯会'), await told('千盏河灯漂流')];
    await rows(`update story set grouped_by = 'somebody' where id = $1`, [first.id]);
    await told('竹溪乡灯会千盏河灯漂流');
    expect(await standing(second)).toMatchObject({ into: null });
    expect(await standing(first)).toMatchObject({ into: null });
  });

  it('stay apart where a person has parted them', async () => {
    const [first, second] = [await told('柳林镇磨坊'), await told('水轮机重启')];
    await rows(
      `insert into story_apart (a, b, decided_by) values (least($1::uuid, $2), greatest($1::uuid, $2), 'somebody')`,
      [first.id, second.id],
    );
    await told('柳林镇磨坊水轮机重启');
    expect(await standing(second)).toMatchObject({ into: null });
    expect(await standing(first)).toMatchObject({ into: null });
  });

  it('keep with what was set aside who did it and why; in a lane nothing of it is left', async () => {
    const aside = (story: Story) =>
      rows(
        `select set_aside_at is not null as aside, set_aside_by as by, set_aside_reason as reason, disposition
         from story where id = $1`,
        [story.id],
      );
    const setAside = (story: Story) =>
      rows(
        `update story set set_aside_at = now(), set_aside_by = 'somebody', set_aside_reason = '热度低',
           disposition = 'MONITOR_ONLY' where id = $1`,
        [story.id],
      );
    const first = await told('云杉谷陶艺展');
    const second = await told('古法烧制体验');
    await setAside(second);
    await told('云杉谷陶艺展古法烧制体验');
    expect(await standing(second)).toMatchObject({ into: first.id });
    expect(await aside(first)).toEqual([
      { aside: true, by: 'somebody', reason: '热度低', disposition: 'MONITOR_ONLY' },
    ]);
    await db.transaction((tx) => putInLane(tx, first.id, 'triage'));
    const nothing = [{ aside: false, by: null, reason: null, disposition: null }];
    expect(await aside(first)).toEqual(nothing);
    const third = await told('雪松坪马拉松');
    const fourth = await told('补给站志愿者');
    await db.transaction((tx) => putInLane(tx, third.id, 'triage'));
    await setAside(fourth);
    await told('雪松坪马拉松补给站志愿者');
    expect(await standing(fourth)).toMatchObject({ into: third.id });
    expect(await aside(third)).toEqual(nothing);
  });

  it('are of one channel, though keys of two channels meet by chance', async () => {
    const [seen, unseen] = [await told('枫叶湾帆船赛'), await told('枫叶湾帆船赛', 'drill')];
    await rows(
      `insert into story_key (key, day, story_id) select key, day, $1::uuid from story_key where story_id = $2
       on conflict do nothing`,
      [unseen.id, seen.id],
    );
    expect((await told('枫叶湾帆船赛收官')).id).toBe(seen.id);
    expect(await standing(unseen)).toMatchObject({ into: null });
    expect(await partnersOf(db.manager, seen.id)).toEqual([]);
  });

  it('are found within the window and the channel only', async () => {
    const first = await told('松塔岭索道停运');
    expect((await told('松塔岭索道停运检修', 'drill')).id).not.toBe(first.id);
    hour += 24 * 8;
    expect((await told('松塔岭索道停运两周')).id).not.toBe(first.id);
    const kept = await rows<{ n: number }>('select count(distinct story_id)::int as n from story_key', []);
    expect(kept[0]?.n).toBeGreaterThan(1);
    const batches: number[] = [];
    const counting = {
      query: async <T>(sql: string, values?: unknown[]): Promise<T> => {
        const answer = await db.query<T>(sql, values);
        batches.push((answer as [unknown, number])[1]);
        return answer;
      },
    };
    const removed = await dropPassedKeys(counting, new Date(Date.UTC(2026, 2, 5, hour)), 10);
    expect(batches.slice(0, -1).every((rows) => rows === 10)).toBe(true);
    expect(batches.length).toBe(Math.floor(removed / 10) + 1);
    expect(removed).toBeGreaterThan(20);
    expect(await rows('select count(distinct story_id)::int as n from story_key', [])).toEqual([{ n: 1 }]);
  });
});
