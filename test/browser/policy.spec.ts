import { Walk, walked } from './walk.js';

/** Anyone may read by which rules and numbers the product goes, and where they stand. */
walked('the policy in force in a browser', (executable) => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await Walk.begin(executable, []);
  });
  afterAll(() => walk?.end());

  it('shows every limit with its source and whether a document states it', async () => {
    const { page } = walk;
    await walk.navigate('政策文件');
    await page.getByRole('link', { name: '现行时限政策与出处' }).click();
    await page.getByRole('heading', { name: '时限政策' }).waitFor();
    const five = page.getByRole('row').filter({ hasText: '5 小时' });
    await five.getByText('文件明文').waitFor();
    expect(await five.textContent()).toContain('国办发〔2016〕80号');
    const followUp = page.getByRole('row').filter({ hasText: '持续发布权威信息' });
    await followUp.getByText('本单位自定').first().waitFor();
    const numbers = page.getByRole('region', { name: '其他数字' });
    await numbers.getByText('每 60 至 300 秒').waitFor();
    expect(await numbers.textContent()).not.toMatch(/[a-z]+(Hours|Days|Seconds|Minutes)/);
    expect(await walk.faults()).toEqual([]);
    expect(await walk.narrowWidth()).toBe(320);
  });

  it('opens a severity table line by line, and tells the versions', async () => {
    const { page } = walk;
    await page.locator('summary').filter({ hasText: '生产安全事故' }).first().click();
    await page.getByRole('group', { name: '生产安全事故' }).first().getByText('已核原文').first().waitFor();
    await page.getByText('首个存档版本').waitFor();
    expect(await walk.faults()).toEqual([]);
    expect(await walk.narrowWidth()).toBe(320);
  });

  it('ran without an error or a breach of the content security policy', () => {
    expect(walk.said).toEqual([]);
  });
});
