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
    await walk.page.getByRole('region', { name: '操作' }).getByRole('button', { name: '转办', exact: true }).click();
    await sheet().getByText('转办之前先登记').waitFor();
    await walk.page.goBack();
    await sheet().waitFor({ state: 'detached' });
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
    await sheet().getByRole('button', { name: '情况通报（权威发布）' }).click();
    // Nobody has confirmed the case: what a report says is no fact yet.
    expect(await sheet().getByLabel('正文').inputValue()).toContain('【待补：伤亡】');
    expect(await sheet().getByLabel('正文').inputValue()).not.toContain('12人');
    await sheet()
      .getByText(/还有 \d+ 处【待补】/)
      .waitFor();
    await isClean();
    await sheet().getByLabel('正文').fill(TEXT);
    await sheet()
      .getByText(/还有 \d+ 处【待补】/)
      .waitFor({ state: 'detached' });
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

  it('ticks what the conference needs, and who did it stays', async () => {
    const list = walk.page.getByRole('region', { name: '发布会清单' });
    await list.getByText('0 / 12 项已办').waitFor();
    await list.getByLabel('落实会场、供电、网络、直播').click();
    await list.getByText('1 / 12 项已办').waitFor();
    await list.getByText('管理员 已办').waitFor();
    await isClean();
  });

  it('records a conference that has begun: the other clock is met, too', async () => {
    const { page } = walk;
    await page.getByRole('region', { name: '操作' }).getByRole('button', { name: '登记发布会' }).click();
    await sheet().getByLabel('地点').fill('新闻发布厅');
    await sheet().getByRole('group', { name: '主持人' }).getByLabel('姓名').fill('李明');
    await sheet().getByRole('group', { name: '发布人 1' }).getByLabel('姓名').fill('王芳');
    await sheet()
      .locator('input[type=file]')
      .setInputFiles([
        { name: '文字实录.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') },
        { name: '照片.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<html>') },
        { name: '误选.txt', mimeType: 'text/plain', buffer: Buffer.from('误选') },
      ]);
    await sheet().getByRole('button', { name: '删去：误选.txt' }).click();
    await isClean();
    await keeps(null);
    await page.locator('.clock-panel').filter({ hasText: '发布会' }).getByText('达标').first().waitFor();
    await page.getByText('记录已保存，但附件「照片.jpg」未能上传').waitFor();
    await work().locator('.record').filter({ hasText: '新闻发布会' }).locator('summary').click();
    await work().getByRole('link', { name: '文字实录.pdf' }).waitFor();
    expect(await work().getByRole('link', { name: '误选.txt' }).count()).toBe(0);
  });

  it('corrects a record: the old one is struck, and stays', async () => {
    const consultation = work().locator('.record').filter({ hasText: '会商记录' });
    await consultation.locator('summary').click();
    await consultation.getByRole('button', { name: '更正' }).click();
    await sheet().getByLabel('不同意见').fill('无');
    await sheet().getByLabel('理由').fill('补记');
    await keeps(null);
    await work().getByText('已更正的记录（1）').click();
    await isClean();
  });

  it('takes a file, offers it as a download, and says what it refuses', async () => {
    const field = work().locator('.attachments input[type=file]').last();
    const buffer = Buffer.from('%PDF-1.7');
    await field.setInputFiles({ name: '页面.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<html>') });
    await work().getByRole('alert').getByText('以文件内容为准').waitFor();
    await field.setInputFiles({ name: '情况说明.pdf', mimeType: 'application/pdf', buffer });
    const download = walk.page.waitForEvent('download');
    await work().getByRole('link', { name: '情况说明.pdf' }).click();
    expect((await download).suggestedFilename()).toBe('情况说明.pdf');
    await isClean();
  });

  it('withdraws a release: the clock runs again, and the page says what stood', async () => {
    const { page } = walk;
    await page.locator('.proofs').getByRole('button', { name: '撤回' }).first().click();
    await sheet().getByLabel('理由').fill('误登,未发布');
    await isClean();
    await sheet().getByRole('button', { name: '撤回' }).click();
    const replaced = page.getByRole('region', { name: '已更正、撤回的登记' });
    await replaced.getByText('误登,未发布').waitFor();
    await page.locator('.clock-panel').getByText('更正前').first().waitFor();
    await isClean();
  });

  it('ran without an error or a breach of the content security policy', () => {
    expect(walk.said).toEqual([]);
  });
});
