import { itemsOf, Walk, walked } from './walk.js';

const CINEMA = '甲省临川市一影院发生火灾 已致12人遇难';
const ITEMS = itemsOf([{ source: 'a', title: CINEMA, text: '今天，甲省临川市一影院发生火灾，目前已造成12人遇难。' }]);
const TEXT = '一、事实真相\n火灾已扑灭，12人遇难。\n二、政策措施\n已启动应急预案。';

/** From the flag to the release, as one person at the desk of a small office does it. */
walked('the work on a case in a browser', (executable) => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await Walk.begin(executable, ITEMS);
  });
  afterAll(() => walk?.end());

  const work = () => walk.page.getByRole('region', { name: '办理' });
  const present = () => walk.page.getByRole('region', { name: '阶段' }).locator('[aria-current=step]');
  const sheet = () => walk.page.getByRole('dialog');
  const opens = (step: string) =>
    work().getByRole('group', { name: '现在可以' }).getByRole('button', { name: step, exact: true }).click();

  async function keeps(stage: string | null): Promise<void> {
    await sheet().getByRole('button', { name: '登记', exact: true }).click();
    await sheet().waitFor({ state: 'detached' });
    if (stage !== null) await present().getByText(stage).first().waitFor();
  }

  async function isClean(): Promise<void> {
    expect(await walk.faults()).toEqual([]);
    expect(await walk.narrowWidth()).toBe(320);
  }

  it('says what the first steps lack, and takes a consultation', async () => {
    await walk.page.locator('.incidents tbody tr').filter({ hasText: '临川' }).getByRole('link').first().click();
    await work().getByText('特别重大、重大事件须先有会商记录').first().waitFor();
    await isClean();
    await opens('会商');
    await sheet().getByLabel('统一口径').fill('快报事实，慎报原因');
    await sheet().getByLabel('会商时间').fill('2099-01-01T00:00');
    await isClean();
    await sheet().getByRole('button', { name: '登记', exact: true }).click();
    await sheet().getByText('不能登记').first().waitFor();
    await sheet()
      .getByLabel('会商时间')
      .fill(new Date(Date.now() + 7.5 * 3_600_000).toISOString().slice(0, 16));
    await keeps('会商');
  });

  it('assesses and assigns: the order gets its number', async () => {
    await opens('研判');
    await sheet().getByLabel('事件性质').fill('安全事故');
    await walk.choose('分类处置', '', '调查处置');
    await walk.page.locator('.ant-select-item-option').first().waitFor({ state: 'hidden' });
    await isClean();
    await keeps('研判');
    await opens('转办');
    await sheet().getByLabel('要求', { exact: true }).fill('两小时内成稿');
    await isClean();
    await keeps('转办');
    await work()
      .getByText(/转办〔\d{4}〕1号/)
      .waitFor();
  });

  it('writes, and is told of a newer text without losing its own', async () => {
    const { page } = walk;
    await opens('拟稿');
    await sheet().getByLabel('正文').fill(TEXT);
    await isClean();
    await keeps('拟稿');
    await opens('拟稿');
    await sheet().getByLabel('正文').fill(`${TEXT}\n甲的一句。`);
    const id = new URL(page.url()).pathname.split('/').at(-1);
    const other = {
      base: 1,
      kind: 'situation',
      title: '通报',
      text: `${TEXT}\n乙的一句。`,
      elements: { facts: true, measures: true, results: false },
    };
    await page.evaluate(
      `fetch('/api/v1/incidents/${id}/records/draft', { method: 'POST', headers: { 'content-type': 'application/json' }, body: ${JSON.stringify(JSON.stringify({ body: other }))} })`,
    );
    await sheet()
      .getByText(/已有第 2 稿/)
      .first()
      .waitFor();
    await sheet().getByText('乙的一句。').first().waitFor();
    expect(await sheet().getByLabel('正文').inputValue()).toContain('甲的一句。');
    await isClean();
    await sheet()
      .getByRole('button', { name: /已对照/ })
      .click();
    await keeps('拟稿');
    await work().getByText('第 3 稿').waitFor();
  });

  it('reviews, signs off and records the release: the clock is met', async () => {
    const { page } = walk;
    await opens('保密审查');
    await sheet().getByText('甲的一句。').first().waitFor();
    await isClean();
    await keeps('审核');
    await opens('会签');
    await keeps(null);
    await opens('签发');
    await keeps('已签发');
    await opens('登记发布');
    await sheet().getByLabel('链接').fill('https://office.example/1');
    await isClean();
    await keeps('已发布');
    await page.locator('.clock-panel').filter({ hasText: '达标' }).first().waitFor();
    await work().getByText('还有时限未了').first().waitFor();
    expect(await work().getByRole('region', { name: '手续待补' }).count()).toBe(0);
    await isClean();
  });

  it('corrects a record: the old one is struck, and stays', async () => {
    await work().locator('.record').filter({ hasText: '会商记录' }).locator('summary').click();
    await work().getByRole('button', { name: '更正' }).click();
    await sheet().getByLabel('不同意见').fill('无');
    await sheet().getByLabel('理由').fill('补记');
    await keeps(null);
    await work().getByText('已更正的记录（1）').click();
    await isClean();
  });

  it('ran without an error or a breach of the content security policy', () => {
    expect(walk.said).toEqual([]);
  });
});
