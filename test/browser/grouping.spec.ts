import { itemsOf, Walk, walked } from './walk.js';

const CINEMA = '甲省临川市一影院发生火灾 已致12人遇难';
const PRINTER = '乙省江北市一印刷厂爆炸致11人死亡';
const DOUBT = '网友质疑电视剧《长河谣》抄袭网络小说';
const ITEMS = itemsOf([
  { source: 'a', title: CINEMA, text: '今天，甲省临川市一影院发生火灾，目前已造成12人遇难。' },
  { source: 'b', title: `${CINEMA} 伤者已送医`, text: '甲省临川市一影院发生火灾，已造成12人遇难，伤者已送医。' },
  { source: 'c', title: PRINTER, text: '今天，乙省江北市一印刷厂发生爆炸，造成11人死亡。' },
  { source: 'a', title: DOUBT, text: '网友质疑电视剧《长河谣》抄袭网络小说，出品方至今未回应。' },
  { source: 'b', title: `${DOUBT} 原作者发声`, text: '网友质疑电视剧《长河谣》抄袭网络小说，原作者发声。' },
]);

/** What belongs together is for people to say. */
walked('grouping in a browser', (executable) => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await Walk.begin(executable, ITEMS);
  });
  afterAll(() => walk?.end());

  const row = (title: string) => walk.page.locator('.incidents tbody tr').filter({ hasText: title });

  const inList = (title: string) => walk.page.locator('.story-list li').filter({ hasText: title });

  it('asks which two cases are one, and says before it is done what will become of both', async () => {
    const { page } = walk;
    await row('江北').waitFor();
    await row('2 篇报道').getByRole('link').first().click();
    await page.getByRole('button', { name: '合并事件' }).click();
    await walk.choose('与哪个事件合并', '江北', PRINTER);
    const outcome = page.locator('.merge-outcome');
    await outcome.getByText(/继续办理，时限从两者中较早的起点计/).waitFor();
    await outcome.getByText(/它的时限终止/).waitFor();
    expect(await walk.faults()).toEqual([]);
    expect(await walk.narrowWidth()).toBe(320);
  });

  it('keeps the number that was chosen, and takes the other case off the board', async () => {
    const { page } = walk;
    const sheet = page.getByRole('dialog');
    await sheet.getByRole('radio', { name: /临川/ }).check();
    await sheet.getByLabel('理由').fill('核实为同一事件');
    await sheet.getByRole('button', { name: '合并', exact: true }).click();
    await page.getByText(/将 YQ-\d+-\d+ 并入本事件/).waitFor();
    await page.getByRole('link', { name: '值班台' }).first().click();
    await row('江北').waitFor({ state: 'detached' });
    expect(await page.locator('.incidents tbody tr').count()).toBe(1);
  });

  it('leads from the case that was merged to the one that goes on, and offers nothing to do', async () => {
    const { page } = walk;
    const gone = await page.evaluate<string>(
      `fetch('/api/v1/incidents?status=all').then((answer) => answer.json()).then(({ items }) => items.find((one) => one.status === 'dismissed').id)`,
    );
    await page.goto(`${walk.address}/incidents/${gone}`);
    await page.locator('.status').getByText('已并案').waitFor();
    await page.getByText('此刻没有您可以登记的事项').waitFor();
    expect(await page.getByRole('button', { name: '登记发布' }).count()).toBe(0);
    expect(await walk.faults()).toEqual([]);
    expect(await walk.narrowWidth()).toBe(320);
    await page.locator('.case-dismissed').getByRole('link', { name: /^YQ-/ }).click();
    await page.getByRole('heading', { level: 1 }).getByText('临川').waitFor();
  });

  it('splits a report off its story by the keyboard: each part bears its own title', async () => {
    const { page } = walk;
    await page.getByRole('link', { name: '研判台' }).click();
    await inList(DOUBT).filter({ hasText: '2 篇' }).getByRole('link').click();
    await page.getByRole('checkbox', { name: /^选中：.*原作者发声/ }).focus();
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: '拆出选中的 1 篇' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('理由').fill('说的是另一件事');
    expect(await walk.faults()).toEqual([]);
    await sheet.getByRole('button', { name: '确定' }).click();
    for (const title of [DOUBT, `${DOUBT} 原作者发声`]) {
      await page.locator('.story-list a').getByText(title, { exact: true }).waitFor();
    }
    await page.locator('.story-list li').nth(2).waitFor({ state: 'detached' });
    expect(await walk.narrowWidth()).toBe(320);
  });

  it('joins a story into another one', async () => {
    const { page } = walk;
    await inList('原作者发声').getByRole('link').click();
    await page.getByRole('heading', { name: '原作者发声', level: 2 }).waitFor();
    await page.getByRole('button', { name: '并入另一组' }).click();
    await walk.choose('并入', '长河谣', DOUBT);
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('理由').fill('核实为同一件事');
    await sheet.getByRole('button', { name: '并入另一组' }).click();
    await inList('原作者发声').waitFor({ state: 'detached' });
    await inList(DOUBT).filter({ hasText: '2 篇' }).waitFor();
  });

  it('ran without an error or a breach of the content security policy', () => {
    expect(walk.said).toEqual([]);
  });
});
