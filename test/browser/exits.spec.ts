import { itemsOf, Walk, walked } from './walk.js';

const CINEMA = '甲省临川市一影院发生火灾 已致12人遇难';
const ITEMS = itemsOf([{ source: 'a', title: CINEMA, text: '今天，甲省临川市一影院发生火灾，目前已造成12人遇难。' }]);

/** A matter that is another authority's, as one person of a small office hands it over and takes it up again. */
walked('the exits of a case in a browser', (executable) => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await Walk.begin(executable, ITEMS);
  });
  afterAll(() => walk?.end());

  const sheet = () => walk.page.getByRole('dialog');
  const pressed = (name: string) => sheet().getByRole('button', { name, exact: true }).click();

  async function isClean(): Promise<void> {
    expect(await walk.faults()).toEqual([]);
    expect(await walk.narrowWidth()).toBe(320);
  }

  it('says which clocks end and what goes on before it is done', async () => {
    const { page } = walk;
    await page.locator('.incidents tbody tr').filter({ hasText: '临川' }).getByRole('link').first().click();
    await page.getByRole('button', { name: '退出办理', exact: true }).click();
    await pressed('退出办理');
    await sheet().getByText('必填').first().waitFor();
    await sheet()
      .getByRole('radio', { name: /只监测/ })
      .check();
    await sheet().getByText('报道继续归入本事件').waitFor();
    expect(await sheet().getByLabel('单位', { exact: true }).count()).toBe(0);
    await sheet().getByRole('radio', { name: /移送/ }).check();
    await sheet()
      .getByText(/终止：5小时.*24小时/)
      .waitFor();
    await isClean();
  });

  it('hands it over: the page says to whom, under which number and why', async () => {
    const { page } = walk;
    await sheet().getByRole('radio', { name: '公安' }).check();
    await sheet().getByLabel('单位', { exact: true }).fill('临川市公安局');
    await sheet().getByLabel('文号').fill('移〔2026〕3号');
    await sheet().getByLabel('理由').fill('属治安案件');
    await pressed('退出办理');
    await sheet().waitFor({ state: 'detached' });
    const left = page.locator('.case-dismissed');
    await left.getByText(/已退出办理：移送 公安机关 临川市公安局 移〔2026〕3号/).waitFor();
    await left.getByText(/属治安案件/).waitFor();
    await page.locator('.case-head .status').getByText('已移送').waitFor();
    await page.getByRole('region', { name: '阶段' }).getByText('已退出办理：已移送').waitFor();
    await isClean();
  });

  it('takes it up again: the clocks run on', async () => {
    const { page } = walk;
    await page.getByRole('group', { name: '现在可以' }).getByRole('button', { name: '重新受理' }).click();
    await sheet().getByLabel('理由').fill('对方退回');
    await isClean();
    await pressed('重新受理');
    await sheet().waitFor({ state: 'detached' });
    await page.locator('.case-dismissed').waitFor({ state: 'detached' });
    await page.locator('.clock-panel').getByText(/剩/).first().waitFor();
  });

  it('ran without an error or a breach of the content security policy', () => {
    expect(walk.said).toEqual([]);
  });
});
