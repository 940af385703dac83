import { insertPerson, insertShift } from './support/roster-rows.js';
import { Office } from './support/office.js';

const FIRE = { title: '某影院起火', level: 'II', lead: 'SECURITY', text: '有人受伤' };

let office: Office;
beforeEach(async () => {
  office = await Office.open({ env: { SMTP_URL: 'smtp://127.0.0.1:1' } });
});
afterEach(() => office.close());

async function told(): Promise<string[]> {
  const rows = await office.db.query<{ told: string }[]>(
    `select distinct recipient_id || ' ' || channel as told from notice order by 1`,
  );
  return rows.map((row) => row.told);
}

async function opensFire(): Promise<string> {
  const { body } = await office.post<{ id: string }>('/incidents', FIRE);
  await office.sweeps();
  return body.id;
}

const kinds = async () => (await office.journal()).map((row) => row.kind);

describe('who hears of a case', () => {
  test('who has the turn, by his own ways; the shared mailbox beside him, the others not', async () => {
    const ways = { email: '!night@office.test' };
    const night = await insertPerson(office.db, 'night', { role: 'duty_officer', ways });
    const day = await insertPerson(office.db, 'day', { role: 'duty_officer', ways: { email: '!day@office.test' } });
    await insertShift(office.db, night);
    await insertShift(office.db, day, { from: 7, to: 15 });
    await opensFire();
    expect((await told()).filter((one) => !/^[A-Z]/.test(one))).toEqual([`${night} board`, `${night} email`]);
    expect(await told()).toContain('GENERAL_OFFICE board');
    expect(await kinds()).not.toContain('duty.nobody');

    await office.passes({ hours: 8 });
    const rows = await office.db.query(`select 1 from notice where recipient_id = $1`, [day]);
    expect(rows).not.toHaveLength(0);
  });

  test('with nobody on the shift every duty officer hears, and the journal says so once a case and sweep', async () => {
    const officers = await Promise.all(
      ['one', 'two'].map((name) => insertPerson(office.db, name, { role: 'duty_officer' })),
    );
    const id = await opensFire();
    expect((await told()).filter((one) => officers.some((officer) => one.startsWith(officer)))).toHaveLength(2);
    const rows = (await office.journal()).filter((row) => row.kind === 'duty.nobody');
    expect(rows.map((row) => [row.incidentId, (row.data.told as string[]).sort()])).toEqual([[id, officers.sort()]]);
  });

  test('a restricted case is told to those it names and to no mailbox', async () => {
    const day = await insertPerson(office.db, 'day', { role: 'duty_officer' });
    const named = await insertPerson(office.db, 'named', { role: 'duty_officer' });
    await insertShift(office.db, day);
    const { body } = await office.post<{ id: string }>('/incidents', FIRE);
    await office.db.query('update incident set restricted_to = array[$2]::uuid[] where id = $1', [body.id, named]);
    await office.sweeps();
    expect(await told()).toEqual([`${named} board`]);
  });

  test('an officer without a way of his own is told of in the row that was fired', async () => {
    const guard = await insertPerson(office.db, 'guard', { role: 'bureau_officer', bureau: 'SECURITY' });
    const id = await opensFire();
    await office.post(`/incidents/${id}/confirm`, {});
    await office.sweeps();
    const fired = (await office.journal()).filter((row) => row.kind === 'threshold.fired');
    const unreached = fired.flatMap((row) => row.data.unreached as { recipient: string; why: string }[]);
    expect(unreached).toContainEqual({ recipient: guard, why: expect.stringContaining('没有登记联系方式') });
  });
});
