import type { IncidentView } from '../src/contract/incident.js';
import { type NoticesOfCase, noticesOfCase } from '../src/contract/notice.js';
import { ROUTES } from '../src/contract/routes.js';
import { Outbox } from '../src/notices/outbox.js';
import { Office } from './support/office.js';

let office: Office;
let guard: string;
let other: string;
let incident: IncidentView;

beforeEach(async () => {
  office = await Office.open({
    contacts: { SECURITY: { webhook: 'https://security.test/hook' } },
    env: { WEBHOOK_SECRET: 'a-secret-of-sixteen' },
  });
  guard = await office.employs('guard', 'bureau_officer', 'SECURITY');
  other = await office.employs('film', 'bureau_officer', 'FILM');
  await office.employs('desk', 'duty_officer');
  const wish = { title: '某影院起火', level: 'II', lead: 'SECURITY', co: ['FILM'] };
  incident = (await office.post<IncidentView>('/incidents', wish)).body;
  await office.sweeps();
});
afterEach(() => office.close());

const notices = (cookie?: string) => office.get<NoticesOfCase>(`/incidents/${incident.id}/notices`, cookie);
const seen = async (body: object, cookie: string) => (await office.post('/notices/seen', body, cookie)).body;
const onBoard = (told: NoticesOfCase, unit: string) =>
  told.items.filter((one) => one.channel === 'board' && one.unit === unit);

/** All that a glance may not change. */
async function everything(): Promise<string> {
  const tables = 'notice notice_receipt delivery_attempt incident incident_clock clock_threshold evidence journal';
  const rows = await Promise.all(
    tables.split(' ').map((table) => office.db.query<object[]>(`select to_jsonb(t) as row from ${table} t order by 1`)),
  );
  return JSON.stringify(rows);
}

test('what stood on the screen is seen by its own reader, once, and never goes back', async () => {
  const before = await notices();
  expect(noticesOfCase.safeParse(before).error).toBeUndefined();
  const ids = before.items.map((one) => one.id);
  expect(await seen({ ids, incidents: [incident.id] }, other)).toEqual({ seen: onBoard(before, 'FILM').length });
  expect(new Set(onBoard(await notices(), 'SECURITY').map((one) => one.state))).toEqual(new Set(['sent']));
  const count = onBoard(before, 'SECURITY').length;
  expect(count).toBeGreaterThan(0);
  for (let again = 0; again < 2; again += 1)
    expect(await seen({ incidents: [incident.id] }, guard)).toEqual({ seen: count });
  const mine = onBoard(await notices(), 'SECURITY');
  expect(new Set(mine.map((one) => one.state))).toEqual(new Set(['seen']));
  expect(mine[0]?.receipts.map((one) => one.state)).toEqual(['queued', 'sent', 'seen']);
  await office.post(`/incidents/${incident.id}/acknowledge`, {}, guard);
  await seen({ incidents: [incident.id] }, guard);
  expect(new Set(onBoard(await notices(), 'SECURITY').map((one) => one.state))).toEqual(new Set(['acknowledged']));
});

test('opening whatever a notice may link to changes nothing', async () => {
  await office.passes({ hours: 1 });
  const before = await everything();
  // A file taken out is on record, whoever takes it.
  const reads = ROUTES.filter(
    ({ method, path }) => method === 'GET' && !/^\/(api|health|metrics|sources\/opml)/.test(path),
  );
  for (const { path } of reads)
    for (const cookie of [undefined, guard])
      await (await office.fetch(`${path.replace(':id', incident.id)}?seen=1&acknowledge=1`, cookie)).text();
  for (const act of ['acknowledge', 'confirm', 'dismiss', 'notices/seen'])
    expect((await office.fetch(`/incidents/${incident.id}/${act}`)).status).toBe(404);
  const page = await fetch(`${office.address}/incidents/${incident.id}`, { headers: { cookie: guard } });
  await page.text();
  expect(await everything()).toBe(before);
  expect(reads.length).toBeGreaterThan(15);
});

test('each row says who, how, how often it failed and in which words; names are for those who may know them', async () => {
  const outbox = new Outbox(office.db);
  for (const notice of await outbox.claim('webhook', 10))
    await outbox.recordFailure(notice, { detail: 'HTTP 503 away', permanent: false });
  const desk = await notices();
  const hook = desk.items.find((one) => one.channel === 'webhook' && one.unit === 'SECURITY');
  expect(hook).toMatchObject({ state: 'pending', attempts: 1, failures: 1, lastFailure: 'HTTP 503 away', name: null });
  const film = await notices(other);
  expect(film.items.find((one) => one.id === hook?.id)?.lastFailure).toBeNull();
  expect(desk.items.map((one) => one.name)).toContain('guard');
  expect(film.items.map((one) => one.name)).not.toContain('guard');
  expect((await notices(guard)).items.map((one) => one.name)).toContain('guard');
  await office.db.query(`update notice set state = 'held', next_at = '2030-01-01T00:00:00Z' where id = $1`, [hook?.id]);
  const held = (await notices()).items.find((one) => one.id === hook?.id);
  expect(held).toMatchObject({ state: 'held', heldUntil: '2030-01-01T00:00:00.000Z' });
});

test('what was not sent is a row too: nobody on duty, no way', async () => {
  const { notSent } = await notices();
  expect(notSent).toContainEqual(expect.objectContaining({ reason: 'nobody_on_duty', unit: 'GENERAL_OFFICE' }));
  expect(notSent).toContainEqual(
    expect.objectContaining({ reason: 'no_way', why: expect.stringMatching(/./) as string }),
  );
});

test('is read page by page, newest first: each notice once, and what was not sent beside it', async () => {
  for (let hour = 0; hour < 3; hour += 1) await office.passes({ hours: 1 });
  const all = await notices();
  expect(all.next).toBeNull();
  const pages: NoticesOfCase[] = [];
  let place: string | null = '';
  while (place !== null) {
    const path = `/incidents/${incident.id}/notices?limit=3${place && `&cursor=${place}`}`;
    const page: NoticesOfCase = await office.get(path);
    expect(page.items.length).toBeLessThanOrEqual(3);
    pages.push(page);
    place = page.next;
  }
  expect(pages.length).toBe(Math.ceil(all.items.length / 3));
  const idsOf = ({ items }: Pick<NoticesOfCase, 'items'>) => items.map(({ id }) => id).sort();
  expect(idsOf({ items: pages.flatMap(({ items }) => items) })).toEqual(idsOf(all));
  expect(pages.flatMap(({ notSent }) => notSent)).toEqual(all.notSent);
  const times = pages.flatMap(({ items }) => items.map(({ receipts }) => receipts[0]?.at ?? ''));
  expect(times).toEqual([...times].sort().reverse());
  for (const wrong of ['limit=1000', 'cursor=x'])
    expect((await office.fetch(`/incidents/${incident.id}/notices?${wrong}`)).status).toBe(400);
});

test('a restricted matter tells only the named, and only they have seen it', async () => {
  const { id } = await office.get<{ id: string }>('/session');
  const restricted = await office.post(`/incidents/${incident.id}/restrict`, { people: [id], reason: '保密' });
  expect(restricted.status).toBe(200);
  expect((await office.fetch(`/incidents/${incident.id}/notices`, guard)).status).toBe(404);
  expect(await seen({ incidents: [incident.id] }, guard)).toEqual({ seen: 0 });
  expect((await office.fetch(`/incidents/${incident.id}/notices`)).status).toBe(200);
});
