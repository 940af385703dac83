import { readFileSync } from 'node:fs';
import { Walk, walked } from './walk.js';

/** Somebody looks up what there has been, keeps a view under a name, and takes the list away. */
walked('the register in a browser', (executable) => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await Walk.begin(executable, []);
    await opens('书店火灾', '重大');
    await opens('影院坍塌', '特别重大');
  });
  afterAll(() => walk?.end());

  async function opens(title: string, level: string): Promise<void> {
    const { page } = walk;
    await walk.goTo('/incidents/new');
    await page.getByLabel('事件标题').fill(title);
    await page.getByText(level, { exact: true }).click();
    await page.getByRole('button', { name: '立案' }).click();
    await page.getByRole('heading', { name: title }).waitFor();
  }
  const rows = () => walk.page.locator('.register tbody tr');

  it('lists every case, the newest first', async () => {
    const { page } = walk;
    await walk.navigate('事件台账');
    await page.getByText('共 2 件').waitFor();
    expect(await page.locator('.register .row-title a').allTextContents()).toEqual(['影院坍塌', '书店火灾']);
    expect(await walk.faults()).toEqual([]);
    expect(await walk.narrowWidth()).toBe(320);
  });

  it('is narrowed in the address, and a view is kept under a name', async () => {
    const { page } = walk;
    await page.getByLabel('等级', { exact: true }).click();
    await page.locator('.ant-select-item-option').filter({ hasText: '特别重大' }).click();
    await page.waitForURL(/level=I/);
    await page.getByText('共 1 件').waitFor();
    await page.getByRole('button', { name: '存为常用视图' }).click();
    await page.getByLabel('名称').fill('特别重大的');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: '特别重大的' }).waitFor();
    expect(await walk.faults()).toEqual([]);
    expect(await walk.narrowWidth()).toBe(320);
    await page.getByRole('button', { name: '清除筛选' }).click();
    await rows().nth(1).waitFor();
    await page.getByRole('link', { name: '特别重大的' }).click();
    await page.waitForURL(/level=I/);
    await rows().nth(1).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '删除常用视图“特别重大的”' }).click();
    await page.getByRole('link', { name: '特别重大的' }).waitFor({ state: 'detached' });
  });

  it('finds nothing without leaving one alone with it', async () => {
    const { page } = walk;
    await page.getByLabel('标题或编号').fill('没有的');
    await page.keyboard.press('Enter');
    await page.getByText('没有符合条件的事件').waitFor();
    expect(await walk.faults()).toEqual([]);
    await page.getByRole('button', { name: '清除筛选' }).click();
    await rows().nth(1).waitFor();
  });

  it('is taken away as a file', async () => {
    const { page } = walk;
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出 CSV' }).click(),
    ]);
    const text = readFileSync(await file.path(), 'utf8');
    expect(text).toContain('影院坍塌,特别重大');
    await page.getByText('导出已记入审计链').waitFor();
    expect(walk.said).toEqual([]);
  });
});
