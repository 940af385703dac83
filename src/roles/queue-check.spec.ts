import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { checkQueue } from './queue-check.js';
import { ROLE_NAMES, type RoleName } from './role.js';

/** Says of itself what a Redis says, and nothing more. */
class FakeRedis {
  connections = 0;
  private readonly sockets = new Set<Socket>();
  private constructor(private readonly server: Server) {}

  static async start(policy: string): Promise<FakeRedis> {
    const fake = new FakeRedis(createServer());
    fake.server.on('connection', (socket) => fake.answer(socket, policy));
    await once(fake.server.listen(0, '127.0.0.1'), 'listening');
    return fake;
  }

  get url(): string {
    return `redis://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  stop(): void {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
  }

  private answer(socket: Socket, policy: string): void {
    this.connections += 1;
    this.sockets.add(socket);
    const memory = `redis_version:7.2.0\r\nloading:0\r\nmaxmemory_policy:${policy}\r\n`;
    socket.on('error', () => undefined);
    socket.on('data', (commands: Buffer) => {
      for (const name of commands.toString().matchAll(/\*\d+\r\n\$\d+\r\n(\w+)/g)) {
        socket.write(/^info$/i.test(name[1] ?? '') ? `$${memory.length}\r\n${memory}\r\n` : '+OK\r\n');
      }
    });
  }
}

describe('the queue before a role starts', () => {
  const fakes: FakeRedis[] = [];
  afterEach(() => fakes.splice(0).forEach((fake) => fake.stop()));

  async function redis(policy: string): Promise<FakeRedis> {
    const fake = await FakeRedis.start(policy);
    fakes.push(fake);
    return fake;
  }

  async function warningsOf(role: RoleName, url: string | undefined): Promise<string[]> {
    const warnings: string[] = [];
    await checkQueue(role, url, (line) => warnings.push(line));
    return warnings;
  }

  test('a Redis that drops jobs is refused by the worker and the whole product, in one line', async () => {
    const { url } = await redis('allkeys-lru');
    for (const role of ['worker', 'all'] as const) {
      await expect(warningsOf(role, url)).rejects.toThrow(/^[^\n]*allkeys-lru[^\n]* · [^\n]*noeviction$/);
    }
  });

  test('timer and api never ask it', async () => {
    const fake = await redis('allkeys-lru');
    expect([...(await warningsOf('timer', fake.url)), ...(await warningsOf('api', fake.url))]).toEqual([]);
    expect(fake.connections).toBe(0);
  });

  test('a Redis that is away stops no role, and is told once', async () => {
    const told = await Promise.all(ROLE_NAMES.map((role) => warningsOf(role, 'redis://127.0.0.1:1')));
    expect(told.flat()).toEqual([expect.stringMatching(/^无法连接 Redis[^\n]* · [^\n]*ECONNREFUSED/)]);
  });

  test('a fitting Redis, or none, is nothing to speak of', async () => {
    expect(await warningsOf('worker', (await redis('noeviction')).url)).toEqual([]);
    expect(await warningsOf('worker', undefined)).toEqual([]);
  });
});
