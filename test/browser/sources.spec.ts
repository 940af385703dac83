import { itemsOf, Walk, walked } from './walk.js';

const CALL = '甲省乙市一影院发生火灾 已致13人遇难';
const ITEMS = itemsOf([{ source: 'a', title: '县图书馆新馆开馆', text: '首日接待读者两千人。' }]);

/** A name that no resolver knows (RFC 6761). */
const NOWHERE = 'http://feeds.county.invalid/rss/news.xml';
/** What an administrator does with sources, intakes and a call, at one screen. */
walked('the sources in a browser', (executable) => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await Walk.begin(executable, ITEMS);
    await walk.goTo('/sources');
  });
  afterAll(() => walk?.end());

  const row = (text: string) => walk.page.locator('.sources tbody tr').filter({ hasText: text });
  const counter = (name: string) =>
    walk.page.getByRole('navigation', { name: '按状态筛选' }).getByRole('link', { name });

  it('tells of every source how it is, what its latest visits brought and when the next one is', async () => {
    const { page } = walk;
    const first = row('回放 atom');
    await first.getByText('正常').waitFor();
    expect(await first.getByRole('img').getAttribute('aria-label')).toMatch(/^最近 \d+ 次：.*(有新|无新|未变) \d/);
    expect(await first.locator('.next-in').textContent()).toMatch(/^(00:0\d 后|即将采集)$/);
    await page.getByText(/个核心源都在时限内读到/).waitFor();
  });

  it('is a real table to those who hear it', async () => {
    const { page } = walk;
    const snapshot = await page.locator('.sources table').ariaSnapshot();
    for (const heading of ['状态', '信息源', '最近 30 次采集', '最近读到', '最近有新', '下次采集', '操作'])
      expect(snapshot).toContain(`columnheader "${heading}"`);
    expect(snapshot).toContain('button "操作：回放 atom"');
  });

  it('reads an address before it takes it, and says why it could not', async () => {
    const { page } = walk;
    await page.getByRole('button', { name: '添加信息源' }).click();
    const sheet = page.getByRole('dialog', { name: '添加信息源' });
    await sheet.getByLabel('订阅地址').fill(`${walk.feeds.address}/rss`);
    expect(await sheet.getByRole('button', { name: /添加/ }).count()).toBe(0);
    await page.keyboard.press('Enter');
    await sheet.getByText('没有读到：地址不许访问').waitFor();
    await sheet.getByLabel('订阅地址').fill(NOWHERE);
    await sheet.getByRole('button', { name: '试采集' }).click();
    await sheet.getByText(/没有读到：(找不到主机|连接不上)/).waitFor();
  });

  it('suggests a code, and adds the source all the same', async () => {
    const { page } = walk;
    const sheet = page.getByRole('dialog', { name: '添加信息源' });
    await sheet.getByLabel('名称').fill('某县新闻');
    await sheet.getByLabel('代号').fill('county-news');
    await sheet.getByRole('button', { name: '仍要添加' }).click();
    await sheet.waitFor({ state: 'detached' });
    await row('某县新闻').getByText('页面添加').waitFor();
    await row('某县新闻').getByText('失败', { exact: true }).waitFor();
  });

  it('pauses by the keyboard, with a reason, and the counter of the paused shows it alone', async () => {
    const { page } = walk;
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
    const { page } = walk;
    await row('某县新闻').getByRole('button', { name: '操作' }).click();
    await page.getByRole('menuitem', { name: '恢复采集' }).click();
    await page.getByText('没有符合条件的信息源').waitFor();
    await page.getByRole('button', { name: '清除筛选' }).click();
    await page.getByRole('textbox', { name: '查找名称、地址、主办单位' }).fill('county.invalid');
    await row('回放 atom').waitFor({ state: 'detached' });
    await row('某县新闻').waitFor();
  });

  it('sets the expected period of a source of the file, and nothing else of it', async () => {
    const { page } = walk;
    await walk.goTo('/sources');
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
    const { page } = walk;
    await walk.goTo('/sources/intakes');
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
    const { page } = walk;
    await walk.goTo('/');
    await page.getByRole('button', { name: '人工报告' }).click();
    await page.getByLabel('标题').fill(CALL);
    await page.getByLabel('情况').fill('今天,甲省乙市一影院发生火灾,目前已造成13人遇难,4人受伤。');
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByRole('heading', { name: '已收到' }).waitFor();
    await page.getByRole('link', { name: '去值班台看' }).click();
    await page.locator('.incidents tbody tr').filter({ hasText: CALL }).getByText('重大', { exact: true }).waitFor();
  });

  it.each(['/sources', '/sources/intakes', '/reports/new'])('axe finds nothing on %s, light and dark', async (path) => {
    await walk.goTo(path);
    expect(await walk.faults()).toEqual([]);
  });

  it.each(['/sources', '/sources/intakes', '/reports/new'])(
    '%s needs no sideways scrolling at 320 px',
    async (path) => {
      await walk.goTo(path);
      expect(await walk.narrowWidth()).toBe(320);
    },
  );

  it('speaks English when asked, every word of it', async () => {
    const { page } = walk;
    await walk.goTo('/sources');
    await page.getByRole('button', { name: /Switch to English/ }).click();
    await page.getByRole('heading', { name: 'Sources' }).waitFor();
    await row('某县新闻').getByText('added here').waitFor();
    expect(await page.locator('main').textContent()).not.toMatch(/(source|opml|blindness)\.\w+/);
    expect(await walk.narrowWidth()).toBe(320);
  });

  it('ran without an error or a breach of the content security policy', () => {
    expect(walk.said).toEqual([]);
  });
});
