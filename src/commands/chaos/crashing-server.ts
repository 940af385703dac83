import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

/** What src/start offers: plain modules that are not compiled. */
interface StartModules {
  databaseAccount(): Account | null;
  readyBinaries(root: string, account: Account | null): string;
  createCluster(options: Place & { password: string }): Promise<void>;
  startServer(options: Place & { log: string; port?: number }): Promise<{ pid: number; port: number }>;
  stopServer(pid: number, deadline: number): Promise<void>;
}
interface Account {
  uid: number;
  gid: number;
}
interface Place {
  native: string;
  cluster: string;
  account: Account | null;
}

const PASSWORD = 'chaos';
const FILES = ['account', 'binaries', 'cluster', 'server'];

/** The embedded PostgreSQL in a folder of its own, durable as the product's, that can be crashed and comes back at the same port. */
export class CrashingServer {
  private constructor(
    private readonly start: StartModules,
    private readonly place: Place & { log: string },
    private pid: number,
    private readonly port: number,
  ) {}

  static async open(root: string, folder: string): Promise<CrashingServer> {
    const start = await startModules(root);
    const account = start.databaseAccount();
    const place = { native: start.readyBinaries(root, account), cluster: join(folder, 'postgres'), account };
    await start.createCluster({ ...place, password: PASSWORD });
    const log = join(folder, 'postgres.log');
    const { pid, port } = await start.startServer({ ...place, log });
    return new CrashingServer(start, { ...place, log }, pid, port);
  }

  get url(): string {
    return `postgres://huiying:${PASSWORD}@127.0.0.1:${this.port}/huiying`;
  }

  /** Every session is cut off in the midst of what it does, and nothing is written back. */
  async crash(): Promise<void> {
    const { native, cluster, account } = this.place;
    const as = account ? { uid: account.uid, gid: account.gid } : {};
    await promisify(execFile)(join(native, 'bin/pg_ctl'), ['stop', '-m', 'immediate', '-w', '-D', cluster], {
      ...as,
      cwd: '/',
    });
  }

  /** Recovers from the log, as after a loss of power. */
  async recover(): Promise<void> {
    this.pid = (await this.start.startServer({ ...this.place, port: this.port })).pid;
  }

  async close(): Promise<void> {
    // A deadline that has passed skips the gentle way.
    await this.start.stopServer(this.pid, Date.now());
  }
}

async function startModules(root: string): Promise<StartModules> {
  const modules = await Promise.all(
    FILES.map((name) => import(pathToFileURL(join(root, `src/start/${name}.mjs`)).href) as Promise<object>),
  );
  return Object.assign({}, ...modules) as StartModules;
}
