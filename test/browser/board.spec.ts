import { itemsOf, Walk, walked } from './walk.js';

const FIRE = '甲省乙市一影院发生火灾 已致13人遇难';
const ITEMS = itemsOf([
  { source: 'a', title: FIRE, text: '今天,甲省乙市一影院发生火灾,目前已造成13人遇难,4人受伤。' },
  { source: 'b', title: '某市举行影院消防演练', text: '演练模拟影院起火,消防员迅速到场。' },
]);

/** One person at one screen, from signing in to the hour when the line goes dead. */
walked('the duty desk in a browser', (executable) => {
  let walk: Walk;
  beforeAll(async () => {
    // A machine in another zone: every time on the page must be Beijing's all the same.
    walk = await Walk.atTheDoor(executable, ITEMS, { timezoneId: 'America/New_York' });
  });
  afterAll(() => walk?.end());

  const row = () => walk.page.locator('.incidents tbody tr').filter({ hasText: FIRE });

  it('asks who is there, and lets the right person in', async () => {
    const { page } = walk;
    await walk.signIn('not the password');
    await page.getByText('用户名或密码不对').waitFor();
    await walk.signIn();
    await page.getByText('安静：没有在办事件').waitFor();
  });

  it('shows an alert that arrives while the board is open, with both clocks running', async () => {
    const { page } = walk;
    walk.publish();
    await row().waitFor();
    await row().getByText('重大', { exact: true }).waitFor();
    const clocks = await row().locator('.clock-words').allTextContents();
    expect(clocks).toHaveLength(2);
    expect(clocks[0]).toMatch(/^剩 0[45]:\d\d:\d\d$/);
    expect(clocks[1]).toMatch(/^剩 2[34]:\d\d:\d\d$/);
    expect(await page.title()).toMatch(/^\(1\) /);
  });

  it('is a real table to those who hear it', async () => {
    const { page } = walk;
    const snapshot = await page.locator('.incidents table').ariaSnapshot();
    for (const heading of ['等级', '事件', '责任司局', '5小时发布', '24小时发布会', '状态', '操作']) {
      expect(snapshot).toContain(`columnheader "${heading}"`);
    }
    expect(snapshot).toContain(FIRE);
  });

  it('says to those who hear it that something grave has come', async () => {
    await walk.page.locator('[role=alert]').getByText(FIRE).waitFor({ state: 'attached' });
  });

  it('is walked by single keys, which rest while an input method composes', async () => {
    const { page } = walk;
    const composed = (key: string) =>
      page.evaluate(
        `document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '${key}', isComposing: true, bubbles: true }))`,
      );
    await composed('j');
    expect(await row().locator('a:focus').count()).toBe(0);
    await page.keyboard.press('j');
    await row().locator('.event-title:focus').waitFor();
    await page.keyboard.press('t');
    await page.waitForURL(/\/incidents\/.+\?do=transfer_order$/);
    await page.goBack();
    await row().waitFor();
  });

  it('takes a signature by one key', async () => {
    const { page } = walk;
    await page.keyboard.press('j');
    await page.keyboard.press('a');
    await row()
      .getByText(/\d\d:\d\d 签收/)
      .waitFor();
    await page
      .getByRole('link', { name: /待签收/ })
      .getByText('0')
      .waitFor();
  });

  it('stops the 5-hour clock by a release, one tap from the row, in Beijing time to the second', async () => {
    const { page } = walk;
    await row().getByRole('link', { name: '登记发布' }).click();
    const sheet = page.getByRole('dialog');
    const beijing = new Date(Date.now() + 8 * 3_600_000).toISOString();
    const published = await sheet.getByLabel(/发布时间/).inputValue();
    // A browser leaves seconds out of a value where they are 00.
    expect(published).toMatch(/T\d\d:\d\d(:\d\d)?$/);
    expect(await sheet.getByLabel(/发布时间/).getAttribute('step')).toBe('1');
    expect(published.slice(0, 13)).toBe(beijing.slice(0, 13));
    expect(await walk.faults()).toEqual([]);
    await sheet.getByLabel('链接').fill('https://office.example/statements/1');
    await sheet.getByRole('button', { name: '登记', exact: true }).click();
    await sheet.waitFor({ state: 'detached' });
    expect(new URL(page.url()).search).toBe('');
    await page.getByRole('region', { name: '5小时发布权威信息' }).getByText(/达标/).waitFor();
    await page
      .getByText(/登记权威发布,?.*达标/)
      .first()
      .waitFor();
    await page.getByRole('link', { name: '值班台' }).first().click();
    await row().getByText(/达标$/).waitFor();
    await row().getByRole('link', { name: '登记发布会' }).waitFor();
  });

  it('keeps what it is narrowed to as a view of one’s own', async () => {
    const { page } = walk;
    await walk.goTo('/?show=soon');
    await page.getByRole('button', { name: '存为常用视图' }).click();
    await page.getByLabel('名称').fill('快到期的');
    await page.keyboard.press('Enter');
    await walk.goTo('/');
    await page.getByRole('link', { name: '快到期的' }).click();
    await page.waitForURL(/\?show=soon$/);
    await page.getByRole('button', { name: /快到期的/ }).click();
    await page.getByRole('link', { name: '快到期的' }).waitFor({ state: 'detached' });
  });

  it('needs no sideways scrolling at 320 px', async () => {
    await walk.goTo('/');
    await row().waitFor();
    expect(await walk.narrowWidth()).toBe(320);
  });

  it('says that it is not live when the server stops, and since when', async () => {
    const { page } = walk;
    await walk.desk.stop();
    await page.getByText('信号中断').waitFor();
    expect(await page.locator('.badge').textContent()).toMatch(/^已断开 \d+ 秒$/);
    expect(await row().count()).toBe(1);
  });

  it('is live again, with the same person and the same truth, when the server is back', async () => {
    const { page } = walk;
    await walk.desk.start();
    await page.locator('.badge').getByText('实时').waitFor();
    await page.getByText('信号中断').waitFor({ state: 'detached' });
    await row().getByText(/达标$/).waitFor();
  });

  it('ran without an error or a breach of the content security policy', () => {
    expect(walk.said).toEqual([]);
  });
});
