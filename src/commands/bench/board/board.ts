import { loadavg } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { DataSource } from 'typeorm';
import { databaseOptions } from '../../../database/database.module.js';
import { RunningOffice } from '../boards/running-office.js';
import { latenessOf } from '../clocks/lateness.js';
import { type BenchPlace, type Figure, rounded } from '../figure.js';
import { openScratchDatabase } from '../scratch-database.js';
import { BusyJournal } from './busy-journal.js';
import { openChromium } from './chromium.js';
import { noteLoads, weightOf } from './first-load.js';
import { work } from './hand.js';
import { openCases } from './open-cases.js';
import { heapOf, installProbe, type Probed, readProbe } from './probe.js';

const CASES = 500;
const PER_SECOND = 50;
const SPAN_S = 30;
const [MOST_MS, MOST_LOAD_BYTES] = [100, 270_000];

/**
 * `board [seconds]`: the built product with 500 open cases, its board in Chromium: what the first load weighs, how long a hand waits
 * for the screen while nothing happens and while 50 rows a second come in, and how long a row is on its way to the screen.
 */
export async function* benchBoard([given]: string[], { root, databaseUrl }: BenchPlace): AsyncIterable<Figure> {
  const spanMs = Number(given ?? SPAN_S) * 1_000;
  const closing: (() => unknown)[] = [];
  try {
    const browser = await openChromium();
    closing.push(() => browser.close());
    const scratch = await openScratchDatabase(databaseUrl);
    closing.push(scratch.drop);
    const office = await RunningOffice.start(root, scratch.url);
    closing.push(() => office.stop());
    const db = await new DataSource(databaseOptions(scratch.url)).initialize();
    closing.push(() => db.destroy());
    const [cookie = ''] = await office.signIn(1);
    const ids = await openCases(office, cookie, CASES);
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
    const [name = '', value = ''] = cookie.split(/=(.*)/s);
    await context.addCookies([{ name, value, url: office.address }]);
    const page = await context.newPage();
    yield* firstLoad(page, office.address);
    yield* interaction(page, 'while nothing happens', spanMs);
    yield* busy(page, db, ids, spanMs);
  } finally {
    for (const close of closing.reverse()) await close();
  }
}

async function* firstLoad(page: Page, address: string): AsyncIterable<Figure> {
  const loads = noteLoads(page);
  await installProbe(page);
  await page.goto(address);
  await page.locator('.incidents tbody tr').first().waitFor();
  const loaded = await loads();
  const bytes = weightOf(loaded);
  const heaviest = loaded.slice(0, 5).map(({ path, gzip }) => `${path} ${gzip}`);
  yield {
    name: 'first load of the board, gzip',
    ...{ bytes, limit: MOST_LOAD_BYTES, ratio: rounded(bytes / MOST_LOAD_BYTES), heaviest: heaviest.join(', ') },
  };
}

async function* busy(page: Page, db: DataSource, ids: string[], spanMs: number): AsyncIterable<Figure> {
  const heapBefore = await heapOf(page);
  const journal = new BusyJournal(db, ids, await idsInSight(page), PER_SECOND);
  try {
    await readProbe(page);
    await pause(spanMs);
    const { shown, tasks } = await readProbe(page);
    const late = shown.map(([mark, at]) => at - (journal.committed.get(Number(mark)) ?? NaN));
    const pace = rounded(journal.committed.size / (spanMs / 1_000));
    yield { name: 'row to screen', perSecond: pace, measured: late.length, ...latenessOf(late), ...longTasks(tasks) };
    yield* interaction(page, `while ${PER_SECOND} rows a second come in`, spanMs);
  } finally {
    await journal.stop();
  }
  const mb = (bytes: number) => rounded(bytes / 1e6);
  yield {
    name: 'heap of the page',
    beforeMb: mb(heapBefore),
    afterMb: mb(await heapOf(page)),
    rows: journal.committed.size,
  };
}

const idsInSight = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(
    `[...document.querySelectorAll('.incidents .event-title')].slice(0, 20).map((one) => one.pathname.split('/').pop())`,
  );

async function* interaction(page: Page, when: string, spanMs: number): AsyncIterable<Figure> {
  await readProbe(page);
  await work(page, spanMs);
  const { count, interactions, tasks } = await readProbe(page);
  const slow = interactions.sort(([, a], [, b]) => b - a);
  yield {
    name: `interaction to next paint ${when}`,
    ...{
      ...paints(count, slow),
      limitMs: MOST_MS,
      slowest: slow
        .slice(0, 5)
        .map(([name, ms]) => `${name} ${ms}`)
        .join(', '),
    },
    ...longTasks(tasks),
    load: rounded(loadavg()[0] ?? NaN),
  };
}

/** What the browser does not tell of took less than 16 ms. */
function paints(count: number, slow: Probed['interactions']) {
  const quick = Array.from({ length: Math.max(0, count - slow.length) }, () => 16);
  const all = [...quick, ...slow.map(([, ms]) => ms)].sort((a, b) => a - b);
  const at = (share: number) => all[Math.min(all.length - 1, Math.floor(all.length * share))] ?? NaN;
  return { measured: all.length, p50: at(0.5), p95: at(0.95), max: at(1) };
}

function longTasks(tasks: number[]) {
  return { longTasks: tasks.length, longestTask: rounded(Math.max(0, ...tasks)) };
}
