import type { Attachment, AttachmentList } from '../src/contract/attachment.js';
import type { IncidentView, JournalLine } from '../src/contract/incident.js';
import type { PersonalDataPage, PurgeCasePage } from '../src/contract/personal-data.js';
import { keepEvidence } from '../src/ingestion/evidence/keep-evidence.js';
import { packBody } from '../src/ingestion/evidence/packed-body.js';
import { JournalService } from '../src/journal/journal.service.js';
import { PersonalData } from '../src/response/personal/personal-data.js';
import { Office } from './support/office.js';

const PHONE = '13912345678';
const ID = '11010519491231002X';

/** 应对法 85: personal data found in posts go when the response is over; the text keeps its shape, the raw answer its hash. */
describe('personal data in posts', () => {
  let office: Office;
  let admin: string;
  beforeEach(async () => {
    office = await Office.open({ jurisdiction: 'nation' });
    await seesAgain();
  });
  afterEach(() => office.close());

  /** Sessions do not last as long as these stories. */
  const seesAgain = async () => (admin = await office.signIn('admin', 'test-office-password'));
  async function waits(days: number): Promise<void> {
    await office.clock.forward({ hours: days * 24 });
    await seesAgain();
  }
  const purges = () => office.part(PersonalData).beat();
  const page = () => office.get<PersonalDataPage>('/personal-data', admin);

  const lists = async (show: string, more = '', cookie = admin) =>
    (await office.get<PurgeCasePage>(`/personal-data/cases?show=${show}${more}`, cookie)).items;

  async function capture(body: string): Promise<string> {
    const packed = await packBody(Buffer.from(body));
    return office.db.transaction((tx) =>
      keepEvidence(tx, {
        ...{ sourceId: 'agency', url: 'http://agency.test/', status: 200, headers: {}, body: packed },
        fetchedAt: new Date(),
      }),
    );
  }
  let count = 0;
  async function publishes(title: string, text: string, bodyId: string | null = null): Promise<string> {
    const [row] = await office.db.query<{ id: string }[]>(
      `insert into article (source_id, item_key, title, text, published_at, published_note, fetched_at, body_id)
       values ('agency', $1, $2, $3, app_now(), 'stated', app_now(), $4) returning id`,
      [`${(count += 1)}`, title, text, bodyId],
    );
    await office.judges();
    return row?.id ?? '';
  }
  const read = async (id: string) => {
    const [row] = await office.db.query<{ title: string; text: string; judgement: object }[]>(
      'select title, text, judgement from article where id = $1',
      [id],
    );
    return row;
  };
  const caseOf = async (place: string): Promise<string> =>
    (await office.incidents(100)).find((one) => one.title.includes(place))?.id ?? '';
  const dismisses = (id: string) => office.post<IncidentView>(`/incidents/${id}/dismiss`, { reason: '误报' }, admin);
  const kept = async (bodyId: string) =>
    (
      await office.db.query<{ sha256: string; kept: boolean; purged: boolean }[]>(
        'select sha256, blob is not null as kept, purged_at is not null as purged from response_body where id = $1',
        [bodyId],
      )
    )[0];
  const rows = async (kind: string): Promise<JournalLine[]> => {
    const found = await office.db.query<{ body: string }[]>('select body from journal where kind = $1 order by seq', [
      kind,
    ]);
    return found.map(({ body }) => JSON.parse(body) as JournalLine);
  };
  const nowhere = async (words: string) => {
    const found = await office.db.query<{ n: number }[]>(
      `select (select count(*) from article where title || text || coalesce(judgement::text, '') like $1)
         + (select count(*) from article_index where folded like $1)
         + (select count(*) from story where title || verdict::text like $1)
         + (select count(*) from incident where title || summary || facts::text like $1)
         + (select count(*) from notice where payload::text like $1)
         + (select count(*) from journal where body like $1) as n`,
      [`%${words}%`],
    );
    return Number(found[0]?.n) === 0;
  };

  it('of a closed case go after its days, once, and the chain stays whole', async () => {
    const title = `贵州铜仁一影城火灾致12人死亡 家属电话${PHONE}`;
    const text = `今天凌晨，贵州铜仁一影城发生火灾，造成12人死亡。联系${PHONE}，身份证${ID}。`;
    const bodyId = await capture(`<rss>${text}</rss>`);
    const article = await publishes(title, text, bodyId);
    await office.indexes();
    const id = await caseOf('铜仁');
    await office.sweeps();
    await dismisses(id);
    await waits(89);
    await purges();
    expect((await read(article))?.text).toBe(text);
    await waits(2);
    const before = await page();
    expect(before.preview).toMatchObject({ cases: [id], articles: 1, captures: 1, found: { phone: 2, id_number: 1 } });
    expect((await read(article))?.text).toBe(text);
    expect(await Promise.all([purges(), purges()]).then((days) => days.flat().length)).toBeGreaterThan(0);
    expect((await read(article))?.text).toBe(
      `今天凌晨，贵州铜仁一影城发生火灾，造成12人死亡。联系${'■'.repeat(11)}，身份证${'■'.repeat(18)}。`,
    );
    await office.indexes();
    expect([await nowhere(PHONE), await nowhere(ID)]).toEqual([true, true]);
    const left = await kept(bodyId);
    expect(left).toMatchObject({
      kept: false,
      purged: true,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
    expect(await office.db.query('select from response_blob where sha256 = $1', [left?.sha256])).toEqual([]);
    const told = (await rows('personal_data.purged')).filter((row) => row.incidentId === id);
    expect(told.map((row) => row.data['articleIds'])).toEqual([[article]]);
    expect(await office.part(JournalService).verify()).toMatchObject({ firstBad: null });
    await waits(1);
    await purges();
    expect((await rows('personal_data.purged')).filter((row) => row.incidentId === id)).toHaveLength(1);
    const after = await page();
    expect(after.preview).toMatchObject({ cases: [], articles: 0, captures: 0 });
    expect(after.runs.filter((run) => run.cases.includes(id))).toHaveLength(1);
  });

  it('of a case that is held stay until the hold is lifted', async () => {
    const article = await publishes(
      '贵州铜仁一影城火灾致12人死亡',
      `今天凌晨，贵州铜仁一影城发生火灾，造成12人死亡。${PHONE}`,
    );
    const id = await caseOf('铜仁');
    await dismisses(id);
    const officer = await office.employs('officer', 'duty_officer');
    const hold = (on: boolean, cookie: string) =>
      office.post(`/incidents/${id}/legal-hold`, { on, reason: '诉讼保全' }, cookie);
    expect((await hold(true, officer)).status).toBe(403);
    expect((await hold(true, admin)).status).toBe(200);
    expect((await hold(true, admin)).status).toBe(200);
    await waits(200);
    await purges();
    expect((await read(article))?.text).toContain(PHONE);
    expect((await page()).runs[0]).toMatchObject({ cases: [], held: [id] });
    expect((await hold(false, admin)).status).toBe(200);
    await waits(1);
    await purges();
    expect((await read(article))?.text).not.toContain(PHONE);
    expect([...(await rows('incident.hold_placed')), ...(await rows('incident.hold_lifted'))]).toHaveLength(2);
  });

  it('in files beside a case lose bytes and name; what holds none, the row and the hash stay', async () => {
    await publishes('贵州铜仁一影城火灾致12人死亡', '今天，贵州铜仁一影城火灾致12人死亡。');
    const id = await caseOf('铜仁');
    const sends = async (name: string, text: string) => {
      const address = `${office.address}/api/v1/incidents/${id}/attachments?name=${encodeURIComponent(name)}`;
      const headers = { cookie: admin, 'content-type': 'application/octet-stream' };
      const answer = await fetch(address, { method: 'POST', headers, body: text });
      return (await answer.json()) as Attachment;
    };
    const named = await sends('遇难者家属张某.txt', `家属电话${PHONE}`);
    const plain = await sends('情况说明.txt', '火已扑灭');
    await dismisses(id);
    await waits(91);
    expect((await page()).preview).toMatchObject({ cases: [id], attachments: 1 });
    await purges();
    const { items } = await office.get<AttachmentList>(`/incidents/${id}/attachments`, admin);
    expect(items.find((one) => one.id === named.id)).toMatchObject({
      name: '■.txt',
      sha256: named.sha256,
      personal: true,
    });
    expect(items.find((one) => one.id === plain.id)).toMatchObject({ name: '情况说明.txt', purgedAt: null });
    expect((await office.fetch(`/attachments/${named.id}`, admin)).status).toBe(410);
    expect((await office.fetch(`/attachments/${plain.id}`, admin)).status).toBe(200);
    const [row] = (await rows('personal_data.purged')).filter((one) => one.incidentId === id);
    expect(row?.data).toMatchObject({ attachments: 1, attachmentIds: [named.id] });
    expect(await office.part(JournalService).verify()).toMatchObject({ firstBad: null });
    expect((await page()).preview?.attachments).toBe(0);
  });

  it('are listed by case: what waits, is due, is held, was purged, each by whom and under which rule', async () => {
    await publishes('贵州铜仁一影城火灾致12人死亡', `今天，贵州铜仁一影城火灾致12人死亡。${PHONE}`);
    await publishes('湖北宜昌一影城火灾致12人死亡', `今天，湖北宜昌一影城火灾致12人死亡。${PHONE}`);
    const [held, first] = [await caseOf('铜仁'), await caseOf('宜昌')];
    await office.post(`/incidents/${held}/legal-hold`, { on: true, reason: '诉讼保全' }, admin);
    expect(await lists('held')).toMatchObject([{ id: held, endedAt: null, dueAt: null, hold: { reason: '诉讼保全' } }]);
    await dismisses(held);
    await dismisses(first);
    const [waiting] = await lists('waiting');
    expect(waiting).toMatchObject({ id: first, stage: 'false_alarm', hold: null, purgedAt: null });
    expect(Date.parse(waiting?.dueAt ?? '') - Date.parse(waiting?.endedAt ?? '')).toBe(90 * 86_400_000);
    expect(await lists('due')).toEqual([]);
    await waits(91);
    expect((await lists('due')).map(({ id }) => id)).toEqual([first]);
    expect(await lists('due', `&q=${encodeURIComponent('铜仁')}`)).toEqual([]);
    await purges();
    expect((await lists('purged')).map(({ id }) => id)).toEqual([first]);
    expect([await lists('due'), await lists('waiting')]).toEqual([[], []]);
    expect((await page()).runs[0]?.rule).toEqual({ closedDays: 90, looseDays: 180 });
    const auditor = await office.employs('auditor', 'auditor');
    const me = await office.get<{ id: string }>('/session', admin);
    await office.post(`/incidents/${held}/restrict`, { people: [me.id], reason: '限知' }, admin);
    expect(await lists('held', '', auditor)).toEqual([]);
  });

  it('are listed page by page', async () => {
    for (const title of ['甲书店火灾', '乙影院停业', '丙剧场塌方']) {
      const { id } = (await office.post('/incidents', { title }, admin)).body as IncidentView;
      await office.post(`/incidents/${id}/legal-hold`, { on: true, reason: '诉讼保全' }, admin);
    }
    const one = await office.get<PurgeCasePage>('/personal-data/cases?show=held&limit=2', admin);
    const two = await office.get<PurgeCasePage>(`/personal-data/cases?show=held&limit=2&cursor=${one.next}`, admin);
    expect([one.items.length, two.items.length, two.next]).toEqual([2, 1, null]);
    expect(new Set([...one.items, ...two.items].map(({ id }) => id)).size).toBe(3);
  });

  it('of a case that is open, or was taken up again, stay', async () => {
    const article = await publishes(
      '贵州铜仁一影城火灾致12人死亡',
      `今天凌晨，贵州铜仁一影城发生火灾，造成12人死亡。${PHONE}`,
    );
    const id = await caseOf('铜仁');
    await dismisses(id);
    await waits(89);
    const again = await office.post(`/incidents/${id}/reopen`, { reason: '又有新情况' }, admin);
    expect(again.status).toBe(200);
    await waits(89);
    await purges();
    expect((await read(article))?.text).toContain(PHONE);
  });

  it('in a raw answer that an open case needs wait for its end', async () => {
    const [a, b] = [`今天，贵州铜仁一影城火灾致12人死亡。${PHONE}`, '今天，湖北宜昌一影城火灾致12人死亡。'];
    const bodyId = await capture(`${a}${b}`);
    await publishes('贵州铜仁一影城火灾致12人死亡', a, bodyId);
    await publishes('湖北宜昌一影城火灾致12人死亡', b, bodyId);
    const [first, second] = [await caseOf('铜仁'), await caseOf('宜昌')];
    await dismisses(first);
    await waits(91);
    await purges();
    expect(await kept(bodyId)).toMatchObject({ kept: true });
    expect((await page()).runs[0]).toMatchObject({ cases: [first], waiting: 1, captures: 0 });
    await dismisses(second);
    await waits(91);
    await purges();
    expect(await kept(bodyId)).toMatchObject({ kept: false });
  });

  it('of no case go after their days, those fetched at one moment together', async () => {
    const first = await publishes('社区通知', `请致电${PHONE}报名`);
    const second = await publishes('社区通知二', '无号码');
    await waits(179);
    await purges();
    expect((await read(first))?.text).toContain(PHONE);
    await waits(2);
    await purges();
    expect((await read(first))?.text).toBe(`请致电${'■'.repeat(11)}报名`);
    expect((await read(second))?.text).toBe('无号码');
    expect((await rows('personal_data.purged')).map((row) => [row.incidentId, row.data['articleIds']])).toEqual([
      [null, [first]],
    ]);
  });
});
