import type { BrowserContext, Page } from 'playwright-core';
import { noteLoads, weightOf } from '../../src/commands/bench/board/first-load.js';
import type { IncidentLine } from '../../src/contract/incident.js';
import { itemsOf, Walk, walked } from './walk.js';

const [FIRST, SECOND, THIRD] = [
  '甲省乙市一影院发生火灾 已致13人遇难',
  '丙省丁市一书城发生坍塌 已致15人遇难',
  '戊省己市一剧院发生爆炸 已致17人遇难',
];
const ITEMS = itemsOf(
  [FIRST, SECOND, THIRD].map((title) => ({ source: 'a', title, text: `${title}。原因正在调查。` })),
);
const MOST_BYTES = 270_000;
const MINUTES = 60_000;
/** The page's idea of server time may be off by so much. */
const JITTER_MS = 250;

/** The page's `Date` is wrong by so much; what measures spans is not. */
const wrongClock = (ms: number) => `{
  const True = Date;
  globalThis.Date = class extends True {
    constructor(...given) { if (given.length) super(...given); else super(True.now() + ${ms}); }
    static now() { return True.now() + ${ms}; }
  };
}`;

/** The next change of the first row's clocks: what both say then, and when that was by the machine. */
const NEXT_CHANGE = `new Promise((done) => {
  const cells = () => [...document.querySelectorAll('.incidents tbody tr:first-child .clock-words')];
  new MutationObserver((changes, self) => {
    const changed = cells().filter((cell) => changes.some(({ target }) => cell.contains(target)));
    if (changed.length === 0) return;
    self.disconnect();
    done({ at: performance.timeOrigin + performance.now(), changed: changed.length, words: cells().map((one) => one.textContent) });
  }).observe(document.querySelector('.incidents'), { subtree: true, characterData: true, childList: true });
})`;

interface Change {
  at: number;
  changed: number;
  words: string[];
}

walked('what the board shows is true', (executable) => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await Walk.atTheDoor(executable, ITEMS);
    await walk.signIn();
    walk.publish(1);
    await row(walk.page, FIRST).waitFor();
  });
  afterAll(() => walk?.end());

  const row = (page: Page, title: string) => page.locator('.incidents tbody tr').filter({ hasText: title });

  /** At another screen, in a browser of its own. */
  async function sameReader(): Promise<BrowserContext> {
    const context = walk.page.context();
    const browser = context.browser();
    if (!browser) throw new Error('no browser');
    return browser.newContext({ storageState: await context.storageState(), viewport: { width: 1440, height: 900 } });
  }

  async function another(wrongByMs: number): Promise<Page> {
    const context = await sameReader();
    await context.addInitScript(wrongClock(wrongByMs));
    const page = await context.newPage();
    await page.goto(walk.address);
    await row(page, FIRST).waitFor();
    return page;
  }

  const inDatabase = async (): Promise<IncidentLine[]> =>
    (await walk.page.evaluate<{ items: IncidentLine[] }>(`fetch('/api/v1/incidents').then((answer) => answer.json())`))
      .items;

  async function equalsTheDatabase(page: Page): Promise<void> {
    const lines = await inDatabase();
    for (const { title } of lines) await row(page, title).waitFor();
    expect((await page.locator('.incidents .event-title').allTextContents()).sort()).toEqual(
      lines.map(({ title }) => title).sort(),
    );
  }

  const secondsIn = (words: string): number => {
    const [, h, m, s] = /(\d+):(\d\d):(\d\d)/.exec(words) ?? [];
    return Number(h) * 3_600 + Number(m) * 60 + Number(s);
  };

  it('counts down to the same second on screens whose clocks are ten minutes wrong, all clocks of one by one tick', async () => {
    const [line] = await inDatabase();
    const dues = ['statement_5h', 'press_conference_24h'].map((kind) =>
      Date.parse(line?.clocks.find((clock) => clock.kind === kind)?.dueAt ?? ''),
    );
    for (const wrong of [10 * MINUTES, -10 * MINUTES, 0]) {
      const page = await another(wrong);
      const change = await page.evaluate<Change>(NEXT_CHANGE);
      expect([wrong, change.changed]).toEqual([wrong, 2]);
      change.words.forEach((words, n) => {
        // The beat falls on the server's second, which what is left is counted from, rounded up.
        const off = Math.floor(change.at / 1_000) * 1_000 + secondsIn(words) * 1_000 - (dues[n] ?? NaN);
        expect(off).toBeGreaterThan(-JITTER_MS);
        expect(off).toBeLessThan(1_000);
      });
    }
  });

  it('is as the database is after the page was frozen', async () => {
    const page = await another(0);
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Page.setWebLifecycleState', { state: 'frozen' });
    walk.publish(1);
    await row(walk.page, SECOND).waitFor();
    await devtools.send('Page.setWebLifecycleState', { state: 'active' });
    await equalsTheDatabase(page);
    expect(await inDatabase()).toHaveLength(2);
  });

  it('is as the database is when a tab is looked at again that was hidden and offline', async () => {
    const page = await another(0);
    await turn(page, 'hidden');
    await page.context().setOffline(true);
    walk.publish(1);
    await row(walk.page, THIRD).waitFor();
    await page.context().setOffline(false);
    await turn(page, 'visible');
    await equalsTheDatabase(page);
    expect(await inDatabase()).toHaveLength(3);
  });

  const turn = (page: Page, state: string) =>
    page.evaluate(`Object.defineProperty(document, 'visibilityState', { configurable: true, value: '${state}' });
      Object.defineProperty(document, 'hidden', { configurable: true, value: ${state === 'hidden'} });
      document.dispatchEvent(new Event('visibilitychange'))`);

  it('loads no more than 270 KB of scripts and style sheets, compressed, before it is live', async () => {
    const page = await (await sameReader()).newPage();
    const loads = noteLoads(page);
    await page.goto(walk.address);
    await row(page, FIRST).waitFor();
    const loaded = await loads();
    expect(loaded.some(({ path }) => path.includes('board-page'))).toBe(true);
    expect(loaded.filter(({ path }) => /chart|curve|incident-page/.test(path))).toEqual([]);
    expect(weightOf(loaded)).toBeLessThanOrEqual(MOST_BYTES);
  });

  it('ran without an error or a breach of the content security policy', () => {
    expect(walk.said).toEqual([]);
  });
});
