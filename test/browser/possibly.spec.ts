import { itemsOf, Walk, walked } from './walk.js';

const FIREWORKS = '湖南一烟花厂爆炸致12人死亡';
const CHEMICALS = '湖南永州一化工厂爆炸致35人死亡';
const MINE = '江西一烟花厂爆炸致12人死亡';
const SAME = '江西九江一化工厂爆炸致13人死亡';
const ITEMS = itemsOf([
  { source: 'a', title: FIREWORKS, text: '今天，湖南一烟花厂发生爆炸，造成12人死亡。' },
  { source: 'b', title: MINE, text: '今天，江西一烟花厂发生爆炸，造成12人死亡。' },
  { source: 'a', title: CHEMICALS, text: '今天，湖南永州一化工厂发生爆炸，造成35人死亡。' },
  { source: 'b', title: SAME, text: '今天，江西九江一化工厂发生爆炸，造成13人死亡。' },
]);

/** A doubtful match stands beneath the case with one pair of clocks until a person says whether it is the same. */
walked('a story that is possibly the same, in a browser', (executable) => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await Walk.atTheDoor(executable, ITEMS);
    await walk.signIn();
    walk.publish(2);
    await row(FIREWORKS).waitFor();
    await row(MINE).waitFor();
    walk.publish();
  });
  afterAll(() => walk?.end());

  const row = (title: string) => walk.page.locator('.incidents tbody tr').filter({ hasText: title });
  const openCase = (title: string) => row(title).getByRole('link', { name: title, exact: true }).click();
  const doubt = () => walk.page.getByRole('region', { name: /可能是同一事件/ });

  it('asks beneath the case, and is reached on a phone and by the ear', async () => {
    await openCase(FIREWORKS);
    await doubt().getByRole('link', { name: CHEMICALS }).waitFor();
    expect(await walk.page.getByRole('region', { name: '5小时发布权威信息' }).count()).toBe(1);
    expect(await walk.faults()).toEqual([]);
    expect(await walk.narrowWidth()).toBe(320);
  });

  it('makes a case of its own of what is another event', async () => {
    const { page } = walk;
    await doubt()
      .getByRole('button', { name: `不是，拆出：${CHEMICALS}` })
      .click();
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('理由').fill('地点不同');
    expect(await walk.faults()).toEqual([]);
    await sheet.getByRole('button', { name: '不是，拆出' }).click();
    await doubt().waitFor({ state: 'detached' });
    await page.getByRole('link', { name: '值班台' }).first().click();
    await row(CHEMICALS).getByText('特别重大', { exact: true }).waitFor();
  });

  it('takes what is the same into the case, with the figure that it brings', async () => {
    const { page } = walk;
    await openCase(MINE);
    await doubt()
      .getByRole('button', { name: `是同一事件：${SAME}`, exact: true })
      .click();
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('理由').fill('核实为同一事件');
    await sheet.getByRole('button', { name: '是同一事件' }).click();
    await doubt().waitFor({ state: 'detached' });
    await page.locator('.articles').getByText(SAME).first().waitFor();
    await page.getByRole('link', { name: '值班台' }).first().click();
    await row(CHEMICALS).waitFor();
    expect(await walk.page.locator('.incidents tbody tr').count()).toBe(3);
  });

  it('ran without an error or a breach of the content security policy', () => {
    expect(walk.said).toEqual([]);
  });
});
