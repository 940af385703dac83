import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';

/** A Redis of the run's own, that is flushed, killed and started again at the same port. */
export class OwnRedis {
  private server: ChildProcess | null = null;

  private constructor(
    private readonly folder: string,
    private readonly port: number,
  ) {}

  /** @throws in one line when `redis-server` is not installed */
  static async open(folder: string): Promise<OwnRedis> {
    const redis = new OwnRedis(folder, await freePort());
    await redis.start();
    return redis;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  /** All that it holds is gone. */
  async flush(): Promise<void> {
    await this.asked((client) => client.flushall());
  }

  async kill(): Promise<void> {
    const server = this.server;
    this.server = null;
    if (!server || server.exitCode !== null || server.signalCode !== null) return;
    const gone = once(server, 'exit');
    server.kill('SIGKILL');
    await gone;
  }

  async start(): Promise<void> {
    const own = ['--port', String(this.port), '--bind', '127.0.0.1', '--dir', this.folder];
    const args = [...own, '--save', '', '--appendonly', 'no', '--maxmemory-policy', 'noeviction'];
    const server = spawn('redis-server', args, { stdio: 'ignore' });
    this.server = server;
    const missing = new Promise<never>((_, reject) => {
      server.once('error', () =>
        reject(
          new Error('没有 redis-server,请先安装 · redis-server is missing: install it (apt-get install redis-server)'),
        ),
      );
    });
    await Promise.race([missing, this.answers()]);
  }

  private async answers(): Promise<void> {
    for (;;) {
      const pong = await this.asked((client) => client.ping()).catch(() => null);
      if (pong === 'PONG') return;
      await pause(20);
    }
  }

  private async asked<T>(question: (client: Redis) => Promise<T>): Promise<T> {
    const client = new Redis(this.url, { lazyConnect: true, maxRetriesPerRequest: 0, retryStrategy: () => null });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return await question(client);
    } finally {
      client.disconnect();
    }
  }
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await once(probe.listen(0, '127.0.0.1'), 'listening');
  const { port } = probe.address() as AddressInfo;
  await new Promise((closed) => probe.close(closed));
  return port;
}
