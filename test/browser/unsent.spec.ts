import { itemsOf, Walk, walked } from './walk.js';

const CINEMA = '甲省临川市一影院发生火灾 已致12人遇难';
const ITEMS = itemsOf([{ source: 'a', title: CINEMA, text: '今天，甲省临川市一影院发生火灾，目前已造成12人遇难。' }]);
const TEXT = '一、事实真相\n火灾已扑灭。';

/** What is typed under pressure is lost by nothing but the one who typed it. */
walked('what was typed and not sent, in a browser', (executable) => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await Walk.begin(executable, ITEMS);
    await walk.page.locator('.incidents tbody tr').filter({ hasText: '临川' }).getByRole('link').first().click();
  });
  afterAll(() => walk?.end());

  const sheet = () => walk.page.getByRole('dialog');
  const restored = () => sheet().getByText('已恢复未提交的内容');
  const text = () => sheet().getByLabel('正文');
  const gone = () => sheet().waitFor({ state: 'detached' });
  const opens = (step: string) =>
    walk.page.getByRole('group', { name: '现在可以' }).getByRole('button', { name: step, exact: true }).click();

  it('is there again when the sheet was closed', async () => {
    await opens('拟稿');
    expect(await restored().count()).toBe(0);
    await text().fill(TEXT);
    await walk.page.keyboard.press('Escape');
    await gone();
    await opens('拟稿');
    await restored().waitFor();
    expect(await text().inputValue()).toBe(TEXT);
    expect(await walk.faults()).toEqual([]);
    expect(await walk.narrowWidth()).toBe(320);
  });

  it('is there again, in the form that stood open, when the page was read anew', async () => {
    await text().fill(`${TEXT}\n12人遇难。`);
    await walk.page.reload();
    await restored().waitFor();
    expect(await text().inputValue()).toContain('12人遇难。');
  });

  it('is there again when the session had ended, for whoever signs in as the same person', async () => {
    await walk.page.context().clearCookies();
    await walk.page.reload();
    await walk.page.getByLabel('用户名').waitFor();
    await walk.signIn();
    await restored().waitFor();
    expect(await text().inputValue()).toContain('12人遇难。');
  });

  it('stays in the form when the network is away, and is no more on the device once it has been sent', async () => {
    const { page } = walk;
    await page.context().setOffline(true);
    await sheet().getByRole('button', { name: '登记', exact: true }).click();
    await sheet().locator('.form-refusal').filter({ hasText: /\S/ }).waitFor();
    expect(await text().inputValue()).toContain('12人遇难。');
    await page.context().setOffline(false);
    // Where nothing moves, the sign of waiting that fades out stays in its name.
    await sheet().getByRole('button', { name: /登记$/ }).click();
    await gone();
    await page.getByText('第 1 稿').first().waitFor();
    await opens('拟稿');
    await text().waitFor();
    expect(await restored().count()).toBe(0);
    expect(await text().inputValue()).toContain('12人遇难。');
    await page.keyboard.press('Escape');
    await gone();
  });

  it('stands against what another has written meanwhile', async () => {
    const { page } = walk;
    await opens('拟稿');
    await text().fill(`${TEXT}\n甲的一句。`);
    await page.keyboard.press('Escape');
    await gone();
    const id = new URL(page.url()).pathname.split('/').at(-1);
    const other = { base: 1, kind: 'situation', title: '通报', text: `${TEXT}\n乙的一句。`, elements: ELEMENTS };
    await page.evaluate(
      `fetch('/api/v1/incidents/${id}/records/draft', { method: 'POST', headers: { 'content-type': 'application/json' }, body: ${JSON.stringify(JSON.stringify({ body: other }))} })`,
    );
    await page.reload();
    await page.getByText('第 2 稿').first().waitFor();
    await opens('拟稿');
    await restored().waitFor();
    await sheet()
      .getByText(/已有第 2 稿/)
      .first()
      .waitFor();
    expect(await text().inputValue()).toContain('甲的一句。');
  });

  it('is given up in one tap: the form is as it was', async () => {
    await sheet().getByRole('button', { name: '放弃' }).click();
    await restored().waitFor({ state: 'detached' });
    expect(await text().inputValue()).toBe(`${TEXT}\n乙的一句。`);
    await walk.page.keyboard.press('Escape');
    await gone();
  });

  it('goes with the person who signs out', async () => {
    const { page } = walk;
    await opens('会商');
    await sheet().getByLabel('统一口径').fill('快报事实');
    await page.keyboard.press('Escape');
    await gone();
    await page.evaluate(`localStorage.setItem('huiying.other', 'kept')`);
    expect(await page.evaluate(UNSENT)).toBe(1);
    await page.getByRole('button', { name: '退出', exact: true }).click();
    await page.getByLabel('用户名').waitFor();
    expect(await page.evaluate(UNSENT)).toBe(0);
  });

  it('ran without an error or a breach of the content security policy', () => {
    expect(walk.said).toEqual([]);
  });
});

const ELEMENTS = { facts: true, measures: true, results: false };
const UNSENT = `Object.keys(localStorage).filter((key) => key.startsWith('huiying.unsent')).length`;
