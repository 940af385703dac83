import type { Page } from 'playwright-core';
import type { ReplayItem } from '../../src/commands/replay-items.js';
import { ReplayServer } from '../../src/commands/replay-server.js';
import { accessibilityFaults, launch } from './chromium.js';
import { Desk, PASSWORD } from './desk.js';

/** Until what has just changed has been drawn. */
const TWO_FRAMES = 'new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))';
const WIDE = { width: 1440, height: 900 };
const NARROWEST = { width: 320, height: 700 };

/** One person signed in at one desk of its own, where all items have been published. */
export class Walk {
  readonly said: string[] = [];

  private constructor(
    readonly page: Page,
    readonly address: string,
    private readonly ends: (() => Promise<unknown>)[],
  ) {
    page.on('pageerror', (error) => this.said.push(error.message));
    page.on('console', (message) => {
      if (/Content Security Policy|Uncaught/.test(message.text())) this.said.push(message.text());
    });
  }

  static async begin(executable: string, items: readonly ReplayItem[]): Promise<Walk> {
    const feeds = new ReplayServer(items, { keepDates: false });
    await feeds.start();
    const desk = new Desk(feeds);
    const [browser] = await Promise.all([launch(executable), desk.start()]);
    const context = await browser.newContext({ viewport: WIDE, reducedMotion: 'reduce' });
    const ends = [() => browser.close(), () => desk.remove(), () => feeds.close()];
    const walk = new Walk(await context.newPage(), desk.address, ends);
    await walk.signIn();
    feeds.releaseAll(new Date());
    return walk;
  }

  async end(): Promise<void> {
    await Promise.all(this.ends.map((end) => end()));
  }

  /** What axe finds in either scheme. */
  async faults(): Promise<string[]> {
    const found: string[] = [];
    for (const colorScheme of ['dark', 'light'] as const) {
      await this.page.emulateMedia({ colorScheme });
      await this.page.locator(`html[data-theme=${colorScheme}]`).waitFor();
      await this.page.evaluate(TWO_FRAMES);
      found.push(...(await accessibilityFaults(this.page)));
    }
    return found;
  }

  /** How wide the page is on the narrowest screen. */
  async narrowWidth(): Promise<unknown> {
    await this.page.setViewportSize(NARROWEST);
    await this.page.evaluate(TWO_FRAMES);
    const width = await this.page.evaluate('document.documentElement.scrollWidth');
    await this.page.setViewportSize(WIDE);
    return width;
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

  private async signIn(): Promise<void> {
    await this.page.goto(this.address);
    await this.page.getByLabel('用户名').fill('admin');
    await this.page.getByLabel('密码', { exact: true }).fill(PASSWORD);
    await this.page.keyboard.press('Enter');
    await this.page.locator('.badge').getByText('实时').waitFor();
  }
}
