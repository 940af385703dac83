import type { OfficeOptions } from '../contract/office-options.js';
import { Office } from '../../test/support/office.js';

let office: Office;
beforeAll(async () => {
  office = await Office.open();
});
afterAll(() => office.close());

test('the watermark is off until an administrator switches it on, once on record', async () => {
  const reader = await office.employs('zhou', 'leadership');
  const read = () => office.get<OfficeOptions>('/office-options', reader);
  const set = (watermark: boolean, cookie?: string) => office.send('PATCH', '/office-options', { watermark }, cookie);
  expect(await read()).toEqual({ watermark: false });
  expect((await set(true, reader)).status).toBe(403);
  expect((await set(true)).body).toEqual({ watermark: true });
  await set(true);
  expect(await read()).toEqual({ watermark: true });
  const told = (await office.journal()).filter(({ kind }) => kind === 'office.options_changed');
  expect(told.map(({ data }) => data)).toEqual([{ watermark: true }]);
});
