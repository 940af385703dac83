import { PASSWORD as OFFICE } from './desk.js';
import { itemsOf, Walk, walked } from './walk.js';

const CINEMA = '甲省临川市一影院发生火灾 已致12人遇难';
const ITEMS = itemsOf([{ source: 'a', title: CINEMA, text: '今天，甲省临川市一影院发生火灾，目前已造成12人遇难。' }]);
const PASSWORD = 'a-password-of-my-own';

/** What one person alone may not decide, as both of them meet it. */
walked('two persons in a browser', (executable) => {
  let walk: Walk;
  let path = '';
  beforeAll(async () => {
    walk = await Walk.begin(executable, ITEMS);
  });
  afterAll(() => walk?.end());

  const calls = (method: string, to: string, body: object) =>
    walk.page.evaluate<{ status: number; told: Record<string, string> }>(
      `fetch('/api/v1${to}', { method: '${method}', headers: { 'content-type': 'application/json' }, body: ${JSON.stringify(JSON.stringify(body))} })
         .then(async (answer) => ({ status: answer.status, told: await answer.json().catch(() => ({})) }))`,
    );
  const waiting = () => walk.page.getByRole('region', { name: '等待另一人确认' });
  const sheet = () => walk.page.getByRole('dialog');
  /** A field of the form, some hours before now by 北京时间. */
  const hoursAgo = (hours: number) => new Date(Date.now() + (8 - hours) * 3_600_000).toISOString().slice(0, 16);
  const proof = () => walk.page.locator('.proofs li').first();

  async function becomes(username: string): Promise<void> {
    await calls('POST', '/session', { username, password: `${PASSWORD}-first` });
    await calls('POST', '/session/password', { current: `${PASSWORD}-first`, next: PASSWORD });
    await calls('POST', '/session', { username, password: PASSWORD });
    await walk.goTo(path);
  }

  it('corrects the start of the clocks where it is shown', async () => {
    const { page } = walk;
    for (const [username, role] of [
      ['second', 'duty_officer'],
      ['leader', 'leadership'],
    ]) {
      const wish = { username, displayName: username, role, password: `${PASSWORD}-first` };
      expect((await calls('POST', '/accounts', wish)).status).toBe(201);
    }
    await page.locator('.incidents tbody tr').filter({ hasText: '临川' }).getByRole('link').first().click();
    await page.getByRole('button', { name: '更正起算时间' }).click();
    await sheet().getByLabel('更正为').fill(hoursAgo(1));
    expect(await walk.faults()).toEqual([]);
    expect(await walk.narrowWidth()).toBe(320);
    await sheet().getByLabel('理由').fill('省厅来电');
    await sheet().getByRole('button', { name: '确定' }).click();
    await page
      .getByText(/更正前从/)
      .first()
      .waitFor();
    path = new URL(page.url()).pathname;
  });

  it('shows what a report proposes from then on', async () => {
    const { page } = walk;
    const occurredAt = new Date(Date.now() - 2 * 3_600_000).toISOString();
    const text = '甲省临川市一影院发生火灾，目前已造成12人遇难。';
    expect((await calls('POST', '/reports', { title: CINEMA, text, source: '来电', occurredAt })).status).toBe(202);
    await page.getByRole('heading', { name: '报道中有更早的时间' }).waitFor();
    const told = page.getByRole('region', { name: '送达情况' });
    await told.getByText('此刻无人当班').first().waitFor();
    await told.getByText('已发').first().waitFor();
    expect(await walk.faults()).toEqual([]);
    expect(await walk.narrowWidth()).toBe(320);
  });

  it('leaves a waiver, a dismissal and a later start for others to decide', async () => {
    const { page } = walk;
    await page.getByRole('button', { name: /^申请免除：24/ }).click();
    await sheet().getByLabel('理由').fill('案件侦办期间不宜召开');
    expect(await walk.faults()).toEqual([]);
    await sheet().getByRole('button', { name: '确定' }).click();
    await waiting().getByText('由领导决定').waitFor();
    await page.getByRole('button', { name: '退出办理', exact: true }).click();
    await sheet()
      .getByRole('radio', { name: /只监测/ })
      .check();
    await sheet().getByText('终止：5小时').waitFor();
    expect(await walk.faults()).toEqual([]);
    expect(await walk.narrowWidth()).toBe(320);
    await sheet().getByLabel('理由').fill('舆情平稳');
    await sheet().getByRole('button', { name: '退出办理', exact: true }).click();
    await waiting()
      .getByText(/退出办理（只监测），终止/)
      .waitFor();
    await page.getByRole('button', { name: '更正起算时间' }).click();
    await sheet().getByLabel('更正为').fill(hoursAgo(0.5));
    await sheet().getByLabel('理由').fill('以公安记录为准');
    await sheet().getByRole('button', { name: '确定' }).click();
    await waiting()
      .getByText(/推后到/)
      .waitFor();
    expect(await waiting().getByRole('button', { name: /^确认/ }).count()).toBe(0);
    expect(await waiting().getByRole('button', { name: /^撤回/ }).count()).toBe(3);
    expect(await walk.faults()).toEqual([]);
    expect(await walk.narrowWidth()).toBe(320);
  });

  it('leadership waives the one duty, and the others run on', async () => {
    const { page } = walk;
    await becomes('leader');
    await waiting().getByRole('button', { name: '确认: 免除时限' }).click();
    expect(await walk.faults()).toEqual([]);
    await sheet().getByRole('button', { name: '确认', exact: true }).click();
    await page.getByText(/决定免除24/).waitFor();
    expect(await waiting().getByRole('button', { name: /^确认/ }).count()).toBe(0);
    expect(await walk.narrowWidth()).toBe(320);
  });

  it('another duty officer refuses one and agrees to the other', async () => {
    const { page } = walk;
    await becomes('second');
    await waiting().getByRole('button', { name: '不同意: 退出办理' }).click();
    await sheet().getByLabel('理由').fill('关注度仍在上升');
    await sheet().getByRole('button', { name: '不同意' }).click();
    await page.getByText(/不同意退出办理/).waitFor();
    await waiting().getByRole('button', { name: '确认: 推后起算时间' }).click();
    await sheet().getByRole('button', { name: '确认', exact: true }).click();
    await waiting().waitFor({ state: 'detached' });
    expect(await walk.faults()).toEqual([]);
  });

  it('a late publication becomes one in time by a second person only, to the second, and the first word stays', async () => {
    const { page } = walk;
    const id = path.split('/').at(-1);
    const start = {
      fact: 'occurred',
      at: new Date(Date.now() - 6 * 3_600_000).toISOString(),
      reason: '以接报记录为准',
    };
    expect((await calls('POST', `/incidents/${id}/clock-start`, start)).status).toBe(200);
    const url = 'https://office.example/1';
    const now = { channel: 'website', url, publishedAt: new Date(Date.now() - 60_000).toISOString() };
    expect((await calls('POST', `/incidents/${id}/statements`, now)).status).toBe(201);
    await proof().getByRole('button', { name: '更正' }).click();
    await sheet()
      .getByLabel(/^发布时间/)
      .fill(`${hoursAgo(2)}:07`);
    await sheet().getByLabel('理由').fill('登记时误填，以网页发布时间为准');
    expect(await walk.faults()).toEqual([]);
    expect(await walk.narrowWidth()).toBe(320);
    await sheet().getByRole('button', { name: '更正', exact: true }).click();
    await waiting()
      .getByText(/更正发布时间：/)
      .waitFor();
    expect(await waiting().getByRole('button', { name: /^确认/ }).count()).toBe(0);
    await calls('POST', '/session', { username: 'admin', password: OFFICE });
    await walk.goTo(path);
    await waiting().getByRole('button', { name: /^确认/ }).click();
    await sheet().getByRole('button', { name: '确认', exact: true }).click();
    await proof().locator('time[datetime$=":07.000Z"]').first().waitFor();
    await page.getByText('误填').first().waitFor();
    expect(await walk.faults()).toEqual([]);
    expect(await walk.narrowWidth()).toBe(320);
  });

  it('the report tells the former verdict and the time that was left', async () => {
    const { page } = walk;
    await walk.goTo('/reports/response-times');
    await page
      .getByText(/终止时还剩/)
      .first()
      .waitFor();
    await page
      .getByText(/更正前截止/)
      .first()
      .waitFor();
    expect(await walk.faults()).toEqual([]);
    expect(await walk.narrowWidth()).toBe(320);
  });

  it('ran without an error or a breach of the content security policy', () => {
    expect(walk.said).toEqual([]);
  });
});
