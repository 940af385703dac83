import { DataSource } from 'typeorm';
import { ArticleAssessor } from '../src/assessment/article-assessor.js';
import { AssessmentModule } from '../src/assessment/assessment.module.js';
import { CurrentRules } from '../src/assessment/current-rules.js';
import { RegistryWatch } from '../src/assessment/registry-watch.js';
import { BureausModule } from '../src/bureaus/bureaus.module.js';
import { DeclaredDocuments } from '../src/bureaus/documents/declared-documents.js';
import type { DocumentPage, DocumentView } from '../src/contract/document.js';
import { FirstAccount } from '../src/people/first-account.js';
import { createTestDatabase, type TestDatabase } from './support/database.js';
import { PASSWORD, SmallApp } from './support/small-app.js';

const NAMED = '解读《会议室使用办法》';
const ENTRY = {
  id: 'meeting-rooms',
  title: '会议室使用办法',
  bureau: 'FILM',
  source: '本单位',
  number: '新影发〔2026〕7号',
};

let database: TestDatabase;
let office: SmallApp;
let cookie: string;

beforeAll(async () => {
  database = await createTestDatabase();
  const variables = { ADMIN_PASSWORD: PASSWORD };
  office = await SmallApp.boot({ url: database.url, variables, modules: [BureausModule, AssessmentModule] });
  await office.get(FirstAccount).ensure(() => undefined);
  const answer = await office.call('/session', { method: 'POST', body: { username: 'admin', password: PASSWORD } });
  cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
}, 60_000);
afterAll(async () => {
  await office.close();
  await database.drop();
});

const send = async <T>(method: string, path: string, body?: unknown): Promise<T> =>
  (await (await office.call(path, { method, cookie, body })).json()) as T;
const listed = async (id: string): Promise<DocumentView | undefined> =>
  (await send<DocumentPage>('GET', '/documents')).items.find((one) => one.id === id);
const judged = (title: string) =>
  office.get(ArticleAssessor).judge({ title, text: '', publishedAt: new Date('2026-11-20T04:00:00Z') }, null, null);
/** Without waiting for the notification. */
const told = () => office.get(RegistryWatch).read();

describe('the registry of policy documents', () => {
  test('begins with the file', async () => {
    const page = await send<DocumentPage>('GET', '/documents');
    expect(page.items.length).toBeGreaterThan(20);
    expect(page.items.every(({ origin, isEdited }) => origin === 'file' && !isEdited)).toBe(true);
    expect(page.registry).toBe('r1');
    expect(office.get(CurrentRules).rules.documents.version).toBe('r1');
  });

  test('knows no entry whose name is no text', async () => {
    for (const name of ['%00', 'hall%00tickets'])
      expect((await office.call(`/documents/${name}`, { method: 'PATCH', cookie, body: {} })).status).toBe(404);
  });

  test('judging follows what people register, without a restart, and says which state it asked', async () => {
    expect(judged(NAMED).explanation.route).toMatchObject({ inScope: false, why: { registry: 'r1' } });
    await send('POST', '/documents', ENTRY);
    await told();
    const { route, version } = { ...judged(NAMED).explanation };
    expect(route).toMatchObject({ inScope: true, lead: 'FILM', why: { registry: 'r2' } });
    await send('PATCH', '/documents/meeting-rooms', { bureau: 'PUBLISHING' });
    await told();
    const again = judged(NAMED).explanation;
    expect(again.route).toMatchObject({ lead: 'PUBLISHING', why: { registry: 'r3' } });
    expect(again.version).not.toBe(version);
  });

  test('the notification alone suffices', async () => {
    const { registry } = await send<DocumentPage>('GET', '/documents');
    const changed = new Promise<void>((heard) => {
      const current = office.get(CurrentRules);
      const change = current.change.bind(current);
      current.change = (parts) => {
        change(parts);
        heard();
      };
    });
    await send('PATCH', '/documents/meeting-rooms', { aliases: ['使用办法'] });
    await changed;
    expect(office.get(CurrentRules).rules.documents.version).not.toBe(registry);
    expect(judged('《使用办法》施行').explanation.route.lead).toBe('PUBLISHING');
  });

  test('every state is kept, so that an old judgement can be made again', async () => {
    const states = await office.get(DataSource).query<{ bureau: string | null }[]>(
      `select (select one ->> 'bureau' from jsonb_array_elements(items) one where one ->> 'id' = 'meeting-rooms') as bureau
       from policy_registry order by revision`,
    );
    expect(states.map(({ bureau }) => bureau)).toEqual([null, 'FILM', 'PUBLISHING', 'PUBLISHING']);
  });

  test('what a person changed stays as it was changed; the rest follows the file, which changes nothing twice', async () => {
    await send('PATCH', '/documents/chuban-tiaoli', { validTo: '2026-10-31' });
    const db = office.get(DataSource);
    await db.query(`update policy_document set title = '被改坏的标题' where id in ('chuban-tiaoli', 'yinshua-tiaoli')`);
    await office.get(DeclaredDocuments).sync();
    expect(await listed('chuban-tiaoli')).toMatchObject({
      title: '被改坏的标题',
      isEdited: true,
      validTo: '2026-10-31',
    });
    expect(await listed('yinshua-tiaoli')).toMatchObject({ title: '印刷业管理条例', isEdited: false });
    const { registry } = await send<DocumentPage>('GET', '/documents');
    await office.get(DeclaredDocuments).sync();
    expect((await send<DocumentPage>('GET', '/documents')).registry).toBe(registry);
  });

  test('each change is in the journal; what changes nothing is not', async () => {
    await send('PATCH', '/documents/meeting-rooms', { bureau: 'PUBLISHING' });
    const rows = await office
      .get(DataSource)
      .query<{ kind: string; body: string }[]>(
        `select kind, body from journal where kind like 'document.%' order by seq`,
      );
    expect(rows.map(({ kind }) => kind)).toEqual(['document.added', ...Array<string>(3).fill('document.changed')]);
    expect(rows[1]?.body).toContain('"to":"PUBLISHING"');
  });

  test.each([
    ['POST', '/documents', { ...ENTRY }, 409],
    ['POST', '/documents', { ...ENTRY, id: 'other', bureau: 'NOBODY' }, 400],
    ['POST', '/documents', { ...ENTRY, id: 'other', validFrom: '2026-02-01', validTo: '2026-01-01' }, 400],
    ['PATCH', '/documents/meeting-rooms', { title: '' }, 400],
    ['PATCH', '/documents/nothing', { validTo: '2026-01-01' }, 404],
  ])('%s %s %o is refused with %d', async (method, path, body, status) => {
    expect((await office.call(path, { method, cookie, body })).status).toBe(status);
  });

  test('an entry without an id gets the next free one', async () => {
    const { id: _, ...entry } = ENTRY;
    expect(await send<DocumentView>('POST', '/documents', entry)).toMatchObject({ id: 'doc-1' });
    expect(await send<DocumentView>('POST', '/documents', { ...entry, title: '另一办法' })).toMatchObject({
      id: 'doc-2',
    });
  });

  test('is read page by page, none missing and none twice, also those without a day', async () => {
    const undated = { title: '无日期办法', bureau: 'FILM', source: '本单位' };
    for (const id of ['undated-a', 'undated-b']) await send('POST', '/documents', { ...undated, id });
    const whole = (await send<DocumentPage>('GET', '/documents')).items.map(({ id }) => id);
    const ids: string[] = [];
    for (let path: string | null = '/documents?limit=1'; path !== null;) {
      const page: DocumentPage = await send<DocumentPage>('GET', path);
      ids.push(...page.items.map(({ id }) => id));
      path = page.next && `/documents?limit=1&cursor=${page.next}`;
    }
    expect(whole.length).toBeGreaterThan(7);
    expect(ids).toEqual(whole);
  });
});
