import { Walk, walked } from './walk.js';

/** An administrator holds the personal data of a case, finds it among the held, and reads what is purged by which rule. */
walked('personal data in a browser', (executable) => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await Walk.begin(executable, []);
    await walk.goTo('/incidents/new');
    await walk.page.getByLabel('事件标题').fill('书店火灾');
    await walk.page.getByText('重大', { exact: true }).click();
    await walk.page.getByRole('button', { name: '立案' }).click();
    await walk.page.getByRole('heading', { name: '书店火灾' }).waitFor();
  });
  afterAll(() => walk?.end());

  it('are held on the page of the case, with a reason', async () => {
    const { page } = walk;
    const card = page.getByRole('region', { name: '个人信息' });
    await card.getByText('未保全').waitFor();
    await card.getByRole('button', { name: '保全', exact: true }).click();
    const sheet = page.getByRole('dialog', { name: '保全' });
    await sheet.getByRole('button', { name: '保全', exact: true }).click();
    await sheet.getByText('请写明理由').waitFor();
    expect(await walk.faults()).toEqual([]);
    expect(await walk.narrowWidth()).toBe(320);
    await sheet.getByLabel('理由').fill('诉讼需要，保留至结案');
    await sheet.getByRole('button', { name: '保全', exact: true }).click();
    await card.getByText('诉讼需要，保留至结案').waitFor();
    expect(await walk.faults()).toEqual([]);
    expect(await walk.narrowWidth()).toBe(320);
  });

  it('are listed with who holds them and why, narrowed in the address', async () => {
    const { page } = walk;
    await page.getByRole('region', { name: '个人信息' }).getByRole('link', { name: '清除情况' }).click();
    await page.waitForURL(/\/personal-data\?show=held/);
    const list = page.getByRole('list', { name: '已保全' });
    await list.getByText('诉讼需要，保留至结案').waitFor();
    await page.getByText('办结或排除满 90 天').waitFor();
    expect(await walk.faults()).toEqual([]);
    expect(await walk.narrowWidth()).toBe(320);
    await page.getByLabel('标题或编号').fill('影院');
    await page.keyboard.press('Enter');
    await page.waitForURL(/q=/);
    await page.getByText('没有符合的事件').waitFor();
    await walk.goTo(`/personal-data?show=held&q=${encodeURIComponent('书店')}`);
    await list.getByRole('link', { name: '书店火灾' }).waitFor();
  });

  it('are told to be purged by no run yet, from the page of people', async () => {
    const { page } = walk;
    await walk.goTo('/people');
    await page.getByRole('link', { name: '个人信息清除' }).click();
    await page.getByText('没有到期的事件').waitFor();
    await page.getByRole('link', { name: '历次清除' }).click();
    await page.waitForURL(/show=runs/);
    await page.locator('.purge-run, .empty-title').first().waitFor();
    expect(await walk.faults()).toEqual([]);
    expect(await walk.narrowWidth()).toBe(320);
  });

  it('are released again', async () => {
    const { page } = walk;
    await walk.goTo('/personal-data?show=held');
    await page.getByRole('link', { name: '书店火灾' }).click();
    const card = page.getByRole('region', { name: '个人信息' });
    await card.getByRole('button', { name: '解除保全' }).click();
    const sheet = page.getByRole('dialog', { name: '解除保全' });
    await sheet.getByLabel('理由').fill('已结案');
    await sheet.getByRole('button', { name: '解除保全' }).click();
    await card.getByText('未保全').waitFor();
  });

  it('ran without an error or a breach of the content security policy', () => {
    expect(walk.said).toEqual([]);
  });
});
