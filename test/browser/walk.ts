import type { BrowserContextOptions, Page } from 'playwright-core';
import type { ReplayItem } from '../../src/commands/replay-items.js';
import { ReplayServer } from '../../src/commands/replay-server.js';
import { accessibilityFaults, chromiumPath, launch } from './chromium.js';
import { Desk, PASSWORD } from './desk.js';

/** Until what fades in has its own colours at last; what turns for ever (a spinner) is not waited for. */
const STILL = `Promise.all(document.getAnimations()
  .filter((one) => one.playState === 'running' && one.effect.getComputedTiming().endTime !== Infinity)
  .map((one) => one.finished.catch(() => undefined))).then(() => undefined)`;
/** What has the focus and cannot be seen, in words; null when it can be, or when the focus is outside the page. */
const COVERED = `(() => {
  const one = document.activeElement;
  if (one === null || one === document.body) return null;
  const { left, top, width, height } = one.getBoundingClientRect();
  const points = [[.5, .5], [.1, .5], [.9, .5], [.5, .1], [.5, .9]];
  const seen = points.some(([x, y]) => {
    const above = document.elementFromPoint(left + x * width, top + y * height);
    return above !== null && (one.contains(above) || above.contains(one) || [...(one.labels ?? [])].some((label) => label.contains(above)));
  });
  return seen ? null : one.tagName + '.' + one.className + ' ' + (one.textContent ?? '').slice(0, 30);
})()`;
/** Until what has just changed has been drawn. */
const TWO_FRAMES = 'new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))';
/** How long a page may settle, ms. */
const PATIENCE_MS = 5_000;
const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
const NARROWEST = { width: 320, height: 700 };

/** Until an expression of the page holds, drawn frame by drawn frame, or patience ends. The page's policy forbids Playwright's own way. */
export const settled = (page: Page, expression: string): Promise<boolean> =>
  page.evaluate<boolean>(`new Promise((done) => {
    const end = performance.now() + ${PATIENCE_MS};
    const look = () => (${expression} || performance.now() > end ? done(${expression}) : requestAnimationFrame(look));
    look();
  })`);

/** What the feeds publish: of a source, in this order, without a time of their own. */
export const itemsOf = (items: readonly Pick<ReplayItem, 'source' | 'title' | 'text'>[]): ReplayItem[] =>
  items.map((item, n) => ({ ...item, id: `item-${n}`, published: null }));

/**
 * A story told by one person at one screen; its parts follow one another. Skipped, with a word, on a machine without
 * Chromium; an error where the whole suite has to run.
 */
export function walked(name: string, tell: (executable: string) => void): void {
  const executable = chromiumPath();
  if (executable === null && process.env['CI'])
    throw new Error('no Chromium on this machine: install one (apt-get install chromium)');
  if (executable === null)
    console.warn('no Chromium on this machine: the browser test is skipped (apt-get install chromium)');
  (executable === null ? describe.skip : describe)(name, () => tell(executable ?? ''));
}

/** One person at one desk of its own. */
export class Walk {
  readonly said: string[] = [];

  private constructor(
    readonly page: Page,
    readonly desk: Desk,
    readonly feeds: ReplayServer,
    private readonly close: () => Promise<void>,
  ) {
    page.on('pageerror', (error) => this.said.push(error.message));
    page.on('console', (message) => {
      if (/Content Security Policy|Uncaught/.test(message.text())) this.said.push(message.text());
    });
  }

  /** At the door: nobody has signed in, nothing has been published. */
  static async atTheDoor(
    executable: string,
    items: readonly ReplayItem[],
    more: BrowserContextOptions = {},
    feeds = new ReplayServer(items, { keepDates: false }),
  ): Promise<Walk> {
    await feeds.start();
    const desk = new Desk(feeds);
    const [browser] = await Promise.all([launch(executable), desk.start()]);
    // Colours are measured as they stand, not on their way from one scheme to the other.
    const context = await browser.newContext({ viewport: WIDE, reducedMotion: 'reduce', ...more });
    const walk = new Walk(await context.newPage(), desk, feeds, () => browser.close());
    await walk.page.goto(walk.address);
    return walk;
  }

  /** Signed in, and all items have been published. */
  static async begin(
    executable: string,
    items: readonly ReplayItem[],
    more: BrowserContextOptions = {},
  ): Promise<Walk> {
    const walk = await Walk.atTheDoor(executable, items, more);
    await walk.signIn();
    walk.publish();
    return walk;
  }

  get address(): string {
    return this.desk.address;
  }

  /** Publishes the next so many items; left out: all that are left. */
  publish(count?: number): void {
    if (count === undefined) this.feeds.releaseAll(new Date());
    else this.feeds.release(count, new Date());
  }

  async signIn(password = PASSWORD): Promise<void> {
    await this.page.getByLabel('用户名').fill('admin');
    await this.page.getByLabel('密码', { exact: true }).fill(password);
    await this.page.keyboard.press('Enter');
    if (password === PASSWORD) await this.isLive();
  }

  /** Opens a page by its address, and waits until it is live. */
  async goTo(path: string): Promise<void> {
    await this.page.goto(this.address + path);
    await this.isLive();
    await this.page.locator('h1').first().waitFor();
  }

  /** As goTo, until nothing of it is on its way any more. */
  async opens(path: string): Promise<void> {
    await this.goTo(path);
    await this.page.waitForLoadState('networkidle');
    await this.page.locator('.loading').first().waitFor({ state: 'detached' });
  }

  /** From the next page on, as this machine remembers it. */
  async speak(language: 'zh-CN' | 'en'): Promise<void> {
    await this.page.evaluate(`localStorage.setItem('huiying.language', '${language}')`);
  }

  /** By the navigation, behind its button or not. */
  async navigate(name: string): Promise<void> {
    const navigation = this.page.getByRole('navigation', { name: '主导航' });
    const more = navigation.getByRole('button', { name: '更多' });
    if (await more.isVisible()) await more.click();
    await navigation.getByRole('link', { name, exact: true }).click();
  }

  async isLive(): Promise<void> {
    await this.page
      .locator('.badge')
      .getByText(/实时|Live/)
      .waitFor();
  }

  async end(): Promise<void> {
    await Promise.all([this.close(), this.desk.remove(), this.feeds.close()]);
  }

  /** What axe finds in either scheme. */
  async faults(): Promise<string[]> {
    const found: string[] = [];
    // What is on its way to the server is half drawn: the board may show it before the form that sent it has closed.
    await settled(this.page, `!document.querySelector('.ant-btn-loading')`);
    for (const colorScheme of ['dark', 'light'] as const) {
      await this.shows(colorScheme);
      found.push(...(await accessibilityFaults(this.page)));
    }
    return found;
  }

  /** How wide the page is on the narrowest screen. */
  narrowWidth(): Promise<unknown> {
    return this.widthOn(NARROWEST);
  }

  /** How wide the page is on a screen. */
  async widthOn(screen: { width: number; height: number }): Promise<unknown> {
    await this.page.setViewportSize(screen);
    await this.page.evaluate(TWO_FRAMES);
    // What slides in or goes out may need a few frames more.
    await settled(this.page, 'document.documentElement.scrollWidth === innerWidth');
    const width = await this.page.evaluate('document.documentElement.scrollWidth');
    await this.page.setViewportSize(WIDE);
    return width;
  }

  /** Where the keyboard leads from the top of the page on, and where it leads out of sight: behind what sticks, or nowhere. */
  async hiddenStops(most: number): Promise<string[]> {
    await this.page.evaluate('document.activeElement?.blur(); scrollTo(0, 0)');
    const hidden: string[] = [];
    for (let stop = 0; stop < most; stop += 1) {
      await this.page.keyboard.press('Tab');
      const found = await this.page.evaluate<string | null>(COVERED);
      if (found) hidden.push(found);
    }
    return hidden;
  }

  /** Pictures of the page as it stands: light, dark and on a telephone. @param file what their names begin with */
  async picture(file: string): Promise<void> {
    for (const colorScheme of ['light', 'dark'] as const) {
      await this.shows(colorScheme);
      await this.page.screenshot({ path: `${file}-${colorScheme}.png` });
    }
    await this.page.setViewportSize(PHONE);
    await this.page.evaluate(TWO_FRAMES);
    await this.page.screenshot({ path: `${file}-phone.png` });
    await this.page.setViewportSize(WIDE);
  }

  private async shows(colorScheme: 'light' | 'dark'): Promise<void> {
    await this.page.emulateMedia({ colorScheme });
    await this.page.locator(`html[data-theme=${colorScheme}]`).waitFor();
    await this.page.evaluate(TWO_FRAMES);
    await this.page.evaluate(STILL);
  }

  /** Chooses by the keyboard, and only what is really in sight. */
  async choose(label: string, typed: string, shown: string): Promise<void> {
    const { page } = this;
    await page.getByRole('dialog').getByLabel(label).click();
    await page.keyboard.type(typed);
    const option = page.locator('.ant-select-item-option').filter({ hasText: shown });
    await option.click({ trial: true });
    await page.keyboard.press('Enter');
  }
}
