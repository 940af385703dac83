import type { IncidentView } from '../src/contract/incident.js';
import { append } from '../src/journal/append.js';
import { OwnReleases } from '../src/response/own/own-releases.js';
import { dueCases } from '../src/response/personal/due-cases.js';
import { Office } from './support/office.js';

/** What fails or is held is set aside; the others go on. */
describe('one that fails', () => {
  let office: Office;
  beforeAll(async () => {
    office = await Office.open({ jurisdiction: 'nation' });
    await office.db.query(
      `insert into source (id, name, url, tier, family, origin, kind)
       values ('own-site', '本局网站', 'http://own.test/', 'regular', 'own', 'api', 'own')`,
    );
  });
  afterAll(() => office.close());

  it('an article of our own that cannot be compared keeps no other from being proposed', async () => {
    const { id } = (
      await office.post<IncidentView>('/incidents', { title: '山西运城一影城起火', level: 'II', lead: 'FILM' })
    ).body;
    const add = async (key: string, title: string) => {
      const [row] = await office.db.query<{ id: string }[]>(
        `insert into article (source_id, item_key, title, text, link, published_at, published_note, fetched_at)
         values ('own-site', $1, $2, '', $3, app_now(), 'stated', app_now()) returning id`,
        [key, title, `https://own.test/${key}`],
      );
      return row?.id;
    };
    const bad = await add('1', '关于某事的通报');
    await office.db.query(
      `insert into own_article (article_id, signature, at, at_stated) values ($1, '{}', app_now() - interval '1 minute', true)`,
      [bad],
    );
    await add('2', '关于山西运城影城火灾情况的通报');
    await office.judges();
    await office.part(OwnReleases).weigh();
    expect((await office.incident(id)).ownReleases).toHaveLength(1);
  });

  it('a hundred held cases keep no other from its purge', async () => {
    const { id } = (
      await office.post<IncidentView>('/incidents', { title: '湖北宜昌一影城坍塌', level: 'IV', lead: 'FILM' })
    ).body;
    await office.db.query(
      `update incident set stage = 'closed', dismissed_at = app_now() - interval '100 days' where id = $1`,
      [id],
    );
    const columns = (
      await office.db.query<{ c: string }[]>(
        `select column_name as c from information_schema.columns where table_name = 'incident' and column_name not in ('id', 'number', 'dismissed_at') and is_generated = 'NEVER'`,
      )
    ).map(({ c }) => c);
    await office.db.query(
      `insert into incident (number, dismissed_at, ${columns.join(', ')})
       select 'X-' || n, app_now() - interval '200 days', ${columns.join(', ')} from incident, generate_series(1, 100) n where id = $1`,
      [id],
    );
    await office.db.transaction(async (tx) => {
      const rows = await tx.query<{ id: string }[]>(`select id from incident where number like 'X-%'`);
      await append(
        tx,
        rows.map((one) => ({ kind: 'incident.hold_placed', incidentId: one.id, actor: 'test', data: {} })),
      );
      await append(
        tx,
        rows.map((one) => ({ kind: 'incident.stage', incidentId: one.id, actor: 'test', data: {} })),
      );
    });
    await office.clock.forward({ hours: 1 });
    await office.db.transaction((tx) =>
      append(tx, [{ kind: 'incident.stage', incidentId: id, actor: 'test', data: {} }]),
    );
    await office.clock.forward({ hours: 24 * 91 });
    const { due } = await office.db.transaction((tx) => dueCases(tx, 90));
    expect(due).toContain(id);
  });
});
