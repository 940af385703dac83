import type { BrowserContext, Page } from 'playwright-core';
import { Walk, walked } from './walk.js';

const MINUTE = 60_000;
/** By how much the machines' own clocks are wrong. */
const WRONG_BY = [0, 10 * MINUTE, -10 * MINUTE];

/** A second is shown whole, s, and the network's jitter is let be. */
const CLOSE_S = 1.25;

/** Puts the machine's own clock wrong; what the server says is all that the page has. */
const wrongBy = (ms: number) => `(() => {
  const Real = Date;
  const now = () => Real.now() + ${ms};
  globalThis.Date = class extends Real {
    constructor(...parts) { if (parts.length === 0) super(now()); else super(...parts); }
    static now = now;
  };
})()`;

const TITLE = '甲市一书店起火';

/** What stands on a screen is so, whatever has become of its machine. */
walked('the truth of a screen', (executable) => {
  let walk: Walk;
  const contexts: BrowserContext[] = [];
  beforeAll(async () => {
    walk = await Walk.begin(executable, []);
  });
  afterAll(async () => {
    for (const context of contexts) await context.close();
    await walk?.end();
  });

  const post = (path: string, data: object) => walk.page.request.post(`${walk.address}/api/v1${path}`, { data });
  const row = (page: Page, title: string) => page.locator('.incidents tbody tr').filter({ hasText: title });

  async function screenWrongBy(ms: number): Promise<Page> {
    const storageState = await walk.page.context().storageState();
    const context = await walk.page.context().browser()?.newContext({ storageState });
    if (!context) throw new Error('the browser is gone');
    contexts.push(context);
    await context.addInitScript(wrongBy(ms));
    const page = await context.newPage();
    await page.goto(walk.address);
    await row(page, TITLE).waitFor();
    return page;
  }

  /** Seconds between what a countdown shows and what is left by the server's clock, which is this machine's. */
  async function errorOf(page: Page, dueAt: number): Promise<number> {
    const words = (await row(page, TITLE).locator('.clock-words').first().textContent()) ?? '';
    const [hours = NaN, minutes = NaN, seconds = NaN] = (/(\d+):(\d+):(\d+)/.exec(words) ?? []).slice(1).map(Number);
    return Math.abs(hours * 3_600 + minutes * 60 + seconds - (dueAt - Date.now()) / 1_000);
  }

  it('counts down to the second on three machines, two of them ten minutes wrong', async () => {
    const opened = await post('/incidents', { title: TITLE, level: 'II' });
    const { clocks } = (await opened.json()) as { clocks: { dueAt: string }[] };
    const dueAt = Date.parse(clocks[0]?.dueAt ?? '');
    for (const ms of WRONG_BY) {
      const page = await screenWrongBy(ms);
      expect(Math.abs((await page.evaluate<number>('Date.now()')) - Date.now() - ms)).toBeLessThan(MINUTE);
      // A busy machine may draw a beat late, never ten looks in a row.
      const errors: number[] = [];
      for (let look = 0; look < 10 && !(Math.min(...errors) <= CLOSE_S); look += 1)
        errors.push(await errorOf(page, dueAt));
      expect(Math.min(...errors)).toBeLessThanOrEqual(CLOSE_S);
    }
  });

  it('is whole again after the machine was frozen', async () => {
    const { page } = walk;
    await row(page, TITLE).waitFor();
    const lifecycle = await page.context().newCDPSession(page);
    await lifecycle.send('Page.setWebLifecycleState', { state: 'frozen' });
    await post('/incidents', { title: '乙市一印刷厂坍塌', level: 'I' });
    const wrong = await post('/incidents', { title: '丙市误报', level: 'III' });
    await post(`/incidents/${((await wrong.json()) as { id: string }).id}/dismiss`, { reason: '误报' });
    await lifecycle.send('Page.setWebLifecycleState', { state: 'active' });
    await row(page, '乙市一印刷厂坍塌').waitFor();
    await walk.isLive();
    const answer = await page.request.get(`${walk.address}/api/v1/incidents?status=open`);
    const { items } = (await answer.json()) as { items: { number: string }[] };
    const shown = await page.locator('.incidents .number').allTextContents();
    expect(shown.sort()).toEqual(items.map(({ number }) => number).sort());
  });

  it('ran without an error or a breach of the content security policy', () => {
    expect(walk.said).toEqual([]);
  });
});
