import { Walk, walked } from './walk.js';

const TITLE = '放映厅票务办法';

/** Who drafted what, as the office registers it. */
walked('policy documents in a browser', (executable) => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await Walk.begin(executable, []);
  });
  afterAll(() => walk?.end());

  it('finds a document by its number, in any brackets', async () => {
    const { page } = walk;
    await page.getByRole('link', { name: '政策文件' }).click();
    await page.getByText(/^\d+ 份文件/).waitFor();
    expect(await walk.faults()).toEqual([]);
    expect(await walk.narrowWidth()).toBe(320);
    await page.getByLabel('查找标题、文号、司局').fill('(2016)61号');
    await page.getByText(/1 \/ \d+ 份文件/).waitFor();
  });

  it('registers one, with the bureau chosen by the keyboard', async () => {
    const { page } = walk;
    await page.getByRole('button', { name: '登记文件' }).click();
    const sheet = page.getByRole('dialog', { name: '登记文件' });
    await sheet.getByLabel('标题（书名号内）').fill(`《${TITLE}》`);
    await sheet.getByLabel('文号').fill('新影发〔2026〕7号');
    await walk.choose('起草司局', '电影局', '电影局');
    await sheet.getByLabel('依据').fill('本单位');
    expect(await walk.faults()).toEqual([]);
    await sheet.getByRole('button', { name: '登记', exact: true }).click();
    await sheet.waitFor({ state: 'hidden' });
    await page.getByLabel('查找标题、文号、司局').fill('票务');
    await page.getByRole('rowheader', { name: TITLE }).waitFor();
  });

  it('ends it at a day, and lets it begin no later than that', async () => {
    const { page } = walk;
    await page.getByRole('button', { name: `终止：${TITLE}` }).click();
    await page.getByRole('dialog', { name: '终止登记' }).getByLabel('最后一日').fill('2026-01-31');
    await page.keyboard.press('Enter');
    await page.getByText('已终止').waitFor();
    await page.getByRole('button', { name: `修改：${TITLE}` }).click();
    const edit = page.getByRole('dialog', { name: '修改' });
    await edit.getByLabel('自何日起').fill('2026-06-01');
    await edit.getByRole('button', { name: '保存' }).click();
    await page.getByText('终止日早于起始日').waitFor();
    await page.keyboard.press('Escape');
    await edit.waitFor({ state: 'hidden' });
  });

  it('ran without an error or a breach of the content security policy', () => {
    expect(walk.said).toEqual([]);
  });
});
