import { Walk, walked } from './walk.js';

/** Who stands on duty, how the duty passes, and how people are reached. */
walked('the roster in a browser', (executable) => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await Walk.begin(executable, []);
  });
  afterAll(() => walk?.end());

  async function isSound(): Promise<void> {
    expect(await walk.faults()).toEqual([]);
    expect(await walk.narrowWidth()).toBe(320);
  }

  it('says on the board that nobody is on duty, and leads to the roster', async () => {
    const { page } = walk;
    await page.getByRole('link', { name: /值班\s*无人当班/ }).click();
    await page.getByRole('heading', { name: '值班表' }).waitFor();
    await page.getByRole('heading', { name: /未来七天 1 处无人值班/ }).waitFor();
    await page.getByRole('heading', { name: /个岗位通知不到位/ }).waitFor();
    await isSound();
  });

  it('plans a turn that runs at once; the board names who has it', async () => {
    const { page } = walk;
    await page.getByRole('button', { name: '排班' }).click();
    const sheet = page.getByRole('dialog', { name: '排班' });
    await walk.choose('人员', '', '管理员');
    const now = Date.now() + 8 * 3_600_000;
    const field = (ms: number) => new Date(ms).toISOString().slice(0, 16);
    await sheet.getByLabel(/^开始/).fill(field(now - 60_000));
    await sheet.getByLabel(/^结束/).fill(field(now + 8 * 3_600_000));
    expect(await walk.faults()).toEqual([]);
    await sheet.getByRole('button', { name: '保存' }).click();
    await sheet.waitFor({ state: 'hidden' });
    await page.locator('.turn-now').first().waitFor();
    await isSound();
    await walk.goTo('/');
    await page.getByRole('link', { name: /^值班 (?!无人)/ }).waitFor();
    await isSound();
  });

  it('hands the duty over with what is open', async () => {
    const { page } = walk;
    const send = (path: string, body: object) =>
      page.evaluate(
        `fetch('/api/v1${path}', { method: 'POST', headers: { 'content-type': 'application/json' }, body: ${JSON.stringify(JSON.stringify(body))} }).then(({ status }) => status)`,
      );
    expect(await send('/accounts', { username: 'wang', displayName: '王值班', role: 'duty_officer' })).toBe(201);
    expect(await send('/incidents', { title: '某影院起火', level: 'II', lead: 'SECURITY', text: '' })).toBe(201);
    await walk.goTo('/roster/hand-overs');
    await page.getByRole('button', { name: '交班' }).click();
    const sheet = page.getByRole('dialog', { name: '交班' });
    await walk.choose('接班人', '', '王值班');
    await sheet.getByLabel('交接说明').fill('重点盯影院起火');
    expect(await walk.faults()).toEqual([]);
    await sheet.getByRole('button', { name: '交班' }).click();
    await sheet.waitFor({ state: 'hidden' });
    const handed = page.getByRole('article', { name: /王值班/ });
    await handed.getByRole('link', { name: '某影院起火' }).waitFor();
    await handed.getByText(/未结事件 1 件/).waitFor();
    await isSound();
  });

  it('ends the turn with a reason', async () => {
    const { page } = walk;
    await walk.goTo('/roster');
    await page
      .getByRole('button', { name: /^撤销或结束班次/ })
      .first()
      .click();
    const sheet = page.getByRole('dialog', { name: '撤销班次' });
    await sheet.getByLabel('理由').fill('身体不适');
    await sheet.getByRole('button', { name: '确认' }).click();
    await sheet.waitFor({ state: 'hidden' });
    await page.getByText('已交班').first().waitFor();
  });

  it('shows hand-overs, and the ways to be reached; a link only fills the proof in', async () => {
    const { page } = walk;
    await page.getByRole('link', { name: '交接班' }).click();
    await page.getByText('等待接班').waitFor();
    await isSound();
    await page.getByRole('link', { name: '我的联系方式' }).click();
    await page.getByRole('button', { name: '添加' }).click();
    const sheet = page.getByRole('dialog', { name: '添加' });
    await sheet.getByLabel('地址').fill('admin@office.test');
    expect(await walk.faults()).toEqual([]);
    await sheet.getByRole('button', { name: '保存' }).click();
    await sheet.waitFor({ state: 'hidden' });
    await page.getByText('admin@office.test').first().waitFor();
    await isSound();
    await walk.goTo('/me/ways?proof=not-the-right-one');
    expect(await page.getByLabel('测试消息中的验证码').inputValue()).toBe('not-the-right-one');
    await page.getByRole('button', { name: '确认收到' }).click();
    await page
      .getByRole('alert')
      .getByText(/验证码不对/)
      .waitFor();
  });

  it('speaks English, and ran without an error or a breach of the content security policy', async () => {
    const { page } = walk;
    await walk.page.getByRole('button', { name: 'Switch to English' }).click();
    await page.getByRole('heading', { name: 'My ways to be reached' }).waitFor();
    expect(await walk.faults()).toEqual([]);
    expect(walk.said).toEqual([]);
  });
});
