import type { Browser, Page } from 'playwright-core';
import { ReplayServer } from '../../src/commands/replay-server.js';
import { accessibilityFaults, chromiumPath, launch } from './chromium.js';
import { Desk, PASSWORD } from './desk.js';

const CALL = '甲省乙市一影院发生火灾 已致13人遇难';
const ITEMS = [{ id: 'one', source: 'a', title: '县图书馆新馆开馆', text: '首日接待读者两千人。', published: null }];
/** A name that no resolver knows (RFC 6761). */
const NOWHERE = 'http://feeds.county.invalid/rss/news.xml';
const TWO_FRAMES = 'new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))';

const executable = chromiumPath();
if (executable === null && process.env['CI'])
  throw new Error('no Chromium on this machine: install one (apt-get install chromium)');
if (executable === null)
  console.warn('no Chromium on this machine: the browser test is skipped (apt-get install chromium)');

/** What an administrator does with sources, intakes and a call, at one screen. The parts follow one another. */
(executable === null ? describe.skip : describe)('the sources in a browser', () => {
  const feeds = new ReplayServer(ITEMS, { keepDates: false });
  const said: string[] = [];
  let desk: Desk;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    await feeds.start();
    feeds.releaseAll(new Date());
    desk = new Desk(feeds);
    [browser] = await Promise.all([launch(executable ?? ''), desk.start()]);
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
    page = await context.newPage();
    page.on('pageerror', (error) => said.push(error.message));
    page.on('console', (message) => {
      if (/Content Security Policy|Uncaught/.test(message.text())) said.push(message.text());
    });
    await page.goto(`${desk.address}/sources`);
    await page.getByLabel('用户名').fill('admin');
    await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '信息源' }).waitFor();
  });

  afterAll(async () => {
    await Promise.all([browser?.close(), desk?.remove(), feeds.close()]);
  });

  const row = (text: string) => page.locator('.sources tbody tr').filter({ hasText: text });
  const counter = (name: string) => page.getByRole('navigation', { name: '按状态筛选' }).getByRole('link', { name });

  it('tells of every source how it is, what its latest visits brought and when the next one is', async () => {
    const first = row('回放 atom');
    await first.getByText('正常').waitFor();
    expect(await first.getByRole('img').getAttribute('aria-label')).toMatch(/^最近 \d+ 次：.*(有新|无新|未变) \d/);
    expect(await first.locator('.next-in').textContent()).toMatch(/^(00:0\d 后|即将采集)$/);
    await page.getByText(/个核心源都在时限内读到/).waitFor();
  });

  it('is a real table to those who hear it', async () => {
    const snapshot = await page.locator('.sources table').ariaSnapshot();
    for (const heading of ['状态', '信息源', '最近 30 次采集', '最近读到', '最近有新', '下次采集', '操作'])
      expect(snapshot).toContain(`columnheader "${heading}"`);
    expect(snapshot).toContain('button "操作：回放 atom"');
  });

  it('reads an address before it takes it, and says why it could not', async () => {
    await page.getByRole('button', { name: '添加信息源' }).click();
    const sheet = page.getByRole('dialog', { name: '添加信息源' });
    await sheet.getByLabel('订阅地址').fill(`${feeds.address}/rss`);
    expect(await sheet.getByRole('button', { name: /添加/ }).count()).toBe(0);
    await page.keyboard.press('Enter');
    await sheet.getByText('没有读到：地址不许访问').waitFor();
    await sheet.getByLabel('订阅地址').fill(NOWHERE);
    await sheet.getByRole('button', { name: '试采集' }).click();
    await sheet.getByText(/没有读到：(找不到主机|连接不上)/).waitFor();
  });

  it('suggests a code, and adds the source all the same', async () => {
    const sheet = page.getByRole('dialog', { name: '添加信息源' });
    await sheet.getByLabel('名称').fill('某县新闻');
    await sheet.getByLabel('代号').fill('county-news');
    await sheet.getByRole('button', { name: '仍要添加' }).click();
    await sheet.waitFor({ state: 'detached' });
    await row('某县新闻').getByText('页面添加').waitFor();
    await row('某县新闻').getByText('失败', { exact: true }).waitFor();
  });

  it('pauses by the keyboard, with a reason, and the counter of the paused shows it alone', async () => {
    await row('某县新闻').getByRole('button', { name: '操作' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: '立即采集' }).waitFor();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByLabel('理由').fill('网站改版');
    await page.getByRole('dialog').getByRole('button', { name: '暂停' }).click();
    await row('某县新闻').getByText('已暂停').waitFor();
    await counter('已暂停').click();
    await page.waitForURL(/health=paused/);
    await row('回放 atom').waitFor({ state: 'detached' });
    expect(await page.locator('.sources tbody tr').count()).toBe(1);
  });

  it('resumes, and finds it by its address', async () => {
    await row('某县新闻').getByRole('button', { name: '操作' }).click();
    await page.getByRole('menuitem', { name: '恢复采集' }).click();
    await page.getByText('没有符合条件的信息源').waitFor();
    await page.getByRole('button', { name: '清除筛选' }).click();
    await page.getByRole('textbox', { name: '查找名称、地址、主办单位' }).fill('county.invalid');
    await row('回放 atom').waitFor({ state: 'detached' });
    await row('某县新闻').waitFor();
  });

  it('sets the expected period of a source of the file, and nothing else of it', async () => {
    await page.goto(`${desk.address}/sources`);
    await row('回放 atom').getByRole('button', { name: '操作' }).click();
    await page.getByRole('menuitem', { name: '编辑' }).click();
    const sheet = page.getByRole('dialog', { name: '编辑信息源' });
    await sheet.getByText(/写在配置文件/).waitFor();
    expect(await sheet.getByLabel('名称').count()).toBe(0);
    await sheet.getByLabel('设定为每').check();
    await sheet.getByLabel('数量').fill('3');
    await sheet.getByRole('button', { name: '保存' }).click();
    await row('回放 atom').getByText('设定每3天一次').waitFor();
  });

  it('makes an intake whose secret is shown once', async () => {
    await page.goto(`${desk.address}/sources/intakes`);
    await page.getByRole('button', { name: '新增接入' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('名称').fill('某监测服务');
    await sheet.getByLabel('主办单位').fill('某公司');
    await sheet.getByLabel('代号').fill('monitor');
    await sheet.getByRole('button', { name: '新增' }).click();
    await page.getByRole('heading', { name: '密钥只显示这一次' }).waitFor();
    expect(await page.getByRole('group', { name: '密钥' }).textContent()).toMatch(/^\S{20,}$/);
    await page.getByRole('button', { name: '我已保存' }).click();
    await page.getByRole('button', { name: '推送方法：某监测服务' }).click();
    expect(await page.getByRole('group', { name: '密钥' }).count()).toBe(0);
    await page.keyboard.press('Escape');
  });

  it('takes a call, and what it tells starts the clocks', async () => {
    await page.goto(`${desk.address}/`);
    await page.getByRole('button', { name: '人工报告' }).click();
    await page.getByLabel('标题').fill(CALL);
    await page.getByLabel('情况').fill('今天,甲省乙市一影院发生火灾,目前已造成13人遇难,4人受伤。');
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByRole('heading', { name: '已收到' }).waitFor();
    await page.getByRole('link', { name: '去值班台看' }).click();
    await page.locator('.incidents tbody tr').filter({ hasText: CALL }).getByText('重大', { exact: true }).waitFor();
  });

  it.each(['/sources', '/sources/intakes', '/reports/new'])('axe finds nothing on %s, light and dark', async (path) => {
    await page.goto(desk.address + path);
    await page.locator('.badge').getByText('实时').waitFor();
    await page.locator('h1').waitFor();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.locator(`html[data-theme=${colorScheme}]`).waitFor();
      await page.evaluate(TWO_FRAMES);
      expect(await accessibilityFaults(page)).toEqual([]);
    }
    await page.emulateMedia({ colorScheme: 'light' });
  });

  it.each(['/sources', '/sources/intakes', '/reports/new'])(
    '%s needs no sideways scrolling at 320 px',
    async (path) => {
      await page.goto(desk.address + path);
      await page.locator('h1').waitFor();
      await page.setViewportSize({ width: 320, height: 700 });
      // What slides in or settles may need a few frames.
      await page.waitForFunction('document.documentElement.scrollWidth === 320');
      await page.setViewportSize({ width: 1440, height: 900 });
    },
  );

  it('speaks English when asked, every word of it', async () => {
    await page.goto(`${desk.address}/sources`);
    await page.getByRole('button', { name: /Switch to English/ }).click();
    await page.getByRole('heading', { name: 'Sources' }).waitFor();
    await row('某县新闻').getByText('added here').waitFor();
    expect(await page.locator('main').textContent()).not.toMatch(/(source|opml|blindness)\.\w+/);
    await page.setViewportSize({ width: 320, height: 700 });
    await page.evaluate(TWO_FRAMES);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
  });

  it('ran without an error or a breach of the content security policy', () => {
    expect(said).toEqual([]);
  });
});
