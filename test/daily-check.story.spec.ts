import { DailyCheck } from '../src/watch/daily/daily-check.js';
import type { RosterView } from '../src/contract/roster.js';
import { FakeReceiver } from './support/fake-receiver.js';
import { Office } from './support/office.js';
import { insertPerson, insertShift } from './support/roster-rows.js';

let office: Office;
let receiver: FakeReceiver;

beforeEach(async () => {
  receiver = await FakeReceiver.start();
  const env = { WEBHOOK_SECRET: '0123456789abcdef', SMTP_URL: 'smtp://127.0.0.1:1' };
  office = await Office.open({ env, operators: { webhook: receiver.url } });
});
afterEach(async () => {
  await office.close();
  await receiver.stop();
});

const beat = () => office.part(DailyCheck).beat();
const checks = async () => (await office.journal()).filter((row) => row.kind === 'duty.checked');

test('every morning once; after three days away three runs, one message', async () => {
  expect(await beat()).toHaveLength(1);
  expect(await beat()).toEqual([]);
  expect(receiver.calls).toHaveLength(1);
  await office.clock.forward({ hours: 72 });
  const ran = await Promise.all([beat(), beat()]);
  expect(ran.flat()).toHaveLength(3);
  expect(await beat()).toEqual([]);
  const periods = (await checks()).map((row) => row.data.period as string);
  expect(periods).toEqual([...periods].sort());
  expect(new Set(periods).size).toBe(4);
  expect(receiver.calls).toHaveLength(2);
});

test('operators who could not be told are told a minute later', async () => {
  receiver.answers.push(500);
  await beat();
  await beat();
  expect(receiver.calls).toHaveLength(1);
  await office.clock.forward({ minutes: 2 });
  await beat();
  await beat();
  expect(receiver.calls).toHaveLength(2);
});

test('what is found: nobody, no way, unproven; a proven way ends it, a mailbox alone does not', async () => {
  const stateOf = async (post: string, unit: string | null = null) =>
    (await office.get<RosterView>('/roster')).findings.find((one) => one.post === post && one.unit === unit)?.state;
  expect([await stateOf('duty'), await stateOf('lead_officer', 'SECURITY')]).toEqual(['nobody', 'nobody']);
  expect(await stateOf('operators')).toBe('mailbox_only');
  const day = await insertPerson(office.db, 'day', { role: 'duty_officer' });
  expect(await stateOf('duty')).toBe('no_way');
  await office.db.query(
    `insert into contact_way (account_id, channel, address) values ($1, 'email', 'day@office.test')`,
    [day],
  );
  expect(await stateOf('duty')).toBe('unproven');
  await office.db.query('update contact_way set proven_at = app_now()');
  expect(await stateOf('duty')).toBeUndefined();
  // The turn is another's, who has no way: he is the one who would be told.
  await insertShift(office.db, await insertPerson(office.db, 'night', { role: 'duty_officer' }));
  expect(await stateOf('duty')).toBe('no_way');
  await beat();
  const [row] = await checks();
  expect(row?.data.findings).toContainEqual({ post: 'duty', unit: null, state: 'no_way' });
  expect(JSON.stringify(row)).not.toContain('day@office.test');
  expect((await office.get<RosterView>('/roster')).checkedAt).not.toBeNull();
});
