import type { CampaignReport } from '../../src/contract/campaign-report.js';
import type { CampaignView } from '../../src/contract/campaign.js';
import { Walk, walked } from './walk.js';

const NAME = '2027年全国两会';
const field = (ms: number) => new Date(ms + 8 * 3_600_000).toISOString().slice(0, 16);

/** 专项: planned, looked at while it runs, changed, ended, summed up. */
walked('campaigns in a browser', (executable) => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await Walk.begin(executable, []);
  });
  afterAll(() => walk?.end());

  async function isSound(): Promise<void> {
    expect(await walk.faults()).toEqual([]);
    expect(await walk.narrowWidth()).toBe(320);
  }

  it('says what they are for while there is none', async () => {
    const { page } = walk;
    await walk.navigate('专项保障');
    await page.getByText('还没有专项').waitFor();
    await isSound();
  });

  it('is planned; what is wrong stands at its field', async () => {
    const { page } = walk;
    await page.getByRole('button', { name: '新建专项' }).click();
    const sheet = page.getByRole('dialog', { name: '新建专项' });
    await sheet.getByLabel('名称').fill(NAME);
    await sheet.getByLabel(/^开始/).fill(field(Date.now()));
    await sheet.getByRole('button', { name: /新建$/ }).click();
    await sheet.getByText('请至少填写一个关注词或选一个来源').waitFor();
    await sheet.getByLabel('关注词').fill('会\n代表驻地');
    await walk.choose('名单（可不选）', '', '管理员');
    await sheet.getByLabel(/^日报时间/).fill('08:30');
    await sheet.getByRole('button', { name: /新建$/ }).click();
    await sheet
      .locator('.ant-form-item', { hasText: '关注词' })
      .getByText(/至少两个字 · at least/)
      .waitFor();
    expect(await walk.faults()).toEqual([]);
    await sheet.getByLabel('关注词').fill('两会\n代表驻地');
    await sheet.getByRole('button', { name: /新建$/ }).click();
    await sheet.waitFor({ state: 'hidden' });
    const row = page.getByRole('row').filter({ hasText: NAME });
    await row.getByText('进行中').waitFor();
    expect(await row.textContent()).toContain('2 个关注词');
    await isSound();
  });

  it('the address keeps which phase is looked at', async () => {
    const { page } = walk;
    await page.getByRole('link', { name: '已结束 0' }).click();
    await page.getByText('没有这样的专项').waitFor();
    expect(page.url()).toContain('phase=over');
    await walk.goTo('/campaigns?phase=running');
    await page.getByRole('link', { name: NAME }).waitFor();
    await isSound();
  });

  it('one that has not begun is called off with a reason, and found again by its name', async () => {
    const { page } = walk;
    const window = { startsAt: new Date(Date.now() + 86_400_000), endsAt: new Date(Date.now() + 172_800_000) };
    const wish = JSON.stringify({ name: '秋季书展', ...window, words: ['书展'] });
    const plans = `fetch('/api/v1/campaigns', { method: 'POST', headers: { 'content-type': 'application/json' }, body: ${JSON.stringify(wish)} })`;
    const { id } = await page.evaluate<CampaignView>(`${plans}.then((answer) => answer.json())`);
    await walk.goTo(`/campaigns/${id}`);
    await page.getByRole('button', { name: '撤销专项' }).click();
    const sheet = page.getByRole('dialog', { name: '撤销专项' });
    await sheet.getByLabel('理由').fill('活动延期');
    await isSound();
    await sheet.getByRole('button', { name: '撤销专项' }).click();
    await page.getByText(/撤销：活动延期/).waitFor();
    await page.getByRole('button', { name: '修改' }).waitFor({ state: 'detached' });
    await walk.goTo('/campaigns');
    await page.getByLabel('名称').fill('书展');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: '已撤销 1' }).click();
    await page.getByRole('row').filter({ hasText: '秋季书展' }).getByText('已撤销').waitFor();
    await page.getByRole('link', { name: NAME }).waitFor({ state: 'detached' });
    await isSound();
    await walk.goTo('/campaigns?phase=running');
  });

  it('its page tells what came of it; its incidents lead to the board', async () => {
    const { page } = walk;
    const body = JSON.stringify({ title: '代表驻地饭店起火', level: 'II', lead: 'SECURITY', text: '' });
    const headers = { 'content-type': 'application/json' };
    const opens = `fetch('/api/v1/incidents', { method: 'POST', headers: ${JSON.stringify(headers)}, body: ${JSON.stringify(body)} })`;
    expect(await page.evaluate(`${opens}.then(({ status }) => status)`)).toBe(201);
    await page.getByRole('link', { name: NAME }).click();
    await page.getByRole('heading', { name: NAME }).waitFor();
    await page.getByRole('link', { name: '代表驻地饭店起火' }).waitFor();
    await page.getByText('还没有日报').waitFor();
    await isSound();
    await page.getByRole('link', { name: '在值班台看未结事件' }).click();
    await page.getByRole('table').getByText('代表驻地饭店起火').first().waitFor();
    await page.goBack();
  });

  it('is changed and ended early, each with a reason that stays', async () => {
    const { page } = walk;
    await page.getByRole('button', { name: '修改' }).click();
    const edit = page.getByRole('dialog', { name: '修改' });
    expect(await edit.getByLabel(/^开始/).isDisabled()).toBe(true);
    await edit.getByLabel('关注词').fill('两会\n代表驻地\n政协委员');
    await edit.getByRole('button', { name: '保存' }).click();
    await edit.getByText('请写明理由').waitFor();
    await edit.getByLabel('理由').fill('补充关注词');
    await edit.getByRole('button', { name: '保存' }).click();
    await edit.waitFor({ state: 'hidden' });
    await page.getByText(/修改：补充关注词/).waitFor();
    await page.getByRole('button', { name: '提前结束' }).click();
    const end = page.getByRole('dialog', { name: '提前结束' });
    await end.getByLabel('理由').fill('会议闭幕');
    await isSound();
    await end.getByRole('button', { name: '提前结束' }).click();
    await end.waitFor({ state: 'hidden' });
    await page.getByText(/修改：会议闭幕/).waitFor();
  });

  it('once over it shows its summary and digests, and offers no change', async () => {
    const { page } = walk;
    const id = page.url().split('/').at(-1) ?? '';
    await page.route(`**/api/v1/campaigns/${id}`, async (route) => {
      const held = (await (await route.fetch()).json()) as CampaignView;
      return route.fulfill({ json: { ...held, phase: 'over' } satisfies CampaignView });
    });
    await page.route(`**/api/v1/campaigns/${id}/report`, (route) => route.fulfill({ json: papers() }));
    await page.reload();
    const summary = page.getByRole('region', { name: '小结' });
    await summary.getByText('142').waitFor();
    await summary.getByText('9:00（31 篇）').waitFor();
    await page.getByRole('region', { name: '日报' }).getByRole('row').filter({ hasText: '2027-03-04' }).waitFor();
    expect(await page.getByRole('button', { name: '修改' }).count()).toBe(0);
    await isSound();
  });

  it('says the same in English', async () => {
    const { page } = walk;
    await page.getByRole('button', { name: 'Switch to English' }).click();
    await page.getByRole('heading', { name: 'Summary' }).waitFor();
    await isSound();
    await page.getByRole('link', { name: 'All campaigns' }).click();
    await page.getByRole('heading', { name: 'Campaigns' }).waitFor();
    await isSound();
  });

  it('ran without an error or a breach of the content security policy', () => {
    expect(walk.said).toEqual([]);
  });
});

/** Two days and the whole of it. */
function papers(): CampaignReport {
  const none = { incidents: [], met: 0, missed: 0, busiest: [] };
  const paper = (n: number, more: object) => ({
    ...{ id: `00000000-0000-4000-8000-00000000000${n}`, kind: 'digest' as const, sha256: 'ab12'.repeat(16) },
    ...{ day: `2027-03-0${n}`, from: `2027-03-0${n - 1}T10:00:00.000Z`, to: `2027-03-0${n}T10:00:00.000Z` },
    ...{ madeAt: `2027-03-0${n}T10:00:00.000Z`, numbers: { ...none, articles: 12 * n, stories: n } },
    ...more,
  });
  const busiest = [{ hour: 9, articles: 31 }];
  const whole = { incidents: [], articles: 142, stories: 17, met: 5, missed: 1, busiest };
  return { numbers: whole, papers: [paper(6, { kind: 'summary', numbers: whole }), paper(5, {}), paper(4, {})] };
}
