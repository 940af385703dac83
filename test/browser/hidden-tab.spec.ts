import type { BrowserContext, Page } from 'playwright-core';
import type { IncidentLine } from '../../src/contract/incident.js';
import { itemsOf, Walk, walked } from './walk.js';

const [FIRST, SECOND] = ['甲省乙市一影院发生火灾 已致13人遇难', '丙省丁市一书城发生坍塌 已致15人遇难'];
const ITEMS = itemsOf([FIRST, SECOND].map((title) => ({ source: 'a', title, text: `${title}。原因正在调查。` })));
/** The next change of the first row's clocks: how many of them it touches. */
const NEXT_CHANGE = `new Promise((done) => {
  const cells = () => [...document.querySelectorAll('.incidents tbody tr:first-child .clock-words')];
  new MutationObserver((changes, self) => {
    const changed = cells().filter((cell) => changes.some(({ target }) => cell.contains(target)));
    if (changed.length === 0) return;
    self.disconnect();
    done({ changed: changed.length });
  }).observe(document.querySelector('.incidents'), { subtree: true, characterData: true, childList: true });
})`;

walked('a tab that is not looked at', (executable) => {
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

  async function another(): Promise<Page> {
    const context = await sameReader();
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

  it('has one tick for all clocks', async () => {
    const { changed } = await walk.page.evaluate<{ changed: number }>(NEXT_CHANGE);
    expect(changed).toBe(2);
  });

  it('is as the database is when a tab is looked at again that was hidden and offline', async () => {
    const page = await another();
    await turn(page, 'hidden');
    await page.context().setOffline(true);
    walk.publish(1);
    await row(walk.page, SECOND).waitFor();
    await page.context().setOffline(false);
    await turn(page, 'visible');
    await equalsTheDatabase(page);
    expect(await inDatabase()).toHaveLength(2);
  });

  const turn = (page: Page, state: string) =>
    page.evaluate(`Object.defineProperty(document, 'visibilityState', { configurable: true, value: '${state}' });
      Object.defineProperty(document, 'hidden', { configurable: true, value: ${state === 'hidden'} });
      document.dispatchEvent(new Event('visibilitychange'))`);

  it('ran without an error or a breach of the content security policy', () => {
    expect(walk.said).toEqual([]);
  });
});
