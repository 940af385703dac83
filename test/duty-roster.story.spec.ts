import {
  handOver,
  type HandOverView,
  onDutyPage,
  type OnDuty,
  rosterView,
  type RosterView,
  shift,
  type ShiftView,
} from '../src/contract/roster.js';
import { Office } from './support/office.js';

const FIRE = { title: '某影院起火', level: 'II', lead: 'SECURITY', text: '有人受伤' };

let office: Office;
let ids: Record<string, string>;
let cookies: Record<string, string>;

beforeEach(async () => {
  office = await Office.open();
  const staff = { day: 'duty_officer', night: 'duty_officer', head: 'bureau_head', guard: 'bureau_officer' };
  cookies = {};
  for (const [name, role] of Object.entries(staff))
    cookies[name] = await office.employs(name, role, role.startsWith('bureau') ? 'SECURITY' : null);
  const rows = await office.db.query<{ username: string; id: string }[]>('select username, id from account');
  ids = Object.fromEntries(rows.map((row) => [row.username, row.id]));
});
afterEach(() => office.close());

interface Wanted {
  who: string;
  from: number;
  to: number;
  post?: string;
  seat?: string;
  by?: string;
  replaces?: { id: string; reason: string };
}

async function plans({ who, from, to, post = 'press_office', seat = 'main', by, replaces }: Wanted) {
  const now = (await office.clock.now()).getTime();
  const at = (hours: number) => new Date(now + hours * 3_600_000).toISOString();
  const body = { post, seat, accountId: ids[who], startsAt: at(from), endsAt: at(to), replaces };
  return office.post<ShiftView>('/roster/shifts', body, by === undefined ? undefined : cookies[by]);
}

const onDuty = async () => (await office.get<{ items: OnDuty[] }>('/roster/now')).items.map((one) => one.name);
const kinds = async () => (await office.journal()).map((row) => row.kind).filter((kind) => kind.startsWith('duty.'));
const roster = () => office.get<RosterView>('/roster');

describe('值班表', () => {
  test('a turn is planned, seen, changed by striking one for another, and cancelled with a reason', async () => {
    const made = await plans({ who: 'day', from: 0, to: 8 });
    expect([made.status, shift.safeParse(made.body).error]).toEqual([201, undefined]);
    expect(await onDuty()).toEqual(['day']);
    expect(onDutyPage.safeParse(await office.get('/roster/now')).error).toBeUndefined();
    const later = await plans({ who: 'night', from: 8, to: 16 });
    const replaces = { id: later.body.id, reason: '调班' };
    const changed = await plans({ who: 'day', from: 8, to: 16, replaces, by: 'day' });
    expect(changed.status).toBe(201);
    const seen = await roster();
    expect(rosterView.safeParse(seen).error).toBeUndefined();
    expect(seen.shifts.find((one) => one.id === later.body.id)).toMatchObject({ cancelReason: '调班' });
    const gone = await office.post<ShiftView>(`/roster/shifts/${changed.body.id}/cancel`, { reason: '重新排班' });
    expect([gone.status, gone.body.cancelledAt !== null]).toEqual([200, true]);
    expect((await office.post(`/roster/shifts/${changed.body.id}/cancel`, { reason: '重复' })).status).toBe(409);
    expect(await kinds()).toEqual([
      'duty.shift_planned',
      'duty.shift_planned',
      'duty.shift_cancelled',
      'duty.shift_planned',
      'duty.shift_cancelled',
    ]);
  });

  test('a turn that has begun is ended, never struck out: who stood when stays to be read', async () => {
    const { body } = await plans({ who: 'day', from: 0, to: 8 });
    await office.clock.forward({ hours: 1 });
    const ended = await office.post<ShiftView>(`/roster/shifts/${body.id}/cancel`, { reason: '身体不适' });
    expect(ended.body).toMatchObject({ cancelledAt: null, relievedAt: expect.any(String) });
    expect(await onDuty()).toEqual([]);
    expect(await kinds()).toContain('duty.shift_ended');
  });

  test('refused: twice at one time, in the past, backwards, who may not take it', async () => {
    await plans({ who: 'day', from: 0, to: 8 });
    expect((await plans({ who: 'day', from: 4, to: 6, seat: 'deputy' })).status).toBe(409);
    expect((await plans({ who: 'night', from: -3, to: 2 })).status).toBe(400);
    expect((await plans({ who: 'night', from: 5, to: 4 })).status).toBe(400);
    expect((await plans({ who: 'night', from: 0, to: 24 * 8 })).status).toBe(400);
    expect((await plans({ who: 'guard', from: 0, to: 8 })).status).toBe(400);
    expect((await plans({ who: 'guard', from: 0, to: 8, post: 'FILM' })).status).toBe(400);
  });

  test("a bureau's head plans his own bureau and no other; its officer plans nothing", async () => {
    expect((await plans({ who: 'guard', from: 0, to: 8, post: 'SECURITY', by: 'head' })).status).toBe(201);
    expect((await plans({ who: 'night', from: 0, to: 8, by: 'head' })).status).toBe(403);
    expect((await plans({ who: 'guard', from: 9, to: 10, post: 'SECURITY', by: 'guard' })).status).toBe(403);
    const own = await office.get<RosterView>('/roster', cookies['head']);
    expect(own.candidates.map((one) => one.name).sort()).toEqual(['guard', 'head']);
    expect((await office.get<RosterView>('/roster', cookies['guard'])).candidates).toEqual([]);
  });

  test('what nobody covers in the next seven days is shown; of a bureau only where it keeps a roster', async () => {
    expect((await roster()).gaps.map((gap) => gap.post)).toEqual(['press_office']);
    await plans({ who: 'day', from: 0, to: 24 * 6 });
    await plans({ who: 'night', from: 24 * 5, to: 24 * 8 });
    expect((await roster()).gaps).toEqual([]);
    await plans({ who: 'guard', from: 0, to: 24, post: 'SECURITY' });
    expect((await roster()).gaps.map((gap) => gap.post)).toEqual(['SECURITY']);
  });

  test('days bear their holidays and make-up days, over the end of a year', async () => {
    const { days } = await office.get<RosterView>('/roster?from=2026-09-28&days=14');
    expect(days.map((day) => day.kind[0]).join('')).toBe('wwwhhhhhhhwwmw');
    expect((await office.get<RosterView>('/roster?from=2026-12-30&days=3')).days.map((day) => day.announced)[1]).toBe(
      true,
    );
  });
});

describe('交接班', () => {
  beforeEach(async () => {
    await plans({ who: 'day', from: 0, to: 8 });
    await plans({ who: 'night', from: 8, to: 16 });
    await office.post('/incidents', FIRE);
    await office.clock.forward({ hours: 6 });
  });

  const give = (note = '重点盯影院起火') =>
    office.post<HandOverView>('/roster/hand-overs', { to: ids['night'], note }, cookies['day']);
  const accept = (id: string, who = 'night') =>
    office.post<HandOverView>(`/roster/hand-overs/${id}/accept`, {}, cookies[who]);

  test('holds what is open at that instant; the duty passes when it is accepted', async () => {
    const given = await give();
    expect([given.status, handOver.safeParse(given.body).error]).toEqual([201, undefined]);
    expect(given.body.snapshot).toMatchObject({
      incidents: [{ title: FIRE.title, clocks: [{ kind: 'statement_5h', overdue: true }, { overdue: false }] }],
      unacknowledged: expect.any(Number),
      triageWaiting: 0,
    });
    expect(await onDuty()).toEqual(['day']);
    expect((await accept(given.body.id, 'day')).status).toBe(409);
    const taken = await accept(given.body.id);
    expect([taken.status, taken.body.acceptedAt !== null]).toEqual([200, true]);
    expect(await onDuty()).toEqual(['night']);
    expect((await accept(given.body.id)).body).toEqual(taken.body);
    expect((await kinds()).slice(-2)).toEqual(['duty.handed_over', 'duty.taken_over']);
    await office.clock.forward({ hours: 3 });
    expect(await onDuty()).toEqual(['night']);
  });

  test('the same call again answers the same; a new one takes the place of one nobody accepted', async () => {
    const first = await give();
    expect((await give()).body.id).toBe(first.body.id);
    const second = await give('补充:已联系消防');
    expect(second.body.id).not.toBe(first.body.id);
    expect((await accept(first.body.id)).status).toBe(409);
    expect((await accept(second.body.id)).status).toBe(200);
  });

  test('a case that is restricted afterwards is named in no hand-over before; nor is a number of a person, ever', async () => {
    await office.post('/incidents', { ...FIRE, title: '影院起火，目击者13912345678' });
    await give();
    const titles = async () =>
      (
        await office.get<{ items: HandOverView[] }>('/roster/hand-overs', cookies['night'])
      ).items[0]?.snapshot.incidents.map(({ title }) => title);
    expect(await titles()).toEqual([FIRE.title, '影院起火，目击者■■■■■■■■■■■']);
    for (const { id } of await office.incidents())
      await office.post(`/incidents/${id}/restrict`, { people: [ids['day']], reason: '限知' }, cookies['day']);
    expect(await titles()).toEqual(['限知事项 · restricted', '限知事项 · restricted']);
  });

  test('without a word of the receiver the duty passes when his turn begins', async () => {
    await give();
    await office.clock.forward({ hours: 2, seconds: 1 });
    expect(await onDuty()).toEqual(['night']);
  });

  test('who has no turn hands nothing over, and nobody hands over to himself or to another bureau', async () => {
    expect((await office.post('/roster/hand-overs', { to: ids['day'], note: 'x' }, cookies['night'])).status).toBe(409);
    for (const to of [ids['day'], ids['guard']])
      expect((await office.post('/roster/hand-overs', { to, note: 'x' }, cookies['day'])).status).toBe(400);
  });

  test('a restricted case is handed over by its number alone', async () => {
    await office.db.query('update incident set restricted_to = array[$1]::uuid[]', [ids['day']]);
    expect(JSON.stringify((await give()).body.snapshot)).not.toContain(FIRE.title);
  });
});
