import type { Locator } from 'playwright-core';
import { Walk, walked } from './walk.js';

/** An administrator keeps the accounts, reads who signed in, and restricts a matter to the named. */
walked('people and rights in a browser', (executable) => {
  let walk: Walk;
  let password = '';
  beforeAll(async () => {
    walk = await Walk.begin(executable, []);
  });
  afterAll(() => walk?.end());

  it('has every way and every count in sight on the narrowest screen, none touching another', async () => {
    const { page } = walk;
    await page.setViewportSize({ width: 320, height: 700 });
    const boxes = async (of: Locator) => Promise.all((await of.all()).map((one) => one.boundingBox()));
    const navigation = page.getByRole('navigation', { name: '主导航' });
    await navigation.getByRole('button', { name: '更多' }).click();
    const ways = await boxes(navigation.getByRole('link'));
    expect(ways).toHaveLength(11);
    for (const box of ways) expect((box?.x ?? 321) + (box?.width ?? 0)).toBeLessThanOrEqual(320);
    const labels = await boxes(page.locator('.counter-label'));
    for (const [n, box] of labels.slice(1).entries()) {
      const before = labels[n];
      expect((box?.x ?? 0) - (before?.x ?? 0) - (before?.width ?? 0)).toBeGreaterThanOrEqual(8);
    }
    await page.keyboard.press('Escape');
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  it('makes an account and shows its one-time password this once', async () => {
    const { page } = walk;
    await walk.navigate('人员');
    await page.getByText('1 个账号').waitFor();
    await page.getByRole('button', { name: '新建账号' }).click();
    const sheet = page.getByRole('dialog', { name: '新建账号' });
    await sheet.getByLabel('用户名').fill('zhao');
    await sheet.getByLabel('姓名').fill('赵值班');
    await sheet.getByLabel('职务').fill('主任科员');
    await walk.choose('角色', '司局联络员', '司局联络员');
    await walk.choose('所属司局', '电影局', '电影局');
    expect(await walk.faults()).toEqual([]);
    await sheet.getByRole('button', { name: '新建', exact: true }).click();
    const told = page.getByRole('dialog', { name: '一次性密码只显示这一次' });
    password = (await told.getByRole('group', { name: '一次性密码' }).textContent()) ?? '';
    expect(password).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/);
    expect(await walk.faults()).toEqual([]);
    await told.getByRole('button', { name: '我已告知' }).click();
    await page.getByRole('rowheader', { name: '赵值班' }).waitFor();
    await page.getByLabel('姓名、用户名、职务').fill('主任科员');
    await page.keyboard.press('Enter');
    await page.getByText('1 个账号').waitFor();
    await page.getByLabel('姓名、用户名、职务').fill('');
    await page.keyboard.press('Enter');
    await page.getByText('2 个账号').waitFor();
    expect(await page.content()).not.toContain(password);
  });

  it('changes the role, disables and enables, on the narrowest screen too', async () => {
    const { page } = walk;
    const act = async (name: string) => {
      await page.getByRole('button', { name: '操作：赵值班' }).click();
      await page.getByRole('menuitem', { name, exact: true }).click();
    };
    await act('修改');
    await walk.choose('角色', '研判员', '研判员');
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
    const row = page.getByRole('row').filter({ hasText: '赵值班' });
    await row.getByText('研判员').waitFor();
    for (const [done, state] of [
      ['停用', '已停用'],
      ['恢复', '待改初始密码'],
    ] as const) {
      await act(done);
      await page.getByRole('dialog').getByRole('button', { name: done }).click();
      await row.getByText(state).waitFor();
    }
    expect(await walk.faults()).toEqual([]);
    expect(await walk.narrowWidth()).toBe(320);
  });

  it('reads who signed in, and what each role may do', async () => {
    const { page } = walk;
    const views = page.getByRole('navigation', { name: '分栏' });
    await views.getByRole('link', { name: '登录记录' }).click();
    await page.getByRole('rowheader', { name: '登录', exact: true }).first().waitFor();
    await page.getByRole('rowheader', { name: '新建账号' }).first().waitFor();
    expect(await walk.faults()).toEqual([]);
    expect(await walk.narrowWidth()).toBe(320);
    await views.getByRole('link', { name: '角色权限' }).click();
    const keeping = page.getByRole('row').filter({ hasText: '管理账号' });
    expect(await keeping.getByText('可以', { exact: true }).count()).toBe(1);
    expect(await walk.faults()).toEqual([]);
    expect(await walk.narrowWidth()).toBe(320);
  });

  it('restricts a matter to the named, and lifts it again', async () => {
    const { page } = walk;
    await walk.goTo('/incidents/new');
    await page.getByLabel('事件标题').fill('某影院内部纠纷');
    await page.getByText('重大', { exact: true }).click();
    await page.getByRole('button', { name: '立案' }).click();
    await page.getByRole('button', { name: '限知', exact: true }).click();
    const sheet = page.getByRole('dialog', { name: '限知' });
    await sheet.getByLabel('理由').fill('涉及个人隐私');
    expect(await walk.faults()).toEqual([]);
    await sheet.getByRole('button', { name: '确定' }).click();
    await page.getByText('限知：管理员').waitFor();
    expect(await walk.faults()).toEqual([]);
    await page.getByRole('button', { name: '解除限知' }).click();
    await page.getByRole('dialog').getByLabel('理由').fill('可以公开');
    await page.getByRole('dialog').getByRole('button', { name: '解除限知' }).click();
    await page.getByText('限知：管理员').waitFor({ state: 'detached' });
  });

  it('ran without an error or a breach of the content security policy', () => {
    expect(walk.said).toEqual([]);
  });
});
