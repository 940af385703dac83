import type { Page } from 'playwright-core';
import { itemsOf, settled, Walk, walked } from './walk.js';
import { PASSWORD } from './desk.js';

const NOTHING = itemsOf([]);
const PHONE = { width: 375, height: 667 };
const NARROW = { width: 320, height: 568 };
const PHOTO = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70]);
const PICTURES = process.env['PICTURES'];

/** One officer of a bureau with a telephone, and what the desk gives the bureau meanwhile. */
walked('the inbox of a bureau on a telephone', (executable) => {
  let walk: Walk;
  let page: Page;
  let taps = 0;
  const cases = new Map<string, string>();
  beforeAll(async () => {
    walk = await Walk.atTheDoor(executable, NOTHING, { viewport: PHONE, hasTouch: true, isMobile: true });
    page = walk.page;
    page.setDefaultTimeout(8_000);
    await walk.signIn();
    await employs('zhang', '张三');
    await employs('li', '李四');
    await employs('wang', '王五', 'IMPORT');
    for (const title of ['影院起火甲', '影院起火乙', '影院起火丙', '影院起火丁']) await opens(title);
    await leaves();
  });
  afterAll(() => walk?.end());

  /** A call of the page itself, as whoever is signed in. */
  const asks = <T>(method: string, path: string, body?: object): Promise<T> =>
    page.evaluate<T>(
      `fetch(${JSON.stringify(`/api/v1${path}`)}, { method: ${JSON.stringify(method)}, headers: { 'content-type': 'application/json' }, body: ${JSON.stringify(body ? JSON.stringify(body) : null)} ?? undefined }).then((answer) => answer.text()).then((text) => text === '' ? null : JSON.parse(text))`,
    );
  const employs = (username: string, displayName: string, bureau = 'FILM') =>
    asks('POST', '/accounts', { username, displayName, role: 'bureau_officer', bureau, password: PASSWORD });
  async function opens(title: string): Promise<void> {
    const wish = { title, level: 'II', lead: 'FILM', co: ['IMPORT'], text: '' };
    const { id } = await asks<{ id: string }>('POST', '/incidents', wish);
    cases.set(title, id);
  }
  async function leaves(): Promise<void> {
    await page.goto('about:blank');
    await page.context().clearCookies();
  }
  async function enters(username: string): Promise<void> {
    await page.getByLabel('用户名').fill(username);
    await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
    await page.keyboard.press('Enter');
  }
  /** The first password is for once. */
  async function entersFirst(username: string): Promise<void> {
    await enters(username);
    await page.getByLabel('初始密码').fill(PASSWORD);
    await page.getByLabel('新密码', { exact: true }).fill(`${PASSWORD}-own`);
    await page.getByLabel('再输入一次新密码').fill(`${PASSWORD}-own`);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '待办' }).waitFor();
  }
  const card = (title: string) => page.locator('.inbox-card').filter({ hasText: title });
  const sheet = () => page.getByRole('dialog');
  async function tap(name: string, within = sheet()): Promise<void> {
    taps += 1;
    await within.getByRole('button', { name }).tap();
  }
  async function begins(title: string, name: string): Promise<void> {
    taps = 0;
    await tap(name, card(title));
    await sheet().waitFor();
  }
  async function isDone(): Promise<void> {
    await sheet().waitFor({ state: 'detached' });
    expect(taps).toBeLessThanOrEqual(3);
  }
  async function isClean(name: string): Promise<void> {
    for (const size of [NARROW, PHONE]) {
      await page.setViewportSize(size);
      await settled(page, `document.documentElement.scrollWidth <= ${size.width}`);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(size.width);
      expect(await small()).toEqual([]);
      if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}-${size.width}.png` });
    }
    expect(await walk.faults()).toEqual([]);
    if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}-light.png` });
  }
  /** Buttons and fields of the inbox that a thumb would miss. */
  const small = () =>
    page.evaluate(
      `[...document.querySelectorAll('.inbox :is(button, select, textarea, .inbox-filter a, .inbox-people label)')]
        .filter((one) => { const box = one.getBoundingClientRect(); return box.width > 0 && (box.height < 43.9 || box.width < 43.9); })
        .map((one) => one.textContent + one.className)`,
    );

  it('the link of a notice opens, after the sign-in, the very sheet of its case, and has changed nothing', async () => {
    await page.goto(`${walk.address}/incidents/${cases.get('影院起火甲')}`);
    await entersFirst('zhang');
    await page.goto(`${walk.address}/incidents/${cases.get('影院起火甲')}`);
    await sheet().getByText('影院起火甲').waitFor();
    expect(page.url()).toContain('/inbox?case=');
    await isClean('take');
    await tap('取消');
    await card('影院起火甲').getByText('还没有人签收').waitFor();
    await isClean('list');
  });

  it('signs in two taps', async () => {
    await begins('影院起火甲', '签收');
    await tap('确认签收');
    await isDone();
    await card('影院起火甲').getByText('请答复').waitFor();
    await card('影院起火甲').getByText('张三 办理').waitFor();
  });

  it('keeps what was typed while there is no network, and records it once', async () => {
    await begins('影院起火乙', '退回');
    await sheet().getByLabel('理由').fill('不属本司职责');
    await page.context().setOffline(true);
    await tap('确认退回');
    await sheet().getByText('没有收到答复').waitFor();
    expect(await sheet().getByLabel('理由').inputValue()).toBe('不属本司职责');
    await isClean('return');
    await page.context().setOffline(false);
    await tap('确认退回');
    await isDone();
    await card('影院起火乙').waitFor({ state: 'detached' });
  });

  it('hands over in three taps', async () => {
    await begins('影院起火丙', '转他人');
    taps += 1;
    await sheet().getByText('李四').tap();
    await isClean('pass');
    await tap('确认转交');
    await isDone();
    await card('影院起火丙').getByText('李四 办理').waitFor();
  });

  it('puts a photograph beside its case in two taps and the one in the chooser', async () => {
    // A word of what was done before, on its way out, is wider than the narrow screen.
    await settled(page, `!document.querySelector('.ant-message-notice')`);
    await begins('影院起火丙', '附件');
    await sheet().getByText('添加附件').waitFor();
    await isClean('attach');
    taps += 2;
    await sheet()
      .locator('input[type=file]')
      .setInputFiles({ name: '现场.jpg', mimeType: 'image/jpeg', buffer: PHOTO });
    await sheet().getByRole('link', { name: '现场.jpg' }).waitFor();
    await isClean('attached');
    expect(taps).toBeLessThanOrEqual(3);
    await tap('完成');
    await sheet().waitFor({ state: 'detached' });
  });

  it('answers in two taps, and finds it among what is handed in', async () => {
    await begins('影院起火甲', '答复');
    await sheet().getByLabel('正文').fill('一、事实真相\n火已扑灭。');
    await isClean('answer');
    await tap('登记');
    await isDone();
    await card('影院起火甲').waitFor({ state: 'detached' });
    await page.getByRole('link', { name: /已交/ }).tap();
    await card('影院起火甲').waitFor();
    expect(page.url()).toContain('show=sent');
    expect(await page.locator('.inbox-filter [aria-current]').allTextContents()).toEqual(['已交 1']);
    await isClean('sent');
  });

  it('the bureau that joins agrees in two taps, in English as well', async () => {
    await leaves();
    await page.goto(walk.address);
    await entersFirst('wang');
    await page.goto(walk.address);
    await begins('影院起火甲', '会签');
    await sheet().getByText('火已扑灭。').waitFor();
    await isClean('co-sign');
    await tap('同意');
    await isDone();
    await page.evaluate(`localStorage.setItem('huiying.language', 'en')`);
    await page.goto(`${walk.address}/inbox`);
    await page.getByText('Nothing waits for you').waitFor();
    await page.getByRole('link', { name: /Handed in/ }).tap();
    await card('影院起火丁').waitFor();
    await isClean('english');
  });

  it('ran without an error or a breach of the content security policy', () => {
    expect(walk.said).toEqual([]);
  });
});
