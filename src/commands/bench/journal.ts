import { createHash } from 'node:crypto';
import pg from 'pg';
import { DataSource, type EntityManager } from 'typeorm';
import { databaseOptions } from '../../database/database.module.js';
import { makeAnchor } from '../../journal/anchors/make-anchor.js';
import { append, type JournalRow } from '../../journal/append.js';
import { JournalService } from '../../journal/journal.service.js';
import { type Verification, verifyJournal } from '../../journal/verify-journal.js';
import { alternated, type BenchPlace, type Figure, rounded } from './figure.js';
import { openScratchDatabase } from './scratch-database.js';
import { TAMPERINGS } from './tamperings.js';

const ROWS = 100_000;
const BATCH = 500;
const ROUNDS = 5;
const PAGE = 1_000;

/**
 * Verifying the journal against reading the same rows and hashing each once; then one falsification after the other, each found or
 * not. `journal [rows]`, 100,000 without it.
 */
export async function* benchJournal([rows]: string[], { databaseUrl }: BenchPlace): AsyncIterable<Figure> {
  const count = Number(rows ?? ROWS);
  const scratch = await openScratchDatabase(databaseUrl);
  const db = await new DataSource(databaseOptions(scratch.url)).initialize();
  const owner = await new DataSource({ type: 'postgres', url: scratch.url }).initialize();
  try {
    yield await appending(db, count);
    yield await verifying(db, scratch.url, count);
    for (const [name, tamper] of Object.entries(TAMPERINGS)) {
      yield await falsifying(owner, name, (tx) => tamper(tx, Math.floor(count / 2)));
    }
  } finally {
    await owner.destroy();
    await db.destroy();
    await scratch.drop();
  }
}

/** Through the product's own way, and closed by the anchor of a day. */
async function appending(db: DataSource, count: number): Promise<Figure> {
  const begun = performance.now();
  for (let at = 0; at < count; at += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, count - at) }, (_, n) => happening(at + n));
    await db.transaction((tx) => append(tx, rows));
  }
  const ms = performance.now() - begun;
  const [now] = await db.query<{ day: string }[]>(
    `select to_char(app_now() at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day`,
  );
  await db.transaction(async (tx) => append(tx, [await makeAnchor(tx, now?.day ?? '', 'bench')]));
  return { name: `rows appended, ${BATCH} at once`, rows: count, perSecond: perSecond(count, ms) };
}

/** Of the size that a notice's row has. */
function happening(n: number): JournalRow {
  const data = {
    recipient: `unit-${n % 40}`,
    channel: 'email',
    alert: n,
    reference: `<${n}@huiying.test>`,
    words: '已送达',
  };
  return { kind: 'notice.sent', incidentId: null, actor: 'system:notices', data };
}

async function verifying(db: DataSource, url: string, count: number): Promise<Figure> {
  const journal = new JournalService(db);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const before = process.memoryUsage().rss;
  let most = before;
  const watching = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 20);
  const [ours, reference] = await alternated(
    () => journal.verify(),
    () => readAndHash(client),
    ROUNDS,
  );
  clearInterval(watching);
  await client.end();
  return {
    name: 'the journal verified',
    rows: count,
    seconds: rounded(ours / 1_000),
    perSecond: perSecond(count, ours),
    reference: 'the same rows read page by page, SHA-256 over each text',
    referenceSeconds: rounded(reference / 1_000),
    ratio: rounded(ours / reference),
    moreMemoryMb: Math.round((most - before) / 1e6),
  };
}

async function readAndHash(client: pg.Client): Promise<void> {
  let seq = 0;
  for (;;) {
    const { rows } = await client.query<{ seq: string; body: string }>(
      'select * from journal where seq > $1 order by seq limit $2',
      [seq, PAGE],
    );
    for (const { body } of rows) createHash('sha256').update(body).digest('hex');
    const last = rows.at(-1);
    if (!last) return;
    seq = Number(last.seq);
  }
}

const TAKEN_BACK = new Error('taken back');

/** Falsified, verified and taken back in one transaction of somebody with the run of the database. */
async function falsifying(
  owner: DataSource,
  name: string,
  tamper: (tx: EntityManager) => Promise<unknown>,
): Promise<Figure> {
  let found: Verification | undefined;
  let seconds = 0;
  await owner
    .transaction(async (tx) => {
      await tx.query('set local session_replication_role = replica');
      await tamper(tx);
      const begun = performance.now();
      found = await verifyJournal(tx);
      seconds = (performance.now() - begun) / 1_000;
      throw TAKEN_BACK;
    })
    .catch((error: unknown) => {
      if (error !== TAKEN_BACK) throw error;
    });
  return { name, found: found ? findingOf(found) : null, seconds: rounded(seconds) };
}

function findingOf({ firstBad, anchors }: Verification): string {
  const chain = firstBad ? [`row ${firstBad.seq}: ${firstBad.why}`] : [];
  return [...chain, ...anchors.bad.map(({ day, why }) => `anchor ${day}: ${why}`)].join(', ') || 'NOT FOUND';
}

const perSecond = (count: number, ms: number): number => Math.round((count * 1_000) / ms);
