import { resolve } from 'node:path';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import { Logger } from '@nestjs/common';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { loadSettings } from '../settings/settings.js';
import { DatabaseListener } from './listener.js';

/** The way to the database, which can be cut: what is open breaks off, and the next connections are refused. */
class Way {
  private refusals = 0;
  private readonly open = new Set<Socket>();
  private readonly server: Server;

  constructor(private readonly target: URL) {
    this.server = createServer((socket) => this.accept(socket));
  }

  async start(): Promise<string> {
    await once(this.server.listen(0, '127.0.0.1'), 'listening');
    const url = new URL(this.target);
    url.port = String((this.server.address() as AddressInfo).port);
    return url.href;
  }

  cut(refusals: number): void {
    this.refusals = refusals;
    for (const socket of this.open) socket.destroy();
  }

  stop(): void {
    this.cut(0);
    this.server.close();
  }

  private accept(socket: Socket): void {
    socket.on('error', () => undefined);
    if (this.refusals > 0) {
      this.refusals -= 1;
      socket.destroy();
      return;
    }
    const beyond = connect(Number(this.target.port), this.target.hostname);
    beyond.on('error', () => undefined).on('close', () => socket.destroy());
    socket.on('close', () => beyond.destroy());
    this.open.add(socket);
    socket.pipe(beyond).pipe(socket);
  }
}

describe('the listener', () => {
  let database: TestDatabase;
  let way: Way;
  let owner: pg.Client;
  let listener: DatabaseListener;
  let heard = 0;
  let wake: () => void = () => undefined;
  /** Resolves when the listener next calls. */
  const next = () => new Promise<void>((resolve) => (wake = resolve));

  beforeAll(async () => {
    Logger.overrideLogger(false);
    database = await createTestDatabase();
    way = new Way(new URL(database.url));
    const env = { DATABASE_URL: await way.start(), LOG_LEVEL: 'silent' };
    listener = new DatabaseListener(loadSettings(env, resolve(__dirname, '../..')));
    owner = new pg.Client({ connectionString: database.url });
    await owner.connect();
    await listener.on('articles', () => {
      heard += 1;
      wake();
    });
  });
  beforeEach(() => (heard = 0));
  afterAll(async () => {
    await listener.onModuleDestroy();
    await owner.end();
    way.stop();
    await database.drop();
  });

  async function notified(): Promise<number> {
    const called = next();
    await owner.query('notify articles');
    await called;
    return heard;
  }

  test('comes back with one connection and one call, however often the database refused it', async () => {
    const back = next();
    way.cut(3);
    await back;
    expect(await notified()).toBe(2);
  });

  test('comes back each time its session is ended', async () => {
    for (let round = 0; round < 3; round += 1) {
      const back = next();
      await owner.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid()`,
      );
      await back;
    }
    expect(heard).toBe(3);
    expect(await notified()).toBe(4);
    const { rows } = await owner.query(
      `select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
    );
    expect(rows).toHaveLength(1);
  });
});
