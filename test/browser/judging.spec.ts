import { itemsOf, Walk, walked } from './walk.js';

const FIRE = '甲省乙市一影院发生火灾 已致12人遇难';
const DOUBT = '网友质疑某电视剧抄袭 出品方未回应';
const FEES = '多名网友反映某短剧平台自动续费难取消';
const ITEMS = itemsOf([
  { source: 'a', title: FIRE, text: '今天，甲省乙市一影院发生火灾，目前已造成12人遇难，4人受伤。' },
  { source: 'b', title: DOUBT, text: '网友质疑某电视剧抄袭网络小说，出品方至今未回应。' },
  { source: 'b', title: FEES, text: '多名网友反映，某短剧平台会员自动续费难以取消。' },
]);

/** Why something was judged as it was, and what a person makes of the rest. */
walked('judging in a browser', (executable) => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await Walk.begin(executable, ITEMS);
  });
  afterAll(() => walk?.end());

  const inList = (title: string) => walk.page.locator('.story-list').getByRole('link', { name: title });
  const opened = (title = '') => walk.page.getByRole('heading', { name: title, level: 2 }).waitFor();

  it('says on the page of the case, when asked, which words make its level by which line of which law', async () => {
    const { page } = walk;
    await page.locator('.incidents').getByRole('link', { name: FIRE, exact: true }).click();
    await page.locator('.case-why summary').click();
    const sentence = page.locator('.therefore').first();
    await sentence.getByText('重大', { exact: true }).waitFor();
    expect(await sentence.textContent()).toMatch(/“12人遇难”.*重大.*493号/);
    expect(await walk.faults()).toEqual([]);
  });

  it('labels each word in the text, and leads from it to its reason by the keyboard', async () => {
    const { page } = walk;
    const mark = page.locator('.marked-title a').filter({ hasText: '12人遇难' });
    expect(await mark.locator('rt').textContent()).toBe('死亡');
    await mark.focus();
    await page.keyboard.press('Enter');
    await page.locator('.reason:target').getByText('12 人').waitFor();
  });

  it('tells what would change it before the text, and keeps what decided nothing folded', async () => {
    const { page } = walk;
    await page.getByText(/死亡再增18人\(达30人\)即为特别重大/).waitFor();
    const [change, text] = await Promise.all(
      [page.getByRole('heading', { name: '怎样会改变' }), page.locator('.marked-title')].map((one) =>
        one.boundingBox(),
      ),
    );
    expect(change?.y).toBeLessThan(text?.y ?? 0);
    const alert = page.getByText('报警', { exact: true });
    expect(await alert.isVisible()).toBe(false);
    await page.getByText('展开：报不报警').click();
    await alert.waitFor();
    expect(await page.getByText('统计第二意见').count()).toBe(0);
    expect(await walk.faults()).toEqual([]);
    expect(await walk.narrowWidth()).toBe(320);
  });

  it('holds the stored judgement against one made now, on the page of the article', async () => {
    const { page } = walk;
    await walk.goTo('/archive');
    await page.getByRole('link', { name: FIRE }).first().click();
    await page.getByText('按同一版本重新推算，逐字节一致').waitFor();
    expect(await walk.faults()).toEqual([]);
    expect(await walk.narrowWidth()).toBe(320);
  });

  it('lists what a person has to decide, and moves through it by j and k', async () => {
    const { page } = walk;
    await page.getByRole('link', { name: '研判台' }).click();
    await inList(DOUBT).waitFor();
    await inList(FEES).waitFor();
    const titles = await page.locator('.story-list a').allTextContents();
    await inList(titles[0] ?? '').click();
    await opened(titles[0]);
    await page.keyboard.press('j');
    await opened(titles[1]);
    await page.keyboard.press('k');
    await opened(titles[0]);
    await page.locator('.preview .headline').getByText('属本机关职责').waitFor();
    expect(await walk.faults()).toEqual([]);
    expect(await walk.narrowWidth()).toBe(320);
  });

  it('lists the keys, rests while one types, and listens no more when they are switched off', async () => {
    const { page } = walk;
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog');
    await sheet.getByText('定为重大并立案').waitFor();
    expect(await walk.faults()).toEqual([]);
    await sheet.getByText('启用单键快捷键').click();
    await sheet.getByRole('button', { name: '关闭' }).click();
    await page.keyboard.press('s');
    await page.keyboard.press('?');
    expect(await sheet.count()).toBe(0);
    await page.getByRole('button', { name: '键盘快捷键' }).click();
    await sheet.getByText('启用单键快捷键').click();
    await sheet.getByRole('button', { name: '关闭' }).click();
    await page.keyboard.press('2');
    await sheet.getByRole('radio', { name: '重大', exact: true, checked: true }).waitFor();
    await page.keyboard.type('5m?');
    expect(await sheet.getByLabel('理由').inputValue()).toBe('5m?');
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
  });

  it('merges the stories that were marked into the one that is open, and splits them again', async () => {
    const { page } = walk;
    await inList(DOUBT).click();
    await opened(DOUBT);
    await page.keyboard.press('x');
    await inList(FEES).click();
    await opened(FEES);
    await page.keyboard.press('m');
    const sheet = page.getByRole('dialog');
    await sheet.getByRole('heading', { name: '把选中的 1 组并入本组' }).waitFor();
    await sheet.getByLabel('理由').fill('同一投诉人');
    await sheet.getByRole('button', { name: '并入另一组' }).click();
    await inList(DOUBT).waitFor({ state: 'detached' });
    await page.getByRole('checkbox', { name: `选中：${DOUBT}` }).check();
    await page.getByRole('button', { name: '拆出选中的 1 篇' }).click();
    await sheet.getByLabel('理由').fill('不是一回事');
    await sheet.getByRole('button', { name: '确定' }).click();
    await inList(DOUBT).waitFor();
  });

  it('sets a story aside with a reason, and keeps it out of the lane', async () => {
    const { page } = walk;
    await inList(DOUBT).click();
    await page.getByRole('heading', { name: DOUBT, level: 2 }).waitFor();
    await page.getByRole('button', { name: '不予回应或持续关注' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('理由').fill('出品方已在交涉，先关注');
    await sheet.getByRole('button', { name: '确定' }).click();
    await inList(DOUBT).waitFor({ state: 'detached' });
  });

  it('opens a case with 48 hours from a story that needs an answer', async () => {
    const { page } = walk;
    await inList(FEES).click();
    await page.getByRole('button', { name: '需回应' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('理由').fill('涉及公众切身利益');
    await sheet.getByRole('button', { name: '立案' }).click();
    await page.getByRole('region', { name: '48小时回应' }).waitFor();
  });

  it('ran without an error or a breach of the content security policy', () => {
    expect(walk.said).toEqual([]);
  });
});
