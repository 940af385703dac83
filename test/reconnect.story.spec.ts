import { snapshotFor } from '../src/board/board-part.js';
import { BoardReader } from '../src/board/board-reader.js';
import { append } from '../src/journal/append.js';
import type { Person } from '../src/contract/session.js';
import { toldRows } from '../src/web/board/told.js';
import { Line } from './support/line.js';
import { LiveBoard } from './support/live-board.js';
import { Office } from './support/office.js';

const HOUR = 3_600_000;

interface Seat {
  person: Person;
  cookie: string;
  line: Line;
  board: LiveBoard;
}

/** After any break the screen equals the database: nothing missing, nothing doubled, nothing that is not for this reader. */
describe('a board that was cut off', () => {
  let office: Office;
  let awake = 0;
  const seats: Seat[] = [];

  beforeAll(async () => {
    // The clock that a browser goes by while the machine is awake; it jumps when the machine has slept.
    const real = performance.now.bind(performance);
    jest.spyOn(performance, 'now').mockImplementation(() => real() + awake);
    office = await Office.open();
  });
  afterEach(async () => {
    for (const { board, line } of seats.splice(0)) {
      board.close();
      await line.close();
    }
  });
  afterAll(() => office.close());

  const open = async (title: string, lead = 'FILM') =>
    (await office.post<{ id: string }>('/incidents', { title, level: 'I', lead })).body.id;

  async function sits(name: string, role: string, bureau: string | null = null, waits = true): Promise<Seat> {
    const cookie = await office.employs(name, role, bureau);
    const person = await office.get<Person>('/session', cookie);
    const line = await Line.to(office.address);
    const seat = { person, cookie, line, board: LiveBoard.open(line.address, cookie) };
    seats.push(seat);
    if (waits) await seat.board.until(() => seat.board.store.state().seq !== null);
    return seat;
  }

  /** Whole again, as the database is now. */
  async function equalsTheDatabase({ board, person }: Seat): Promise<void> {
    const truth = snapshotFor(await office.part(BoardReader).snapshot(), person);
    const state = () => board.store.state();
    await board.until(() => state().seq === truth.seq && !state().gap && state().triage.length === truth.triage.length);
    expect([...state().incidents.values()].sort(byId)).toEqual([...truth.incidents].sort(byId));
    const told = state().recent.map(({ seq }) => seq);
    const inDatabase = toldRows(truth.recent).map(({ seq }) => seq);
    const both = Math.min(told.length, inDatabase.length);
    expect(told.slice(0, both)).toEqual(inDatabase.slice(0, both));
    expect(new Set(told).size).toBe(told.length);
    expect(state().people).toEqual(truth.people);
  }

  /** Much happens while nobody here can hear it. */
  async function muchHappens(name: string): Promise<{ foreign: string }> {
    const [kept, gone, foreign] = [
      await open(`${name}一`),
      await open(`${name}二`),
      await open(`${name}三`, 'TV_DRAMA'),
    ];
    await office.post(`/incidents/${kept}/acknowledge`, {});
    await office.post(`/incidents/${gone}/dismiss`, { reason: '误报' });
    await office.passes({ minutes: 40 });
    return { foreign };
  }

  it('by a broken line: what happened meanwhile is there', async () => {
    const desk = await sits('desk-cut', 'duty_officer');
    desk.line.cut();
    await desk.board.until(() => !desk.board.socket.connected);
    await muchHappens('断线');
    expect(desk.board.store.signal().state).toBe('reconnecting');
    desk.line.mend();
    await equalsTheDatabase(desk);
    expect(desk.board.store.signal().state).toBe('live');
  });

  it('by eight hours of sleep on a line that fell silent and told nobody', async () => {
    const desk = await sits('desk-asleep', 'duty_officer');
    desk.line.falls();
    await muchHappens('睡眠');
    awake += 8 * HOUR;
    await office.clock.forward({ hours: 8 });
    await office.sweeps();
    expect(desk.board.store.signal()).toMatchObject({ state: 'lost' });
    await equalsTheDatabase(desk);
    const skew = desk.board.store.clock.now() - (await office.clock.now()).getTime();
    expect(Math.abs(skew)).toBeLessThan(1_000);
  });

  it('before it had heard anything at all', async () => {
    await office.publishes({ title: '山东临沂一化工厂爆炸已致12人死亡' });
    await office.judges();
    const cookie = await office.employs('desk-first', 'duty_officer');
    const person = await office.get<Person>('/session', cookie);
    const line = await Line.to(office.address);
    line.breaksAfter(600);
    const board = LiveBoard.open(line.address, cookie);
    const seat = { person, cookie, line, board };
    seats.push(seat);
    await board.until(() => !board.socket.connected);
    expect(board.store.state().seq).toBeNull();
    await muchHappens('初次');
    line.mend();
    await equalsTheDatabase(seat);
  });

  it('in the middle of a word', async () => {
    const desk = await sits('desk-word', 'duty_officer');
    desk.line.breaksAfter(100);
    await open('说到一半');
    await desk.board.until(() => !desk.board.socket.connected);
    desk.line.mend();
    await equalsTheDatabase(desk);
  });

  it('by a restart of the server, and by a move to a second one', async () => {
    const desk = await sits('desk-restart', 'duty_officer');
    await office.restarts();
    desk.line.mend(office.address);
    await muchHappens('重启');
    await equalsTheDatabase(desk);
    const second = await office.second();
    desk.line.cut();
    await open('第二台之前');
    desk.line.mend(second.address);
    await equalsTheDatabase(desk);
    await open('由第一台登记');
    await equalsTheDatabase(desk);
    desk.line.cut();
    await second.close();
  });

  it('because it took nothing any more: the server does not hold it all, and the others wait for nobody', async () => {
    const [clogged, other] = [await sits('desk-clogged', 'duty_officer'), await sits('desk-other', 'duty_officer')];
    clogged.line.clogs();
    const bulky = {
      kind: 'notice.bulky',
      incidentId: null,
      actor: 'system:test',
      data: { text: '满'.repeat(100_000) },
    };
    for (let turn = 0; turn < 20; turn += 1)
      await office.db.transaction((tx) => append(tx, [bulky, bulky, bulky, bulky, bulky]));
    await equalsTheDatabase(other);
    const ended = new Promise((end) => clogged.board.socket.once('disconnect', end));
    clogged.line.flows();
    await ended;
    expect(clogged.board.store.state().seq).toBeLessThan(other.board.store.state().seq ?? 0);
    await equalsTheDatabase(clogged);
  });

  it('as a bureau: nothing of others has ever crossed the line', async () => {
    const bureau = await sits('film-cut', 'bureau_officer', 'FILM');
    const before = await muchHappens('先前');
    bureau.line.cut();
    const meanwhile = await muchHappens('其间');
    bureau.line.mend();
    await equalsTheDatabase(bureau);
    const afterwards = await muchHappens('此后');
    await equalsTheDatabase(bureau);
    const heard = (id: string) => bureau.board.heard.some((said) => said.includes(id));
    for (const { foreign } of [before, meanwhile, afterwards]) expect(heard(foreign)).toBe(false);
  });

  it('whose reader was dismissed meanwhile: nothing more is said to it', async () => {
    const desk = await sits('desk-gone', 'duty_officer');
    desk.line.cut();
    await desk.board.until(() => !desk.board.socket.connected);
    await office.send('PATCH', `/accounts/${desk.person.id}`, { version: 1, disabled: true });
    const secret = await open('离任之后');
    const doubts = desk.board.doubts;
    desk.line.mend();
    await desk.board.until(() => desk.board.doubts > doubts + 1);
    expect(desk.board.socket.connected).toBe(false);
    expect(desk.board.heard.join()).not.toContain(secret);
  });
});

const byId = (a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id);
