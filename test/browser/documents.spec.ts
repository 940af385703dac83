import { Walk, walked } from './walk.js';

const TITLE = '放映厅票务办法';

/** Who drafted what, as the office registers it. */
walked('policy documents in a browser', (executable) => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await Walk.begin(executable, []);
  });
  afterAll(() => walk?.end());

  it('finds a document by its number, in any brackets', async () => {
    const { page } = walk;
    await walk.navigate('政策文件');
    await page.getByText(/^\d+ 份文件/).waitFor();
    expect(await walk.faults()).toEqual([]);
    expect(await walk.narrowWidth()).toBe(320);
    await page.getByLabel('查找标题、文号、司局').fill('(2016)61号');
    await page.getByText(/1 \/ \d+ 份文件/).waitFor();
  });

  it('registers one, with the bureau chosen by the keyboard', async () => {
    const { page } = walk;
    await page.getByRole('button', { name: '登记文件' }).click();
    const sheet = page.getByRole('dialog', { name: '登记文件' });
    await sheet.getByLabel('标题（书名号内）').fill(`《${TITLE}》`);
    await sheet.getByLabel('文号').fill('新影发〔2026〕7号');
    await walk.choose('起草司局', '电影局', '电影局');
    await sheet.getByLabel('依据').fill('本单位');
    expect(await walk.faults()).toEqual([]);
    await sheet.getByRole('button', { name: '登记', exact: true }).click();
    await sheet.waitFor({ state: 'hidden' });
    await page.getByLabel('查找标题、文号、司局').fill('票务');
    await page.keyboard.press('Enter');
    await page.getByRole('rowheader', { name: TITLE }).waitFor();
  });

  it('ends it at a day, and lets it begin no later than that', async () => {
    const { page } = walk;
    await page.getByRole('button', { name: `终止：${TITLE}` }).click();
    await page.getByRole('dialog', { name: '终止登记' }).getByLabel('最后一日').fill('2026-01-31');
    await page.keyboard.press('Enter');
    await page.getByText('已终止').waitFor();
    await page.getByRole('button', { name: `修改：${TITLE}` }).click();
    const edit = page.getByRole('dialog', { name: '修改' });
    await edit.getByLabel('自何日起').fill('2026-06-01');
    await edit.getByRole('button', { name: '保存' }).click();
    await page.getByText('终止日早于起始日').waitFor();
    await page.keyboard.press('Escape');
    await edit.waitFor({ state: 'hidden' });
  });

  it('shows whose doubt has risen, and sends what is answered', async () => {
    const { page } = walk;
    const id = '00000000-0000-4000-8000-000000000001';
    const report = {
      id,
      title: '网友质疑票务办法',
      link: 'https://paper.test/1',
      sourceName: '某报',
      at: '2026-11-20T04:00:00.000Z',
    };
    const doubt = {
      ...{ id, documentId: 'doc-1', title: TITLE, bureau: 'FILM', proposedAt: report.at, articles: 9, usual: 1.4 },
      ...{ reports: [report], endedAt: null, answer: null },
    };
    let answered: unknown = null;
    await page.route('**/api/v1/document-doubts', (route) =>
      route.fulfill({ json: { items: answered ? [] : [doubt] } }),
    );
    await page.route('**/api/v1/document-doubts/*/answer', (route) => {
      answered = route.request().postDataJSON();
      return route.fulfill({ json: doubt });
    });
    await walk.goTo('/documents');
    const asked = page.getByRole('region', { name: /建议进一步解读/ });
    await asked.getByText('近期质疑 9 篇，平时约 1.4 篇').waitFor();
    await asked.getByText('相关报道 1 篇').click();
    await asked.getByRole('link', { name: report.title }).waitFor();
    expect(await walk.faults()).toEqual([]);
    expect(await walk.narrowWidth()).toBe(320);
    await asked.getByRole('button', { name: `不需要：${TITLE}` }).click();
    await page.getByRole('dialog').getByLabel('理由').fill('已有解读');
    await page.getByRole('button', { name: '答复', exact: true }).click();
    await asked.waitFor({ state: 'detached' });
    expect(answered).toEqual({ outcome: 'not_needed', reason: '已有解读' });
  });

  it('ran without an error or a breach of the content security policy', () => {
    expect(walk.said).toEqual([]);
  });
});
