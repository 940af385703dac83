import { ModulesContainer } from '@nestjs/core';
import { io } from 'socket.io-client';
import { BoardGateway } from '../src/board/board.gateway.js';
import { BOARD_PATH } from '../src/contract/board.js';
import { CANARY_NAMESPACE } from '../src/contract/canary.js';
import type { IncidentLine, JournalLine } from '../src/contract/incident.js';
import { isOfBureau, maySee, may, ROLES, type Role } from '../src/domain/rights.js';
import { append } from '../src/journal/append.js';
import { WALL_NAMESPACE } from '../src/contract/wall-socket.js';
import { Office } from './support/office.js';
import { Screen } from './support/screen.js';
import { WallScreen } from './support/wall-screen.js';

const HOUR = 3_600_000;
/** Nest's own names of what it keeps about a gateway and about what it hears. */
const [IS_GATEWAY, MESSAGE] = ['websockets:is_gateway', 'message'];

interface Someone {
  id: string;
  role: Role;
  bureau: string | null;
  cookie: string;
  screen: Screen;
}

/** Every namespace, room and message of the sockets × every role: what HTTP refuses a person no socket tells. */
describe('sockets', () => {
  let office: Office;
  const people = new Map<Role, Someone>();
  const cases = new Map<string, IncidentLine>();
  const of = (role: Role): Someone => people.get(role) as Someone;

  beforeAll(async () => {
    office = await Office.open({ jurisdiction: 'office' });
    const now = (await office.clock.now()).getTime();
    await office.publishes({ title: '青海西宁一书店火灾已致15人死亡', publishedAt: new Date(now - 73 * HOUR) });
    await office.publishes({ title: '山东临沂一化工厂爆炸已致12人死亡' });
    await office.judges();
    for (const role of ROLES) await employ(role);
    await open('本司主办', { lead: 'FILM' });
    await open('本司协办', { lead: 'TV_DRAMA', co: ['FILM'] });
    await open('别司的事', { lead: 'TV_DRAMA' });
    await open(
      '限知而在列',
      { lead: 'TV_DRAMA' },
      [...people.values()].map(({ id }) => id),
    );
    await open('限知而不在列', { lead: 'FILM' }, []);
    for (const one of people.values()) one.screen = await office.screen(one.cookie);
  }, 120_000);
  afterAll(async () => {
    for (const { screen } of people.values()) screen.close();
    await office.close();
  });

  async function employ(role: Role): Promise<void> {
    const bureau = isOfBureau(role) ? 'FILM' : null;
    const cookie = await office.employs(`sits-${role}`, role, bureau);
    const { id } = await office.get<{ id: string }>('/session', cookie);
    people.set(role, { id, role, bureau, cookie, screen: null as unknown as Screen });
  }

  async function open(title: string, to: { lead: string; co?: string[] }, restrictedTo?: string[]): Promise<void> {
    const { body } = await office.post<IncidentLine>('/incidents', { title, level: 'III', ...to });
    const { id: self } = await office.get<{ id: string }>('/session');
    const named = restrictedTo && [...restrictedTo, self];
    if (named) await office.post(`/incidents/${body.id}/restrict`, { people: named, reason: '保密' });
    cases.set(title, { ...body, restrictedTo: named ?? null });
  }

  const visible = (one: Someone): string[] =>
    [...cases.values()]
      .filter((line) => maySee(one, line))
      .map(idOf)
      .sort();
  const idOf = ({ id }: { id: string }): string => id;
  const overHttp = async (path: string, { cookie }: Someone): Promise<string[] | null> => {
    const answer = await office.fetch(path, cookie);
    return answer.ok ? ((await answer.json()) as { items: { id: string }[] }).items.map(idOf).sort() : null;
  };
  const refused = (namespace: string, cookie: string): Promise<string> =>
    new Promise((resolve) => {
      const options = { path: BOARD_PATH, extraHeaders: { cookie }, transports: ['websocket'], reconnection: false };
      const socket = io(office.address + namespace, { ...options, forceNew: true });
      const tell = (word: string): void => {
        socket.close();
        resolve(word);
      };
      socket.once('connect', () => tell('connected'));
      socket.once('connect_error', (error) => tell(error.message));
    });

  it('there are three gateways, and one message that a screen or a wall may send', () => {
    const gateways = [...office.part(ModulesContainer).values()]
      .flatMap((module) => [...module.providers.values()])
      .map(({ metatype }) => metatype)
      .filter((type): type is new () => object => typeof type === 'function' && Reflect.hasMetadata(IS_GATEWAY, type));
    expect(gateways.map(({ name }) => name).sort()).toEqual(['BoardGateway', 'CanaryGateway', 'WallGateway']);
    const handlers = gateways.flatMap(({ prototype }) =>
      Object.getOwnPropertyNames(prototype)
        .map((name) => Object.getOwnPropertyDescriptor(prototype, name)?.value as unknown)
        .filter((handler): handler is () => unknown => typeof handler === 'function'),
    );
    expect(handlers.flatMap((handler) => (Reflect.getMetadata(MESSAGE, handler) as string | undefined) ?? [])).toEqual([
      'resync',
      'resync',
    ]);
  });

  it('each screen is in the room of its bureau or in that of all, and in no other', () => {
    const joined = office.part(BoardGateway)['audience'].screens();
    for (const { id, role, bureau } of people.values()) {
      const own = joined.filter(({ data }) => data.person.id === id);
      const rooms = own.flatMap((socket) => [...socket.rooms].filter((room) => room !== socket.id));
      expect([role, rooms]).toEqual([role, [bureau === null ? 'everything' : `bureau:${bureau}`]]);
    }
  });

  it('nobody comes in without a session, with a first password, or with a session of the board where the self-check or a wall listens', async () => {
    expect(await refused('', '')).toBe('unauthorized');
    const fresh = { username: 'fresh', displayName: 'fresh', role: 'administrator', password: 'a-first-password-1' };
    await office.post('/accounts', fresh);
    expect(await refused('', await office.signIn(fresh.username, fresh.password))).toBe('unauthorized');
    for (const { role, cookie } of people.values())
      for (const namespace of [CANARY_NAMESPACE, WALL_NAMESPACE])
        expect([role, namespace, await refused(namespace, cookie)]).toEqual([role, namespace, 'unauthorized']);
    expect(await refused('/anything', of('administrator').cookie)).toBe('Invalid namespace');
  });

  it('a wall comes in where walls listen, and nowhere else; it hears no message of the board', async () => {
    const cookie = await WallScreen.cookieOf(office);
    for (const namespace of ['', CANARY_NAMESPACE])
      expect([namespace, await refused(namespace, cookie)]).toEqual([namespace, 'unauthorized']);
    const wall = await WallScreen.connect(office.address, cookie);
    const open = [...cases.values()].filter(({ restrictedTo }) => restrictedTo === null);
    expect(wall.picture?.lines.map(idOf).sort()).toEqual(open.map(idOf).sort());
    expect(wall.picture?.restricted).toBe(2);
    await wall.until(() => wall.heard.has('tick'));
    expect([...wall.heard].sort()).toEqual(['picture', 'tick']);
    wall.close();
  });

  describe.each(ROLES)('%s', (role) => {
    it('has in the snapshot what HTTP answers, lane by lane and case by case', async () => {
      const one = of(role);
      const { snapshot } = one.screen;
      expect(snapshot?.incidents.map(idOf).sort()).toEqual(visible(one));
      expect(await overHttp('/incidents', one)).toEqual(visible(one));
      for (const lane of ['national', 'triage'] as const) {
        const stories = await overHttp(`/stories?lane=${lane}`, one);
        expect(stories === null).toBe(!may(role, 'story.read'));
        if (stories !== null) expect(stories).toHaveLength(1);
        expect(snapshot?.[lane].map(idOf).sort()).toEqual(stories ?? []);
        expect(snapshot?.laneCounts[lane]).toBe(stories?.length ?? 0);
      }
      const shown = snapshot?.recent.map(({ incidentId }) => incidentId) ?? [];
      expectWithin(shown, one);
      expect(shown.length).toBeGreaterThan(0);
    });

    it('hears of its cases and of no other; the same when it asks again', async () => {
      const one = of(role);
      const before = one.screen.entries.length;
      const rows = [...cases.values(), null].map((line) => happening(line?.id ?? null));
      const last = await office.db.transaction((tx) => append(tx, rows));
      await one.screen.until(() => (one.screen.entries.at(-1)?.seq ?? 0) >= (last ?? 0));
      const news = one.screen.entries.slice(before);
      const told = news.flatMap(({ entries }) => entries).filter(({ kind }) => kind === 'test.happened');
      expectWithin(
        told.map(({ incidentId }) => incidentId),
        one,
      );
      expect(told.flatMap(({ incidentId }) => incidentId ?? []).sort()).toEqual(visible(one));
      expect(told.some(({ incidentId }) => incidentId === null)).toBe(!isOfBureau(role));
      expect([...new Set(news.flatMap(({ incidents }) => incidents.map(idOf)))].sort()).toEqual(visible(one));
      const snapshots = one.screen.snapshots;
      one.screen.asks(1);
      await one.screen.until(() => one.screen.snapshots > snapshots);
      expect(one.screen.snapshot?.incidents.map(idOf).sort()).toEqual(visible(one));
      expectWithin(
        (one.screen.snapshot?.recent ?? []).map(({ incidentId }) => incidentId),
        one,
      );
    });
  });

  it('whatever was told was one of four messages, and each role has its tick', async () => {
    for (const { screen } of people.values()) {
      await screen.until(() => screen.heard.has('tick'));
      expect([...screen.heard].sort()).toEqual(['entries', 'snapshot', 'tick']);
    }
  });

  it('a change of role ends the screen, whatever the role was; so does every other end of a session', async () => {
    const admin = of('administrator');
    const ways: Record<Role, () => Promise<{ status: number }>> = {
      duty_officer: () => changed('duty_officer', { role: 'accountability' }),
      analyst: () => changed('analyst', { role: 'bureau_officer', bureau: 'FILM' }),
      bureau_officer: () => changed('bureau_officer', { bureau: 'TV_DRAMA' }),
      bureau_head: () => changed('bureau_head', { role: 'bureau_officer' }),
      leadership: () => changed('leadership', { disabled: true }),
      accountability: () => office.post(`/accounts/${of('accountability').id}/sessions/revoke`, {}),
      auditor: () => office.post(`/accounts/${of('auditor').id}/password`, {}),
      administrator: () => changed('administrator', { role: 'duty_officer' }),
    };
    const changed = (role: Role, wish: object) => office.send('PATCH', `/accounts/${of(role).id}`, wish);
    for (const role of ROLES.filter((one) => one !== 'administrator')) {
      expect([role, (await ways[role]()).status]).toEqual([role, 200]);
      const { screen } = of(role);
      await screen.until(() => screen.ended && !screen.connected);
    }
    expect(admin.screen.ended).toBe(false);
    await ways.administrator();
    await admin.screen.until(() => admin.screen.ended && !admin.screen.connected);
  });

  function happening(incidentId: string | null) {
    return { kind: 'test.happened', incidentId, actor: 'system:test', data: { title: '某事' } };
  }

  /** No row of a case that this person may not see; a bureau has none without a case. */
  function expectWithin(ids: JournalLine['incidentId'][], one: Someone): void {
    const own = visible(one);
    expect(ids.filter((id) => (id === null ? isOfBureau(one.role) : !own.includes(id)))).toEqual([]);
  }
});
