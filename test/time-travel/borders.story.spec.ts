import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { PolicyKeeper } from '../../src/clocks/policy-keeper.js';
import type { IncidentView } from '../../src/contract/incident.js';
import { insertPerson, insertShift } from '../support/roster-rows.js';
import { CONFERENCE, minutesAfter, STATEMENT, Traveller } from './traveller.js';

const SHIPPED = readFileSync(resolve(__dirname, '../../config/policy.yaml'), 'utf8');

/** What is decided or changed while a limit runs counts from its own instant on, and for nothing before it. */
describe('borders in time', () => {
  const folder = mkdtempSync(join(tmpdir(), 'borders-'));
  const policy = join(folder, 'policy.yaml');
  let traveller: Traveller;
  let second: string;
  let leader: string;
  beforeAll(async () => {
    writeFileSync(policy, SHIPPED);
    traveller = await Traveller.set({ at: '2027-11-30T12:00:00Z', env: { POLICY_FILE: policy } });
    second = await traveller.office.employs('second', 'duty_officer');
    leader = await traveller.office.employs('leader', 'leadership');
  });
  afterAll(async () => {
    await traveller.close();
    rmSync(folder, { recursive: true });
  });

  async function agrees(id: string, cookie: string): Promise<void> {
    const [request] = (await traveller.office.incident(id)).secondPerson;
    const done = await traveller.office.post(
      `/incidents/${id}/second-person`,
      { request: request?.id, agree: true },
      cookie,
    );
    expect(done.status).toBe(200);
  }

  test('a waiver silences its duty from the decision on, not from the asking; the other duty goes on to its end', async () => {
    const { id } = await traveller.opens('看台坍塌');
    await traveller.office.passes({ hours: 2 });
    await traveller.office.post<IncidentView>(`/incidents/${id}/clocks/statement_5h/waiver`, { reason: '侦办期间' });
    await traveller.office.passes({ hours: 2, minutes: 5 }, 5);
    expect(await traveller.crossed(id, 'statement_5h')).toEqual(STATEMENT.slice(0, 2));
    await agrees(id, leader);
    await traveller.office.passes({ hours: 22 }, 11);
    expect(await traveller.crossed(id, 'statement_5h')).toEqual(STATEMENT.slice(0, 2));
    expect(await traveller.crossed(id, 'press_conference_24h')).toEqual(CONFERENCE);
    expect(await traveller.standings(id)).toMatchObject({ statement_5h: 'waived', press_conference_24h: 'overdue' });
  });

  test('a waiver after the limit takes back nothing that was told', async () => {
    const { id } = await traveller.opens('索道坠落');
    await traveller.office.passes({ hours: 6 }, 6);
    await traveller.office.post(`/incidents/${id}/clocks/statement_5h/waiver`, { reason: '侦办期间' });
    await agrees(id, leader);
    expect(await traveller.crossed(id, 'statement_5h')).toEqual(STATEMENT);
    expect(await traveller.standings(id)).toMatchObject({ statement_5h: 'waived' });
  });

  test('a publication before the limit, recorded a day after it: overdue until vouched for, then in time at its true instant', async () => {
    const { id, clockStartAt } = await traveller.opens('游船倾覆');
    await traveller.office.passes({ hours: 29 }, 29);
    const published = minutesAfter(clockStartAt, 299);
    expect(await traveller.publishedStatement(id, published)).toBe(201);
    expect(await traveller.standings(id)).toMatchObject({ statement_5h: 'overdue' });
    await traveller.office.passes({ hours: 3 });
    await agrees(id, second);
    const met = { state: 'met', metAt: published.toISOString() };
    expect(await traveller.clock(id, 'statement_5h')).toMatchObject(met);
    await traveller.office.restarts();
    await traveller.office.passes({ hours: 24 });
    expect(await traveller.clock(id, 'statement_5h')).toMatchObject(met);
    expect(await traveller.crossed(id, 'statement_5h')).toEqual(STATEMENT);
  });

  test('an earlier publication recorded after a late one turns late into in time, once it is vouched for', async () => {
    const { id, clockStartAt } = await traveller.opens('看台踩踏');
    await traveller.office.passes({ hours: 7 }, 7);
    await traveller.publishedStatement(id, minutesAfter(clockStartAt, 360), 'https://example.gov.cn/c/2');
    expect(await traveller.standings(id)).toMatchObject({ statement_5h: 'late' });
    await traveller.publishedStatement(id, minutesAfter(clockStartAt, 240), 'https://example.gov.cn/c/1');
    expect(await traveller.standings(id)).toMatchObject({ statement_5h: 'late' });
    await agrees(id, second);
    const metAt = minutesAfter(clockStartAt, 240).toISOString();
    expect(await traveller.clock(id, 'statement_5h')).toMatchObject({ state: 'met', metAt });
  });

  test('at the hand-over of a turn each hears what is crossed in his own, to the very instant', async () => {
    const [night, day] = [
      await insertPerson(traveller.office.db, 'night', { role: 'duty_officer' }),
      await insertPerson(traveller.office.db, 'day', { role: 'duty_officer' }),
    ];
    await insertShift(traveller.office.db, night, { from: -1, to: 5 });
    await insertShift(traveller.office.db, day, { from: 5, to: 30 });
    const { id, clockStartAt } = await traveller.opens('舞台灯架坠落');
    await traveller.office.sweeps();
    const [border] = await traveller.office.db.query<{ at: Date }[]>(
      'select starts_at as at from duty_shift where account_id = $1',
      [day],
    );
    const at = (border?.at ?? new Date(0)).getTime();
    // The limit itself falls into the day's turn by what passed between planning the turns and opening the case.
    expect(at).toBeLessThanOrEqual(minutesAfter(clockStartAt, 300).getTime());
    await traveller.office.passes({ hours: 26 }, 52);
    const heard = async (who: string) =>
      (
        await traveller.office.db.query<{ at: Date }[]>(
          `select a.detected_at as at from notice n join deadline_alert a on a.id = n.alert_id
           where n.incident_id = $1 and n.recipient_id = $2`,
          [id, who],
        )
      ).map((row) => row.at.getTime());
    const [byNight, byDay] = [await heard(night), await heard(day)];
    expect(byNight.length).toBeGreaterThan(0);
    expect(byDay.length).toBeGreaterThan(0);
    expect(byNight.every((one) => one < at)).toBe(true);
    expect(byDay.every((one) => one >= at)).toBe(true);
  });

  test('a shorter limit from midnight on counts for cases of the new day; yesterday’s keep theirs through it', async () => {
    await traveller.to('2027-12-31T15:00:00Z'); // 23:00 in Beijing
    const before = await traveller.opens('跨年晚会事故');
    await traveller.to('2027-12-31T16:00:00Z');
    writeFileSync(policy, SHIPPED.replace(/^version: .*$/m, 'version: new-year').replace(/hours: 5$/m, 'hours: 4'));
    expect(await traveller.office.part(PolicyKeeper).look()).toBe(true);
    const after = await traveller.opens('元旦灯会事故');
    await traveller.office.passes({ hours: 6 }, 12);
    expect(await traveller.crossed(before.id, 'statement_5h')).toEqual(STATEMENT);
    const due = (await traveller.crossed(after.id, 'statement_5h')).at(-1);
    expect(due).toBe('due +240');
  });
});
