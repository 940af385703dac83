import type { DocumentDoubt } from '../src/contract/document-doubt.js';
import type { DocumentView } from '../src/contract/document.js';
import { DocumentDoubts } from '../src/assessment/doubts/document-doubts.js';
import { DoubtNotices } from '../src/notices/doubts/doubt-notices.js';
import { FakeReceiver } from './support/fake-receiver.js';
import { Office } from './support/office.js';

const RULES = { title: '会议室使用办法', bureau: 'FILM', source: '本单位', terms: ['会议室新规'] };

/** 政策文件跟踪 (方案 二(二)): rising doubt about a registered document proposes a further interpretation to its drafter, once. */
describe('doubt about a policy document', () => {
  let office: Office;
  let receiver: FakeReceiver;
  let drafter: string;
  let other: string;
  let published = 0;
  beforeAll(async () => {
    receiver = await FakeReceiver.start();
    office = await Office.open({
      contacts: {
        FILM: { webhook: `${receiver.url}?film` },
        GENERAL_OFFICE: { webhook: `${receiver.url}?desk` },
      },
      env: { WEBHOOK_SECRET: 'a-secret-of-enough-length' },
    });
    await office.db.query(
      `insert into source (id, name, url, tier, family, origin, kind)
       values ('own-site', '本局网站', 'http://own.test/', 'regular', 'own', 'api', 'own')`,
    );
    drafter = await office.employs('film', 'bureau_officer', 'FILM');
    other = await office.employs('copyright', 'bureau_officer', 'COPYRIGHT');
  });
  afterAll(async () => {
    await office.close();
    await receiver.stop();
  });

  const looks = () => office.part(DocumentDoubts).look();
  const open = async (cookie?: string) =>
    (await office.get<{ items: DocumentDoubt[] }>('/document-doubts', cookie)).items;
  async function reports(count: number, title: string, source = 'agency', daysAgo = 0): Promise<void> {
    for (let n = 0; n < count; n += 1) {
      await office.db.query(
        `insert into article (source_id, item_key, title, text, published_at, published_note, fetched_at, judged_at)
         values ($1, $2, $3, '', app_now() - $4 * interval '1 day', 'stated', app_now(), app_now())`,
        [source, `${(published += 1)}`, `${title} ${published}`, daysAgo],
      );
    }
    await looks();
  }
  const answers = (id: string | undefined, body: object, cookie?: string) =>
    office.post<DocumentDoubt>(`/document-doubts/${id}/answer`, body, cookie);
  const told = async (kind: string) => (await office.journal()).filter((row) => row.kind === kind);

  it('is registered with its link and the words by which people speak of it', async () => {
    const link = 'https://www.own.test/rules';
    const made = await office.post<DocumentView>('/documents', { ...RULES, link });
    expect(made).toMatchObject({ status: 201, body: { link, terms: ['会议室新规'] } });
    const changed = await office.send('PATCH', `/documents/${made.body.id}`, { terms: ['会议室新规', '会议室收费'] });
    expect(changed).toMatchObject({ status: 200, body: { link, terms: ['会议室新规', '会议室收费'] } });
  });

  it('is none while it is only reported, or doubted by few, or by our own channels', async () => {
    await reports(10, '《会议室使用办法》今起施行');
    await reports(4, '网友质疑会议室新规');
    await reports(5, '回应质疑 解读会议室新规');
    await reports(5, '关于会议室新规有关质疑的说明', 'own-site');
    expect(await open()).toEqual([]);
  });

  it('that rises is proposed once, to the drafter and the press office, with the articles', async () => {
    await reports(1, '会议室收费引发质疑');
    await reports(6, '会议室新规被指一刀切');
    expect(await Promise.all([looks(), looks(), looks()])).toEqual([0, 0, 0]);
    const [doubt, ...more] = await open();
    expect(more).toEqual([]);
    expect(doubt).toMatchObject({ title: RULES.title, bureau: 'FILM', articles: 5, usual: 0, answer: null });
    expect(doubt?.reports.map((one) => one.title)).toContainEqual(expect.stringMatching(/^会议室收费引发质疑/));
    expect(await told('document.doubted')).toHaveLength(1);
    const notices = office.part(DoubtNotices);
    const counts = await Promise.all([notices.tell(), notices.tell()]);
    expect(counts.sort()).toEqual([0, 1]);
    expect(await notices.tell()).toBe(0);
    expect(receiver.calls.map(({ path }) => path).sort()).toEqual(['/alert?desk', '/alert?film']);
    expect(await open(drafter)).toHaveLength(1);
    expect(await open(other)).toEqual([]);
  });

  it('is answered by its drafter, or the press office, with a link or a reason', async () => {
    const [doubt] = await open();
    expect((await answers(doubt?.id, { outcome: 'not_needed' }, drafter)).status).toBe(400);
    expect((await answers(doubt?.id, { outcome: 'interpreted', link: 'javascript:1' }, drafter)).status).toBe(400);
    const answer = { outcome: 'interpreted', link: 'https://www.own.test/explained' };
    expect((await answers(doubt?.id, answer, other)).status).toBe(403);
    const done = await answers(doubt?.id, answer, drafter);
    expect(done).toMatchObject({ status: 200, body: { answer: { outcome: 'interpreted', link: answer.link } } });
    expect((await answers(doubt?.id, answer)).status).toBe(200);
    expect((await answers(doubt?.id, { outcome: 'not_needed', reason: '无需' })).status).toBe(409);
    expect(await told('document.doubt_answered')).toHaveLength(1);
    expect(await open()).toEqual([]);
    expect((await office.get<{ items: unknown[] }>('/document-doubts?status=all')).items).toHaveLength(1);
  });

  it('goes on after the answer without being proposed again, until it has ended and risen above what is usual', async () => {
    await reports(8, '会议室新规再遭批评');
    expect(await open()).toEqual([]);
    await office.passes({ hours: 25 });
    await looks();
    // About 1.4 a day are usual now: five are above three times that.
    await reports(4, '会议室新规不合理');
    expect(await open()).toEqual([]);
    await reports(1, '会议室新规不合理');
    const [again] = await open();
    expect(again?.usual).toBeGreaterThan(1);
    expect(await told('document.doubted')).toHaveLength(2);
  });

  it('that is usual is no rise', async () => {
    const added = await office.post<DocumentView>('/documents', {
      ...RULES,
      title: '展厅管理规定',
      terms: ['展厅新规'],
    });
    for (let day = 2; day < 15; day += 1) await reports(3, '展厅新规遭批评', 'agency', day - 0.5);
    const opened = async () => (await open()).filter((one) => one.documentId === added.body.id);
    await reports(7, '展厅新规遭批评');
    expect(await opened()).toEqual([]);
    await reports(3, '展厅新规遭批评');
    expect(await opened()).toMatchObject([{ articles: 10 }]);
  });
});
