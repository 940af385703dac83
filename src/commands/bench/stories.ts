import pg from 'pg';
import { DataSource } from 'typeorm';
import { databaseOptions } from '../../database/database.module.js';
import { candidatesAmong, keysOf, rarityBy } from '../../domain/stories/story-keys.js';
import { sameHappening } from '../../domain/stories/story-match.js';
import type { StorySignature } from '../../domain/stories/story.js';
import { holdersOf, keyNumber } from '../../stories/held-keys.js';
import { type BenchPlace, type Figure, median, rounded } from './figure.js';
import { generatedSignature } from './generated-stories.js';
import { openScratchDatabase } from './scratch-database.js';

const FEW = 10_000;
const MANY = 1_000_000;
const STORED_AT_ONCE = 2_000;
/** Articles looked up: half report a stored happening in other words, half a new one. */
const LOOK_UPS = 400;
const NOW = new Date('2026-03-05T08:00:00Z');
const DAYS = 7;
const DAY = Math.floor(NOW.getTime() / 86_400_000);

/**
 * Finding an article's story among few and among many stored ones, all of one window; and against comparing with every one,
 * which must find the same. `stories [few] [many]`, ten thousand and a million without.
 */
export async function* benchStories([few, many]: string[], { databaseUrl }: BenchPlace): AsyncIterable<Figure> {
  const scratch = await openScratchDatabase(databaseUrl);
  const owner = new pg.Client({ connectionString: scratch.url });
  await owner.connect();
  const db = await new DataSource(databaseOptions(scratch.url)).initialize();
  try {
    await owner.query('set synchronous_commit = off');
    const [least, most] = [Number(few ?? FEW), Number(many ?? MANY)];
    await store(owner, 0, least);
    const small = await lookUp(db, least);
    yield { name: 'look-up of a story', stored: least, p50Ms: small.p50, p95Ms: small.p95 };
    yield await againstAll(db, least, small.p50);
    await store(owner, least, most);
    const large = await lookUp(db, most);
    yield {
      name: 'look-up of a story',
      stored: most,
      p50Ms: large.p50,
      p95Ms: large.p95,
      reference: `the same among ${least}`,
      ratio: rounded(large.p50 / small.p50),
      ratioP95: rounded(large.p95 / small.p95),
      found: large.found,
    };
    yield await sizeOf(owner, most);
  } finally {
    await db.destroy();
    await owner.end();
    await scratch.drop();
  }
}

/** Signatures stand in the table of stories as they do in the product; the first days hold as many as the last. */
async function store(owner: pg.Client, from: number, to: number): Promise<void> {
  if (to - from > FEW) await owner.query('alter table story_key drop constraint story_key_pkey');
  for (let at = from; at < to; at += STORED_AT_ONCE) {
    const held = Array.from({ length: Math.min(STORED_AT_ONCE, to - at) }, (_, n) => generatedSignature(at + n));
    const { rows } = await owner.query<{ id: string }>(
      `insert into story (title, signature, verdict, detected_at, last_joined_at, article_count)
       select '', t.signature, '{}', $2, $2, 1 from unnest($1::jsonb[]) as t (signature) returning id`,
      [held.map((one) => JSON.stringify(one)), NOW],
    );
    const keys = held.flatMap((one, n) =>
      keysOf(one).map((key) => [keyNumber(key, 'live'), rows[n]?.id, at + n] as const),
    );
    await owner.query(
      `insert into story_key (key, day, story_id) select distinct k, $4::integer - n % $5, s
       from unnest($1::integer[], $2::uuid[], $3::integer[]) as t (k, s, n)`,
      [keys.map(([key]) => key), keys.map(([, id]) => id), keys.map(([, , n]) => n), DAY, DAYS],
    );
  }
  if (to - from > FEW) await owner.query('alter table story_key add primary key (key, day, story_id)');
  await owner.query('vacuum analyze story, story_key');
}

interface Found {
  id: string;
  signature: StorySignature;
}

async function find(db: DataSource, item: StorySignature): Promise<string | null> {
  const holders = await holdersOf(db.manager, keysOf(item), 'live', NOW);
  const stories = await db.query<Found[]>(
    'select id, signature from story where id = any($1) and merged_into is null',
    [candidatesAmong(holders)],
  );
  return bestOf(stories, item, rarityBy(holders));
}

function bestOf(stories: readonly Found[], item: StorySignature, rarity: (gram: string) => number): string | null {
  const matches = stories.map(({ id, signature }) => ({ id, match: sameHappening(signature, item, rarity) }));
  const same = matches.filter(({ match }) => match.verdict === 'same');
  return same.sort((a, b) => b.match.score - a.match.score || (a.id < b.id ? -1 : 1))[0]?.id ?? null;
}

function askedAmong(stored: number): StorySignature[] {
  const told = (n: number): number => Math.floor((n * stored) / LOOK_UPS);
  return Array.from({ length: LOOK_UPS }, (_, n) =>
    n % 2 === 0 ? generatedSignature(told(n), 3 + n) : generatedSignature(2 * MANY + n),
  );
}

async function lookUp(db: DataSource, stored: number): Promise<{ p50: number; p95: number; found: number }> {
  const asked = askedAmong(stored);
  for (const item of asked) await find(db, item); // warm, as a product at work is
  const times: number[] = [];
  let found = 0;
  for (const item of asked) {
    const begun = performance.now();
    if ((await find(db, item)) !== null) found += 1;
    times.push(performance.now() - begun);
  }
  times.sort((a, b) => a - b);
  return { p50: rounded(median(times)), p95: rounded(times[Math.floor(times.length * 0.95)] ?? 0), found };
}

async function againstAll(db: DataSource, stored: number, lookUpMs: number): Promise<Figure> {
  const all = await db.query<Found[]>('select id, signature from story');
  const times: number[] = [];
  const tally = { alike: 0, asked: 0, found: 0, known: 0 };
  for (const item of askedAmong(stored).slice(0, LOOK_UPS / 2)) {
    const rarity = rarityBy(await holdersOf(db.manager, keysOf(item), 'live', NOW));
    const begun = performance.now();
    const expected = bestOf(all, item, rarity);
    times.push(performance.now() - begun);
    const found = await find(db, item);
    tally.asked += 1;
    tally.alike += found === expected ? 1 : 0;
    tally.known += expected === null ? 0 : 1;
    tally.found += expected !== null && found !== null ? 1 : 0;
  }
  return {
    name: 'against comparing with every story',
    stored,
    referenceMs: rounded(median(times)),
    ratio: rounded(median(times) / lookUpMs),
    recall: rounded(tally.found / tally.known),
    sameStory: rounded(tally.alike / tally.asked),
  };
}

async function sizeOf(owner: pg.Client, stored: number): Promise<Figure> {
  const { rows } = await owner.query<{ bytes: string; rows: string }>(
    `select pg_total_relation_size('story_key') as bytes, (select count(*) from story_key) as rows`,
  );
  const [size] = rows;
  return {
    name: 'keys of a story',
    stored,
    rows: rounded(Number(size?.rows) / stored),
    bytes: Math.round(Number(size?.bytes) / stored),
  };
}
