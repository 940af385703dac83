import type { Page } from 'playwright-core';
import { TONES, type ToneName } from '../../src/web/sound/tones.js';
import { PASSWORD } from './desk.js';
import { itemsOf, settled, Walk, walked } from './walk.js';

/**
 * Writes down every note that is struck, what the header says of the sound, and what is shown on the desktop; the desktop itself is
 * not this test's.
 */
const EAR = `
  window.notes = [];
  const start = OscillatorNode.prototype.start;
  OscillatorNode.prototype.start = function (when) {
    window.notes.push({ hertz: Math.round(this.frequency.value), running: this.context.state === 'running' });
    return start.call(this, when);
  };
  new MutationObserver(() => {
    const word = document.querySelector('.sound-button')?.textContent;
    if (word !== undefined && word !== window.word) console.log('sound: ' + (window.word = word));
  }).observe(document, { subtree: true, childList: true, characterData: true });
  window.told = [];
  window.Notification = class extends EventTarget {
    static permission = 'default';
    static requestPermission = async () => (window.Notification.permission = 'granted');
    constructor(title, { body }) { super(); this.title = title; window.told.push({ title, body, notice: this }); }
    close() { this.isClosed = true; }
  };`;
const PATIENT = 12;
const PICTURES = process.env['PICTURES'];

/** A night at two screens: what is heard on each of them, and what each says of it. */
walked('the sound of the duty desk in a browser', (executable) => {
  let walk: Walk;
  let first: Page;
  let second: Page;
  const cases = new Map<string, string>();
  beforeAll(async () => {
    walk = await Walk.atTheDoor(executable, itemsOf([]));
    first = walk.page;
    await first.context().addInitScript(EAR);
    await first.goto(walk.address);
    await walk.signIn();
    const other = await first
      .context()
      .browser()!
      .newContext({ viewport: { width: 1280, height: 800 } });
    await other.addInitScript(EAR);
    second = await other.newPage();
    await second.goto(walk.address);
    await enter(second);
  });
  afterAll(() => walk?.end());

  async function enter(page: Page): Promise<void> {
    await page.getByLabel('用户名').fill('admin');
    await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.locator('.badge').getByText('实时').waitFor();
  }
  const asks = <T>(page: Page, method: string, path: string, body: object): Promise<T> =>
    page.evaluate<T>(
      `fetch(${JSON.stringify(`/api/v1${path}`)}, { method: ${JSON.stringify(method)}, headers: { 'content-type': 'application/json' }, body: ${JSON.stringify(JSON.stringify(body))} }).then((answer) => answer.json())`,
    );
  async function opens(title: string, level: string, page = first): Promise<void> {
    const { id } = await asks<{ id: string }>(page, 'POST', '/incidents', { title, level, lead: 'FILM', text: '' });
    cases.set(title, id);
  }
  /** Notes of a tone, counted by its first height: no two tones begin alike. */
  const struck = (name: ToneName): string =>
    `notes.filter((note) => note.running && note.hertz === ${TONES[name][0]?.hertz}).length`;
  async function hears(page: Page, name: ToneName, times = 1): Promise<void> {
    const notes = times * TONES[name].filter(({ hertz }) => hertz === TONES[name][0]?.hertz).length;
    for (let n = 0; n < PATIENT; n += 1) if (await settled(page, `${struck(name)} >= ${notes}`)) return;
    throw new Error(`${name} was not heard ${times} times: ${JSON.stringify(await page.evaluate('notes'))}`);
  }
  const button = (page: Page) => page.locator('.sound-button');
  const panel = (page: Page) => page.locator('.sound-panel');
  const press = (page: Page, name: string) => panel(page).getByRole('button', { name, exact: true }).click();
  const shows = (page: Page, word: string | RegExp) => button(page).getByText(word).waitFor();
  async function shot(name: string): Promise<void> {
    if (PICTURES === undefined) return;
    for (const [width, height] of [[1440, 900], [1024, 768], [390, 844], [320, 700]] as const) {
      await first.setViewportSize({ width, height });
      for (const colorScheme of ['dark', 'light'] as const) {
        await first.emulateMedia({ colorScheme });
        await first.locator(`html[data-theme=${colorScheme}]`).waitFor();
        await first.screenshot({ path: `${PICTURES}/${name}-${width}-${colorScheme}.png` });
      }
    }
    await first.setViewportSize({ width: 1440, height: 900 });
  } // prettier-ignore

  it('says on a fresh page that it is off, and makes no sound', async () => {
    await shows(first, '声音关');
    await button(first).click();
    await panel(first).getByText('没有开启：新事件、超时都不会在这里响。').waitFor();
    expect(await panel(first).getByRole('button', { name: '15 分钟' }).count()).toBe(0);
    await shot('off');
    expect(await first.evaluate('notes')).toEqual([]);
    expect(await walk.faults()).toEqual([]);
  });

  it('is on when the shift has begun, and plays each tone by hand', async () => {
    await press(first, '开启值班声音');
    await shows(first, '声音开');
    expect(await first.evaluate(`document.activeElement === document.querySelector('.sound-panel')`)).toBe(true);
    for (const [name, words] of [
      ['grave', '特别重大、重大'],
      ['opened', '其他新事件'],
      ['soon', '临近时限'],
      ['overdue', '超时'],
      ['lost', '信号中断'],
    ] as const) {
      await press(first, words);
      await panel(first).getByText(`“${words}”已从浏览器送出`).waitFor();
      await hears(first, name);
    }
    await shot('on');
    expect(await walk.faults()).toEqual([]);
    await first.keyboard.press('Escape');
    await panel(first).waitFor({ state: 'detached' });
  });

  it('says on a page that nobody has touched that it is blocked, until any key is pressed', async () => {
    const page = await first.context().newPage();
    // The page is not asked anything before: to the browser that is a gesture.
    const isBlocked = page.waitForEvent('console', (message) => message.text() === 'sound: 声音受阻');
    await page.goto(`${walk.address}/archive`);
    await isBlocked;
    const banner = page.getByRole('status').filter({ hasText: '声音未开启' });
    await banner.getByRole('button', { name: '点此开启' }).waitFor();
    if (PICTURES !== undefined) {
      await page.screenshot({ path: `${PICTURES}/blocked-1440.png` });
      await page.setViewportSize({ width: 320, height: 700 });
      await page.screenshot({ path: `${PICTURES}/blocked-320.png` });
    }
    await page.keyboard.press('Tab');
    await shows(page, '声音开');
    await banner.waitFor({ state: 'detached' });
    await page.close();
  });

  it('rings on both screens for a level I case, whatever page is open, and again', async () => {
    await button(second).click();
    await press(second, '开启值班声音');
    await shows(second, '声音开');
    await walk.goTo('/archive');
    await first.keyboard.press('Shift');
    await shows(first, '声音开');
    await opens('甲省影院火灾', 'I', second);
    await Promise.all([shows(first, '响铃 1'), shows(second, '响铃 1')]);
    await Promise.all([hears(first, 'grave', 2), hears(second, 'grave', 2)]);
    await button(first).click();
    await panel(first).getByRole('link', { name: '甲省影院火灾' }).waitFor();
    await shot('ringing');
    expect(await walk.faults()).toEqual([]);
  });

  it('falls silent on both when somebody else acknowledges it elsewhere', async () => {
    const phone = await first.context().browser()!.newContext();
    const elsewhere = await phone.newPage();
    await elsewhere.goto(walk.address);
    await enter(elsewhere);
    await asks(elsewhere, 'POST', `/incidents/${cases.get('甲省影院火灾')}/acknowledge`, {});
    await Promise.all([shows(first, '声音开'), shows(second, '声音开')]);
    await phone.close();
    for (const page of [first, second]) await page.evaluate(`notes.splice(0)`);
  });

  it('sounds differently, and once, for a case of a lower level', async () => {
    await opens('乙市小区停水', 'III');
    await Promise.all([hears(first, 'opened'), hears(second, 'opened')]);
    await shows(first, '声音开');
  });

  it('is muted until a time that it names, level I too, and says so', async () => {
    await press(first, '15 分钟');
    await shows(first, /^静音至 \d\d:\d\d$/);
    const until = /\d\d:\d\d/.exec((await button(first).textContent()) ?? '')?.[0];
    await panel(first).getByText(`静音至 ${until}（北京时间），到时自动恢复。此前特别重大、重大事件也不响。`).waitFor();
    await opens('丙县剧场坍塌', 'I');
    await hears(second, 'grave', 2);
    await shows(first, /^静音至/);
    await shot('muted');
    expect(await first.evaluate(struck('grave'))).toBe(0);
    await press(first, '结束静音');
    await hears(first, 'grave');
  });

  it('shows on the desktop what is new while the tab is out of sight, and takes it back', async () => {
    await press(first, '允许桌面通知');
    await panel(first)
      .getByText(/^已允许/)
      .waitFor();
    await opens('丁市尚在眼前', 'II');
    await shows(first, '响铃 2');
    expect(await first.evaluate('told.length')).toBe(0);
    await first.evaluate(`Object.defineProperty(document, 'hidden', { configurable: true, get: () => true })`);
    await opens('戊市看不见时', 'II');
    expect(await settled(first, 'told.length === 1')).toBe(true);
    expect(await first.evaluate('told[0].title')).toMatch(/^重大 · YQ-\d{4}-\d+$/);
    expect(await first.evaluate('told[0].body')).toBe('戊市看不见时');
    await asks(second, 'POST', `/incidents/${cases.get('戊市看不见时')}/acknowledge`, {});
    expect(await settled(first, 'told[0].notice.isClosed')).toBe(true);
    await first.evaluate(`told[0].notice.onclick()`);
    await first.locator('h1').getByText('戊市看不见时').waitFor();
    await first.evaluate(`delete document.hidden`);
  });

  it('says the same in English, needs no sideways scrolling at 320 px, and axe finds nothing', async () => {
    const inPanel = panel(first);
    if ((await inPanel.count()) === 0) await button(first).click();
    expect(await walk.narrowWidth()).toBe(320);
    await first.keyboard.press('Escape');
    await first.getByRole('button', { name: /^EN/ }).click();
    await shows(first, /^Ringing \d$/);
    await button(first).click();
    await inPanel.getByRole('button', { name: 'Levels I and II' }).waitFor();
    expect(await walk.narrowWidth()).toBe(320);
    await shot('english');
    expect(await walk.faults()).toEqual([]);
    await inPanel.getByRole('button', { name: 'Switch off', exact: true }).click();
    await shows(first, 'Sound off');
  });

  it('says why there are no desktop notifications where the page did not come over HTTPS', async () => {
    const page = await first.context().newPage();
    await page.addInitScript(`Object.defineProperty(window, 'isSecureContext', { value: false })`);
    await page.goto(walk.address);
    await button(page).click();
    await panel(page)
      .getByText(/^HTTPS is needed/)
      .waitFor();
    expect(await panel(page).getByRole('button', { name: 'Allow notifications' }).count()).toBe(0);
    await page.close();
  });

  it('is on again by itself when the page has loaded itself anew', async () => {
    const isOn = second.waitForEvent('console', (message) => /^sound: (声音开|响铃)/.test(message.text()));
    await second.evaluate('location.reload()');
    await isOn;
  });

  it('sounds once more when the session ends and the page goes to the door', async () => {
    const page = await second.context().newPage();
    await page.goto(walk.address);
    await button(page).waitFor();
    await page.keyboard.press('Shift');
    await shows(page, /^响铃/);
    await asks(page, 'DELETE', '/session', {}).catch(() => undefined);
    await page.getByLabel('用户名').waitFor();
    await hears(page, 'lost');
    await page.close();
    await enter(second);
    await second.evaluate(`notes.splice(0)`);
  });

  it('sounds when the server is no longer heard', async () => {
    await walk.desk.stop();
    await hears(second, 'lost');
  });

  it('ran without an error or a breach of the content security policy', () => {
    expect(walk.said).toEqual([]);
  });
});
