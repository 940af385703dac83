import type { SavedView } from '../../contract/saved-view.js';
import { Office } from '../../../test/support/office.js';

let office: Office;
beforeAll(async () => {
  office = await Office.open();
});
afterAll(() => office.close());

const views = async (cookie?: string) => (await office.get<{ items: SavedView[] }>('/saved-views', cookie)).items;
const save = (name: string, search: string, cookie?: string) =>
  office.send('POST', '/saved-views', { page: 'register', name, search }, cookie);

test('a view is kept for its person alone, and replaced under its name', async () => {
  const other = await office.employs('zhou', 'leadership');
  await save('超时', '?duty=overdue');
  expect((await save('超时', '?duty=overdue&level=I')).status).toBe(201);
  await save('版权', '?bureau=COPYRIGHT', other);
  expect((await views()).map(({ name, search }) => [name, search])).toEqual([['超时', '?duty=overdue&level=I']]);
  expect((await views(other)).map(({ name }) => name)).toEqual(['版权']);
});

test('nobody removes what is another’s', async () => {
  const other = await office.employs('wu', 'auditor');
  const [mine] = await views();
  await office.send('DELETE', `/saved-views/${mine?.id}`, undefined, other);
  expect(await views()).toHaveLength(1);
  expect((await office.send('DELETE', `/saved-views/${mine?.id}`)).status).toBe(204);
  expect(await views()).toEqual([]);
});

test.each(['//evil.test', 'https://evil.test', '?a b', '?a#b'])('%s is no query of a page', async (search) => {
  expect((await save('坏', search)).status).toBe(400);
});

test('there is an end to how many', async () => {
  const other = await office.employs('zheng', 'leadership');
  for (let no = 0; no < 50; no += 1) expect((await save(`视图${no}`, '', other)).status).toBe(201);
  expect((await save('视图50', '', other)).status).toBe(409);
  expect((await save('视图7', '?level=I', other)).status).toBe(201);
});
