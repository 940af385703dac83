import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PASSWORD = 'a-password-of-the-bench';

/** The product as `npm start` runs it: the api with a worker and a timer beside it, each a process of its own. No source is declared. */
export class RunningOffice {
  private constructor(
    private readonly child: ChildProcess,
    private readonly folder: string,
    readonly address: string,
  ) {}

  static async start(root: string, databaseUrl: string): Promise<RunningOffice> {
    const folder = mkdtempSync(join(tmpdir(), 'huiying-bench-'));
    const sources = join(folder, 'sources.yaml');
    writeFileSync(sources, 'version: 1\nsources: []\n');
    const port = await freePort();
    const log = openSync(join(folder, 'office.log'), 'a');
    const env = {
      ...{ DATABASE_URL: databaseUrl, DATA_DIR: folder, SOURCES_FILE: sources, PORT: String(port) },
      ...{ JURISDICTION: 'nation', LOG_LEVEL: 'warn', ADMIN_PASSWORD: PASSWORD, HUIYING_IPC: '1' },
    };
    const child = fork(join(root, 'dist/src/main.js'), ['all'], { env, stdio: ['ignore', log, log, 'ipc'] });
    const office = new RunningOffice(child, folder, `http://127.0.0.1:${port}`);
    const ended = once(child, 'exit').then(() => {
      throw new Error(`the office ended at its start, see ${join(folder, 'office.log')}`);
    });
    await Promise.race([once(child, 'message'), ended]);
    ended.catch(() => undefined);
    return office;
  }

  /** @returns cookies of so many sessions of one account that sees everything */
  async signIn(times: number): Promise<string[]> {
    const cookies: string[] = [];
    for (let n = 0; n < times; n += 1) {
      const answer = await fetch(`${this.address}/api/v1/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ username: 'admin', password: PASSWORD }),
      });
      if (!answer.ok) throw new Error(`sign-in: ${answer.status} ${await answer.text()}`);
      cookies.push(answer.headers.get('set-cookie')?.split(';')[0] ?? '');
    }
    return cookies;
  }

  async stop(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      const gone = once(this.child, 'exit');
      this.child.kill('SIGTERM');
      await gone;
    }
    rmSync(this.folder, { recursive: true, force: true });
  }
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await once(probe.listen(0, '127.0.0.1'), 'listening');
  const { port } = probe.address() as AddressInfo;
  await new Promise((closed) => probe.close(closed));
  return port;
}
