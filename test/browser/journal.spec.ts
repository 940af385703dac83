import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Walk, walked } from './walk.js';

/** An administrator looks things up in the journal, has it verified, and takes rows and anchors away. */
walked('the journal in a browser', (executable) => {
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

  it('tells what happened, the newest first, and where the chain stands', async () => {
    const { page } = walk;
    await walk.navigate('审计链');
    await page.getByRole('heading', { name: '审计链' }).waitFor();
    await page.getByText(/^第 \d+ 行/).waitFor();
    await page
      .getByText(/立案.*特别重大|立案.*重大/)
      .first()
      .waitFor();
    expect(await walk.faults()).toEqual([]);
    expect(await walk.narrowWidth()).toBe(320);
  });

  it('opens a row to the text and the hash that anyone can recompute', async () => {
    const { page } = walk;
    const row = page.locator('.chain-row').filter({ has: page.getByText('incident.opened', { exact: true }) });
    await row.getByRole('button', { name: '原文与哈希' }).click();
    const [body, previous, hash] = await row.locator('dd code').allTextContents();
    expect(createHash('sha256').update(`${previous}\n${body}`).digest('hex')).toBe(hash);
    expect(await walk.faults()).toEqual([]);
    expect(await walk.narrowWidth()).toBe(320);
  });

  it('is narrowed in the address, which can be opened again', async () => {
    const { page } = walk;
    await page.getByLabel('种类').click();
    await page.keyboard.type('incident.opened');
    await page.keyboard.press('Enter');
    await page.waitForURL(/kind=incident\.opened/);
    await page.locator('.chain-row').nth(1).waitFor({ state: 'detached' });
    expect(await page.locator('.chain-row').count()).toBe(1);
    await walk.goTo('/journal?kind=incident.merged');
    await page.getByText('没有符合条件的记录').waitFor();
    expect(await walk.faults()).toEqual([]);
    await page.getByRole('button', { name: '清除筛选' }).click();
    await page.waitForURL(/\/journal$/);
  });

  it('verifies the whole chain now, and tells the result', async () => {
    const { page } = walk;
    await page.getByRole('button', { name: '校验全链' }).click();
    await page.getByText(/第 1 至 \d+ 行完整无误/).waitFor();
    expect(await walk.faults()).toEqual([]);
  });

  it('gives the filtered rows as a file, and has that on record', async () => {
    const { page } = walk;
    await walk.goTo('/journal?kind=incident');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出 CSV' }).click(),
    ]);
    const bytes = readFileSync(await file.path());
    expect(bytes.toString('utf8')).toContain('incident.opened');
    await walk.goTo('/journal?kind=export.made');
    await page.getByRole('button', { name: '原文与哈希' }).click();
    await page.getByText(createHash('sha256').update(bytes).digest('hex')).waitFor();
  });

  it('lists the daily anchors and hands one out', async () => {
    const { page } = walk;
    await page.getByRole('navigation', { name: '分栏' }).getByRole('link', { name: '每日存证' }).click();
    await page.getByText('已写入').waitFor();
    expect(await walk.faults()).toEqual([]);
    expect(await walk.narrowWidth()).toBe(320);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /^下载/ }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^huiying-journal-\d{4}-\d\d-\d\d\.json$/);
    const digest = createHash('sha256')
      .update(readFileSync(await file.path()))
      .digest('hex');
    await page.getByText(digest).waitFor();
  });

  it('ran without an error or a breach of the content security policy', () => {
    expect(walk.said).toEqual([]);
  });
});
