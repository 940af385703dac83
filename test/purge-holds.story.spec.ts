import type { IncidentView } from '../src/contract/incident.js';
import type { PurgeCasePage } from '../src/contract/personal-data.js';
import { keepEvidence } from '../src/ingestion/evidence/keep-evidence.js';
import { packBody } from '../src/ingestion/evidence/packed-body.js';
import { OwnReleases } from '../src/response/own/own-releases.js';
import { PersonalData } from '../src/response/personal/personal-data.js';
import { Office } from './support/office.js';

const PHONE = '13912345678';

describe('the purge of personal data', () => {
  let office: Office;
  let admin: string;
  beforeEach(async () => {
    office = await Office.open({ jurisdiction: 'nation' });
    await office.db.query(
      `insert into source (id, name, url, tier, family, origin, kind)
       values ('own-site', '本局网站', 'http://own.test/', 'regular', 'own', 'api', 'own')`,
    );
    await seesAgain();
  });
  afterEach(() => office.close());
  const seesAgain = async () => (admin = await office.signIn('admin', 'test-office-password'));
  async function waits(days: number): Promise<void> {
    await office.clock.forward({ hours: days * 24 });
    await seesAgain();
  }
  const purges = () => office.part(PersonalData).beat();
  async function capture(sourceId: string, body: string): Promise<string> {
    const packed = await packBody(Buffer.from(body));
    return office.db.transaction((tx) =>
      keepEvidence(tx, {
        ...{ sourceId, url: `http://${sourceId}.test/`, status: 200, headers: {}, body: packed },
        fetchedAt: new Date(),
      }),
    );
  }
  const kept = async (bodyId: string) =>
    (
      await office.db.query<{ kept: boolean }[]>('select blob is not null as kept from response_body where id = $1', [
        bodyId,
      ])
    )[0];

  it('leaves the copy of our own release alone while its case is open', async () => {
    const text = `影城火灾情况通报。联系人${PHONE}`;
    const bodyId = await capture('own-site', text);
    const { id } = (
      await office.post<IncidentView>('/incidents', { title: '山西运城一影城起火', level: 'II', lead: 'FILM' }, admin)
    ).body;
    const [row] = await office.db.query<{ id: string }[]>(
      `insert into article (source_id, item_key, title, text, link, published_at, published_note, fetched_at, body_id)
       values ('own-site', '1', '关于山西运城影城火灾情况的通报', $1, 'https://own.test/1', app_now(), 'stated', app_now(), $2) returning id`,
      [text, bodyId],
    );
    await office.judges();
    await office.part(OwnReleases).weigh();
    const [one] = (await office.get<IncidentView>(`/incidents/${id}`, admin)).ownReleases;
    const done = await office.post<IncidentView>(
      `/incidents/${id}/own-releases`,
      { release: one?.id, agree: true },
      admin,
    );
    expect(done.body.statements).toHaveLength(1);
    await purges();
    await waits(181);
    await purges();
    await waits(1);
    await purges();
    expect(await kept(bodyId)).toEqual({ kept: true });
    const [left] = await office.db.query<{ text: string }[]>('select text from article where id = $1', [row?.id]);
    expect(left?.text).toBe(text);
  });

  it('heeds a hold that was placed on a case before it was merged', async () => {
    const publishes = async (key: string, title: string, text: string) => {
      const [row] = await office.db.query<{ id: string }[]>(
        `insert into article (source_id, item_key, title, text, published_at, published_note, fetched_at)
         values ('agency', $1, $2, $3, app_now(), 'stated', app_now()) returning id`,
        [key, title, text],
      );
      await office.judges();
      return row?.id;
    };
    const article = await publishes(
      '1',
      '贵州铜仁一影城火灾致12人死亡',
      `今天凌晨，贵州铜仁一影城发生火灾，造成12人死亡。${PHONE}`,
    );
    await publishes('2', '湖北宜昌一影城火灾致12人死亡', '今天，湖北宜昌一影城火灾致12人死亡。');
    const all = await office.incidents(100);
    const of = (place: string) => all.find((one) => one.title.includes(place))?.id ?? '';
    const [gone, into] = [of('铜仁'), of('宜昌')];
    expect((await office.post(`/incidents/${gone}/legal-hold`, { on: true, reason: '诉讼保全' }, admin)).status).toBe(
      200,
    );
    expect((await office.post(`/incidents/${gone}/merge`, { into, reason: '同一处' }, admin)).status).toBe(200);
    await office.post(`/incidents/${into}/dismiss`, { reason: '误报' }, admin);
    await purges();
    await waits(91);
    await purges();
    const [left] = await office.db.query<{ text: string }[]>('select text from article where id = $1', [article]);
    expect(left?.text).toContain(PHONE);
  });

  it('lets go of nothing of a merged case while the case that it went into is in hand, or is held', async () => {
    const opens = async (title: string) =>
      (await office.post<IncidentView>('/incidents', { title, level: 'III', lead: 'FILM' }, admin)).body.id;
    const [gone, into] = [await opens('湖北宜昌一影城坠物'), await opens('宜昌影城坠物伤人')];
    const sent = await fetch(`${office.address}/api/v1/incidents/${gone}/attachments?name=list.txt&personal=true`, {
      ...{ method: 'POST', headers: { cookie: admin, 'content-type': 'application/octet-stream' }, body: PHONE },
    });
    const { id: file } = (await sent.json()) as { id: string };
    const isKept = async () => (await office.fetch(`/attachments/${file}`, admin)).status === 200;
    const listed = async (show: string) =>
      (await office.get<PurgeCasePage>(`/personal-data/cases?show=${show}`, admin)).items.map(({ id }) => id);
    await office.post(`/incidents/${gone}/merge`, { into, reason: '同一处' }, admin);
    await purges();
    await waits(91);
    await purges();
    expect([await isKept(), await listed('due'), await listed('waiting')]).toEqual([true, [], []]);
    await office.post(`/incidents/${into}/close`, { reason: '处置完毕' }, admin);
    await office.post(`/incidents/${into}/legal-hold`, { on: true, reason: '诉讼保全' }, admin);
    expect(await listed('waiting')).toEqual([gone]);
    await waits(91);
    await purges();
    expect(await isKept()).toBe(true);
    await office.post(`/incidents/${into}/legal-hold`, { on: false, reason: '诉讼终结' }, admin);
    await waits(1);
    await purges();
    expect(await isKept()).toBe(false);
  });
});
