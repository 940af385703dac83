import { PASSWORD } from './desk.js';
import { Walk, walked } from './walk.js';

/** What a button may do that changes nothing for anybody else (保全 keeps what is there, and is leadership's to say); whoever may only read finds a source's visits among what can be done with it. */
const LOOKING =
  /^(EN · Switch to English|外观.*|更多.*|清除筛选|保全|退出|快捷键.*|键.*|原文与哈希|导出 CSV|校验.*|检索|打印.*|查看.*|再看.*|存为常用视图|操作：.*|声音关)$/;

/** What each button is called. */
const NAMES = (all: { ariaLabel: string | null; textContent: string | null }[]) =>
  all.map((one) => (one.ariaLabel ?? one.textContent ?? '').trim());

/** A leader follows a link, signs in, reads everything and can change nothing; every page bears the notice and, switched on, the watermark. */
walked('notice, watermark and the leader’s view in a browser', (executable) => {
  let walk: Walk;
  let incidentId: string;
  const api = (path: string) => `${walk.address}/api/v1${path}`;
  beforeAll(async () => {
    walk = await Walk.begin(executable, []);
    const { request } = walk.page;
    const opened = await request.post(api('/incidents'), { data: { title: '书店火灾', level: 'I' } });
    incidentId = ((await opened.json()) as { id: string }).id;
    const leader = { username: 'zhou', displayName: '周领导', role: 'leadership', password: PASSWORD };
    expect((await request.post(api('/accounts'), { data: leader })).status()).toBe(201);
  });
  afterAll(() => walk?.end());

  const signOut = async () => {
    await walk.page.request.delete(api('/session'));
    await walk.page.context().clearCookies();
  };
  const noticeInSight = async () => {
    const box = await walk.page.getByText('本系统为非涉密系统').boundingBox();
    const height = walk.page.viewportSize()?.height ?? 0;
    expect((box?.y ?? height) + (box?.height ?? 1)).toBeLessThanOrEqual(height);
  };

  it('switches the watermark on, which covers no click and no contrast', async () => {
    const { page } = walk;
    await walk.goTo('/people?view=options');
    await noticeInSight();
    await page.getByRole('switch', { name: '页面水印' }).click();
    await page.locator('.watermark text').first().waitFor({ state: 'attached' });
    expect(await page.locator('.watermark').textContent()).toContain('管理员 admin');
    expect(await walk.faults()).toEqual([]);
    expect(await walk.narrowWidth()).toBe(320);
    await walk.navigate('审计链');
    await page.getByText(/管理员 开启页面水印/).waitFor();
  });

  it('prints both on paper', async () => {
    const { page } = walk;
    await page.emulateMedia({ media: 'print' });
    await page.getByText('本系统为非涉密系统').waitFor();
    expect(await page.locator('.watermark').isVisible()).toBe(true);
    await page.emulateMedia({ media: 'screen' });
  });

  it('comes back to where a link led, filters and all, after signing in', async () => {
    const { page } = walk;
    await signOut();
    await page.goto(`${walk.address}/journal?kind=incident.opened`);
    await page.getByLabel('用户名').waitFor();
    await noticeInSight();
    expect(await walk.faults()).toEqual([]);
    expect(await walk.narrowWidth()).toBe(320);
    await walk.signIn();
    await page.waitForURL(/\/journal\?kind=incident\.opened$/);
    await page.locator('.chain-row').waitFor();
  });

  it('lets the leader open every page, and change nothing', async () => {
    const { page } = walk;
    await signOut();
    const { request } = page;
    await request.post(api('/session'), { data: { username: 'zhou', password: PASSWORD } });
    await request.post(api('/session/password'), { data: { current: PASSWORD, next: `${PASSWORD}-2` } });
    const pages = [
      '/',
      '/triage',
      '/incidents?level=I',
      '/reports/response-times',
      '/archive',
      '/documents',
      '/roster',
      '/journal',
      '/sources',
    ];
    const changing: string[] = [];
    for (const path of [...pages, `/incidents/${incidentId}`, '/journal?view=anchors']) {
      await page.goto(walk.address + path);
      await walk.isLive();
      await page.waitForLoadState('networkidle');
      await page.locator('.loading').first().waitFor({ state: 'detached' });
      const names = await page.getByRole('button').evaluateAll(NAMES);
      changing.push(...names.filter((name) => !LOOKING.test(name)).map((name) => `${path}: ${name}`));
      expect(await page.getByText('没有这一页').count()).toBe(0);
    }
    expect(changing).toEqual([]);
  });

  it('ran without an error or a breach of the content security policy', () => {
    expect(walk.said).toEqual([]);
  });
});
