import type { PolicyPage } from '../contract/policy.js';
import { Office } from '../../test/support/office.js';

const ADDRESS = 'https://robot.test/send?key=secret';
let office: Office;
beforeAll(async () => {
  office = await Office.open({ operators: { webhook: ADDRESS } });
});
afterAll(() => office.close());

test('the policy in force is everybody’s to read, with its sources and without any address', async () => {
  const reader = await office.employs('wu', 'bureau_officer', 'COPYRIGHT');
  const answer = await office.fetch('/policy', reader);
  const text = await answer.text();
  expect(text).not.toContain(ADDRESS);
  const { version, versions, severity, refused } = JSON.parse(text) as PolicyPage;
  const inForce = versions.find((one) => one.version === version);
  expect(inForce?.body).toMatchObject({ clocks: expect.arrayContaining([expect.objectContaining({ hours: 5 })]) });
  expect(Object.keys(inForce?.body ?? {})).not.toEqual(expect.arrayContaining(['operators']));
  expect(severity.lines.every(({ source, confidence }) => source !== '' && confidence !== '')).toBe(true);
  expect(refused).toEqual([]);
});
