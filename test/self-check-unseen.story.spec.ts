import { io, type Socket } from 'socket.io-client';
import { canaryPass } from '../src/board/canary-pass.js';
import { BOARD_PATH } from '../src/contract/board.js';
import { CANARY_NAMESPACE } from '../src/contract/canary.js';
import { FakeReceiver } from './support/fake-receiver.js';
import { Office } from './support/office.js';
import { SelfCheck } from './support/self-check.js';

const NOBODYS = '00000000-0000-4000-8000-000000000000';

/** Self-checks are for the machine alone: no person, list, report, notice or number ever shows that they are there. */
describe('self-checks', () => {
  let office: Office;
  let check: SelfCheck;
  let receiver: FakeReceiver;
  const sockets: Socket[] = [];

  beforeAll(async () => {
    receiver = await FakeReceiver.start();
    office = await Office.open({
      contacts: { FILM: { webhook: receiver.url }, SECURITY: { webhook: receiver.url } },
      env: { WEBHOOK_SECRET: '0123456789abcdef' },
    });
    check = SelfCheck.of(office);
  });
  afterAll(async () => {
    sockets.forEach((socket) => socket.close());
    await office.close();
    await receiver.stop();
  });

  async function caseOfTheLast(): Promise<{ incidentId: string; storyId: string }> {
    const [row] = await office.db.query<{ incidentId: string; storyId: string }[]>(
      `select i.id as "incidentId", s.id as "storyId" from incident i join story s on s.incident_id = i.id
       where i.channel = 'canary' order by i.opened_at desc limit 1`,
    );
    return row ?? { incidentId: NOBODYS, storyId: NOBODYS };
  }

  const count = async (of: string) =>
    Number((await office.db.query<{ count: string }[]>(`select count(*) from ${of}`))[0]?.count);

  it('are on no list, board, lane, report or notice', async () => {
    const screen = await office.screen();
    await check.passes(11);
    expect(await count(`incident where channel = 'canary'`)).toBeGreaterThan(1);
    expect(await office.incidents(200)).toEqual([]);
    expect((await office.get<{ items: unknown[] }>('/stories?lane=national')).items).toEqual([]);
    expect((await office.get<{ items: unknown[] }>('/stories?lane=triage')).items).toEqual([]);
    expect(JSON.stringify(await office.get('/sources'))).not.toContain('canary');
    expect(await office.get('/reports/response-times')).toMatchObject({ total: [], byBureau: [], rows: [] });
    await office.indexes();
    expect(JSON.stringify(await office.get(`/articles?q=${encodeURIComponent('影院')}`))).not.toContain('自检');
    expect(await count(`notice where channel <> 'board'`)).toBe(0);
    expect(receiver.calls).toEqual([]);
    const late = await office.screen();
    for (const one of [screen, late]) {
      expect(one.snapshot).toMatchObject({ incidents: [], national: [], triage: [] });
      expect(one.snapshot?.recent.filter((row) => row.kind.includes('canary'))).toEqual([]);
      expect(JSON.stringify(one.entries)).not.toMatch(/canary|自检/);
      one.close();
    }
    expect(await (await fetch(`${office.address}/metrics`)).text()).not.toMatch(/huiying_clocks\{/);
  });

  it('open to nobody who knows their id', async () => {
    const { incidentId, storyId } = await caseOfTheLast();
    await expect(office.incident(incidentId)).rejects.toThrow('404');
    const moves: [string, object][] = [
      [`/incidents/${incidentId}/acknowledge`, {}],
      [`/incidents/${incidentId}/confirm`, {}],
      [`/incidents/${incidentId}/grade`, { level: 'I', reason: '测试' }],
      [`/incidents/${incidentId}/assign`, { lead: 'FILM' }],
      [`/incidents/${incidentId}/dismiss`, { reason: '测试' }],
      [`/stories/${storyId}/concerns-us`, { reason: '测试' }],
      [
        `/incidents/${incidentId}/statements`,
        { channel: 'website', url: 'https://office.test/1', publishedAt: new Date().toISOString() },
      ],
    ];
    for (const [path, body] of moves)
      expect({ path, status: (await office.post(path, body)).status }).toEqual({ path, status: 404 });
  });

  it('leave no gap in the numbers of real cases, and join no real story', async () => {
    await office.publishes({ title: '广东广州一影院发生火灾 已致12人死亡' });
    await office.judges();
    await check.passes(16);
    await office.publishes({ title: '湖北武汉一影院发生火灾 已致13人死亡' });
    await office.judges();
    const numbers = (await office.incidents()).map((line) => Number(line.number.split('-').at(-1)));
    expect(numbers).toEqual([2, 1]);
    expect((await office.incidents()).map((line) => line.articleCount)).toEqual([1, 1]);
  });

  it('write one short row each into the journal, which still holds', async () => {
    const rows = (await office.journal()).filter((row) => /canary/.test(JSON.stringify(row)));
    expect(rows).toHaveLength(await count('canary_run where fired_at is not null'));
    expect(new Set(rows.map((row) => row.kind))).toEqual(new Set(['canary.fired']));
    const bytes = await count(
      `(select 1 from journal where kind = 'canary.fired' and pg_column_size(journal) > 450) long`,
    );
    expect(bytes).toBe(0);
  });

  it('fire once and are silent from then on, however long their clocks would run', async () => {
    const before = await count(`journal where kind = 'canary.fired'`);
    await office.passes({ hours: 30 }, 10);
    expect(await count(`journal where kind = 'canary.fired'`)).toBe(before);
    await check.turn();
  });

  it('are heard by none but who bears a pass of this office, and he hears nothing else', async () => {
    const [row] = await office.db.query<{ value: string }[]>(
      `select value from office_secret where name = 'canary_socket'`,
    );
    const secret = row?.value ?? '';
    const now = await office.clock.now();
    await expect(connected({ pass: canaryPass('guessed', now) })).rejects.toThrow('unauthorized');
    await expect(connected({ pass: canaryPass(secret, new Date(now.getTime() - 61_000)) })).rejects.toThrow(
      'unauthorized',
    );
    await expect(connected({})).rejects.toThrow('unauthorized');
    const cookie = await office.employs('deskpress', 'duty_officer');
    await expect(connected({}, cookie)).rejects.toThrow('unauthorized');

    const told: string[] = [];
    const socket = await connected({ pass: canaryPass(secret, await office.clock.now()) }, '', told);
    await office.publishes({ title: '四川成都一影院发生火灾 已致14人死亡' });
    await check.passes(5.5);
    const { incidentId } = await caseOfTheLast();
    while (!told.some((one) => one.includes(incidentId))) await new Promise((resolve) => setImmediate(resolve));
    expect(told.every((one) => /^\["passed",\{"incidentId":"[-0-9a-f]{36}","seq":\d+\}\]$/.test(one))).toBe(true);
    socket.close();
  });

  it('leave nothing that grows: of older ones only the row of the journal stays', async () => {
    for (let run = 0; run < 30; run += 1) {
      await office.clock.forward({ minutes: 5 });
      await check.turn();
    }
    expect((await check.lastRun()).complete_at).not.toBeNull();
    const kept = {
      incidents: await count(`incident where channel = 'canary'`),
      stories: await count(`story where channel = 'canary'`),
      articles: await count(`article where source_id = '@canary'`),
      clocks: await count(`incident_clock c join incident i on i.id = c.incident_id where i.channel = 'canary'`),
      bodies: await count(`response_body where source_id = '@canary'`),
    };
    expect(kept).toEqual({ incidents: 24, stories: 24, articles: 24, clocks: 48, bodies: 24 });
    expect(await count('response_blob')).toBe(24);
    expect(await count(`notice n left join incident i on i.id = n.incident_id where i.channel = 'canary'`)).toBe(24);
    expect(await count(`journal where kind = 'canary.fired'`)).toBeGreaterThan(30);
    expect(await office.incidents(200)).toHaveLength(3);
  });

  function connected(auth: object, cookie = '', told: string[] = []): Promise<Socket> {
    const socket = io(office.address + CANARY_NAMESPACE, {
      path: BOARD_PATH,
      auth,
      extraHeaders: { cookie },
      transports: ['websocket'],
      reconnection: false,
      forceNew: true,
    });
    sockets.push(socket);
    socket.onAny((...heard: unknown[]) => told.push(JSON.stringify(heard)));
    return new Promise((resolve, reject) => {
      socket.once('connect', () => resolve(socket));
      socket.once('connect_error', reject);
    });
  }
});
