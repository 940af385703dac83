import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import type { IntakeView, IntakeWithSecret } from '../src/contract/intake.js';
import { CallBody } from '../src/access/call-body.js';
import { IntakeCalls } from '../src/ingestion/intakes/intake-calls.js';
import { type Delivery, MonitoringService } from './support/monitoring-service.js';
import { Office } from './support/office.js';

/** Who may send us articles is believed by signature only, each call once. */
describe('trust in a monitoring service', () => {
  let office: Office;
  let service: MonitoringService;
  beforeAll(async () => {
    office = await Office.open();
    service = await MonitoringService.employ(office, 'monitor');
  });
  afterAll(() => office.close());

  const rows = async (kind: string) => (await office.journal()).filter((row) => row.kind === kind);

  it('gets a secret that is told once, and a source that is never visited', async () => {
    expect(Buffer.from(service.made.secret, 'base64url')).toHaveLength(32);
    expect(await service.intake()).toEqual({ ...service.made, secret: undefined });
    expect(await service.source()).toMatchObject({
      isIntake: true,
      enabled: true,
      url: '',
      health: 'waiting',
      nextVisitAt: null,
    });
    expect((await rows('intake.created')).map(({ data }) => data)).toEqual([{ intakeId: 'monitor', tier: 'regular' }]);
    expect(JSON.stringify(await office.journal())).not.toContain(service.made.secret);
    for (const path of ['/sources/monitor/visit', '/sources/monitor/pause']) {
      expect((await office.post(path, { reason: '试试看' })).status).toBe(409);
    }
    expect((await office.send('PATCH', '/sources/monitor', { url: 'https://a.example/' })).status).toBe(409);
    expect((await office.post('/intakes', { id: 'forum', name: '重名', family: 'x' })).status).toBe(409);
  });

  describe('whose signature does not fit', () => {
    const body = () => JSON.stringify({ title: `未署名 ${randomUUID()}` });
    const refusals: [string, (text: string) => Promise<Delivery>][] = [
      ['no signature', (text) => service.deliver(text, null)],
      ['a wrong secret', async (text) => service.deliver(text, await service.sign(text, { secret: 'x'.repeat(43) }))],
      ['one altered byte', async (text) => service.deliver(text.replace('未署名', '已署名'), await service.sign(text))],
      ['added white space', async (text) => service.deliver(`${text} `, await service.sign(text))],
      ['a time long ago', async (text) => service.deliver(text, await service.sign(text, { ahead: -302 }))],
      ['a time to come', async (text) => service.deliver(text, await service.sign(text, { ahead: 302 }))],
      ['an unknown intake', async (text) => service.deliver(text, await service.sign(text), { to: 'nobody' })],
      ['a source that is no intake', async (text) => service.deliver(text, await service.sign(text), { to: 'agency' })],
      [
        'capital letters',
        async (text) =>
          service.deliver(text, (await service.sign(text)).toUpperCase().replace('T=', 't=').replace('V1', 'v1')),
      ],
    ];

    it.each(refusals)('is refused alike: %s', async (_, attempt) => {
      const before = (await service.articles()).length;
      const { status, problem } = await attempt(body());
      expect(status).toBe(401);
      expect(problem).toMatchObject({ status: 401, detail: expect.stringContaining('签名不符') as string });
      expect(await service.articles()).toHaveLength(before);
    });
  });

  it('is heard once: the same call again is refused, also later and also at the same time', async () => {
    const text = JSON.stringify({ title: `只此一次 ${randomUUID()}` });
    const signature = await service.sign(text);
    const both = await Promise.all([service.deliver(text, signature), service.deliver(text, signature)]);
    expect(both.map(({ status }) => status).sort()).toEqual([202, 409]);
    await office.clock.forward({ minutes: 4 });
    expect((await service.deliver(text, signature)).status).toBe(409);
    const anew = await service.deliver(text, await service.sign(text));
    expect([anew.status, anew.items[0]?.status]).toEqual([202, 'known']);
  });

  it('is forgotten call by call when their time has passed', async () => {
    const calls = () => office.db.query<object[]>('select 1 from intake_call');
    expect((await calls()).length).toBeGreaterThan(1);
    await office.clock.forward({ minutes: 16 });
    expect((await service.send({ title: '新的一次' })).status).toBe(202);
    expect(await calls()).toHaveLength(1);
  });

  it('passes the guard against other sites, and needs no session', async () => {
    const text = JSON.stringify({ title: `跨站 ${randomUUID()}` });
    const from = { origin: 'https://monitor.example', 'sec-fetch-site': 'cross-site' };
    expect((await service.deliver(text, await service.sign(text), { headers: from })).status).toBe(202);
    const other = await fetch(`${office.address}/api/v1/reports`, { method: 'POST', headers: from });
    expect(other.status).toBe(403);
  });

  it('gets a new secret, with which the old one is dead at once', async () => {
    const renewed = await office.post<IntakeWithSecret>('/intakes/monitor/secret', {});
    expect(renewed.status).toBe(200);
    expect(renewed.body.secret).not.toBe(service.made.secret);
    const text = JSON.stringify({ title: '换钥之后' });
    expect((await service.deliver(text, await service.sign(text))).status).toBe(401);
    expect((await service.deliver(text, await service.sign(text, { secret: renewed.body.secret }))).status).toBe(202);
    service.made = renewed.body;
    expect(await rows('intake.secret_renewed')).toHaveLength(1);
  });

  it('is dead to a call that was signed before the secret changed and is still on its way', async () => {
    const text = JSON.stringify({ title: '在途' });
    const headers = { 'x-huiying-signature': await service.sign(text) };
    const body = async () => {
      await office.post('/intakes/monitor/secret', {});
      return Buffer.from(text);
    };
    await expect(office.part(IntakeCalls).receive({ intakeId: 'monitor', headers, body })).rejects.toThrow(/签名/);
  });

  it('is revoked for good', async () => {
    const other = await MonitoringService.employ(office, 'second', 'wide');
    const revoked = await office.post<IntakeView>('/intakes/second/revoke', {});
    expect(revoked.body.revokedAt).not.toBeNull();
    const text = JSON.stringify({ title: '停用之后' });
    expect(await other.deliver(text, await other.sign(text))).toMatchObject({
      status: 401,
      problem: { detail: expect.stringContaining('签名不符') as string },
    });
    expect((await office.post('/intakes/second/secret', {})).status).toBe(409);
    expect((await office.post<IntakeView>('/intakes/second/revoke', {})).body).toEqual(revoked.body);
    expect(await rows('intake.revoked')).toHaveLength(1);
    expect(await other.source()).toMatchObject({ enabled: false, health: 'paused' });
    expect((await office.post('/intakes/nobody/revoke', {})).status).toBe(404);
  });

  it('may not be managed by the press office', async () => {
    const cookie = await office.employs('desk', 'duty_officer');
    expect((await office.post('/intakes', { id: 'mine', name: 'x', family: 'x' }, cookie)).status).toBe(403);
    expect((await office.fetch('/intakes', cookie)).status).toBe(403);
  });

  it('is hung up on when a call takes too long: nothing of it is held any longer', async () => {
    office.part(CallBody).timeLimitMs = 20;
    const { hostname, port } = new URL(office.address);
    const caller = connect({ host: hostname, port: Number(port) }).setEncoding('utf8');
    caller.on('error', () => undefined);
    const [closed, answered] = [once(caller, 'close'), once(caller, 'data')];
    const head = [
      `POST /api/v1/intakes/${service.made.id}/articles HTTP/1.1`,
      `host: ${hostname}`,
      'content-length: 1000000',
      `x-huiying-signature: ${await service.sign('')}`,
    ];
    caller.write(`${head.join('\r\n')}\r\n\r\n{`);
    expect(String((await answered)[0])).toMatch(/^HTTP\/1.1 408 /);
    await closed;
    office.part(CallBody).timeLimitMs = 30_000;
  });

  it('is let through so often a minute from one address, and no oftener', async () => {
    const statuses = new Set<number>();
    for (let n = 0; n < 310; n += 1) statuses.add((await service.deliver('{}', null)).status);
    expect([...statuses].sort()).toEqual([401, 429]);
  });
});
