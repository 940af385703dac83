import { createTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { PASSWORD, SmallApp } from '../../test/support/small-app.js';
import type { AccountView } from '../contract/account.js';
import { Settings } from '../settings/settings.js';

/** The office as it will be: 版权 has ended and gave its matters to 电影, 出版 has ended without a successor, 电视剧 begins later. */
function reorganised(own: Settings): Settings {
  const { bureaus } = own.rules;
  const validity: Record<string, object> = {
    COPYRIGHT: { validTo: '2018-03-31', successor: 'FILM' },
    PUBLISHING: { validTo: '2019-12-31' },
    TV_DRAMA: { validFrom: '2990-01-01' },
  };
  const units = bureaus.units.map((unit) => ({ ...unit, ...validity[unit.code] }));
  const rules = { ...own.rules, bureaus: { ...bureaus, units } };
  return new Settings(own.env, own.policy, rules, own.sources, own.root, null);
}

let database: TestDatabase;
let office: SmallApp;
let admin: string;

beforeAll(async () => {
  database = await createTestDatabase();
  office = await SmallApp.boot({ url: database.url, variables: { ADMIN_PASSWORD: PASSWORD }, settings: reorganised });
  admin = await office.admin();
});
afterAll(async () => {
  await office.close();
  await database.drop();
});

const wish = (bureau: string) => ({ username: `of-${bureau}`, displayName: '联络员', role: 'bureau_officer', bureau });
async function refusal(bureau: string): Promise<string> {
  const answer = await office.post('/accounts', wish(bureau), admin);
  const { detail } = (await answer.json()) as { detail: string };
  return `${answer.status} ${detail}`;
}

test('no account is given a unit that does not answer today; the refusal says since when, and who answers instead', async () => {
  expect(await refusal('COPYRIGHT')).toMatch(/^400 版权.*至 2018-03-31 止.*现由电影局承担/);
  expect(await refusal('PUBLISHING')).toMatch(/^400 .*至 2019-12-31 止.*请改选现有司局/);
  expect(await refusal('TV_DRAMA')).toMatch(/^400 .*自 2990-01-01 起/);
  expect((await office.post('/accounts', wish('FILM'), admin)).status).toBe(201);
});

test('an account whose unit has ended stays, is shown as such, and can be moved but not given another ended one', async () => {
  const { id } = (await (await office.post('/accounts', wish('IMPORT'), admin)).json()) as AccountView;
  await office.db.query(`update account set bureau = 'COPYRIGHT' where id = $1`, [id]);
  const change = async (body: object) => {
    const answer = await office.call(`/accounts/${id}`, { method: 'PATCH', cookie: admin, body });
    return [answer.status, (await answer.json()) as AccountView] as const;
  };
  const ended = { bureau: 'COPYRIGHT', bureauEndedOn: '2018-03-31' };
  expect(await change({ displayName: '老联络员' })).toMatchObject([200, ended]);
  expect(await change({ role: 'bureau_head' })).toMatchObject([400, {}]);
  expect(await change({ bureau: 'PUBLISHING' })).toMatchObject([400, {}]);
  expect(await change({ bureau: 'FILM' })).toMatchObject([200, { bureau: 'FILM', bureauEndedOn: null }]);
});
