import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { databasePid, runs, Started } from './started.js';

const PASSWORD = 'first-password-of-the-test';

/** What a person or a supervisor sees of `npm start`: it needs `npm run build` to have run. */
describe('the start of the built product', () => {
  let home: string;
  let dataDir: string;
  let sources: string;
  const started: Started[] = [];

  beforeAll(() => {
    home = mkdtempSync(join(tmpdir(), 'huiying-start-'));
    chmodSync(home, 0o755);
    dataDir = join(home, 'data');
    sources = join(home, 'sources.yaml');
    writeFileSync(sources, 'version: 1\nsources: []\n');
  });

  afterEach(async () => {
    for (const one of started.splice(0)) {
      if (one.isAnyoneLeft) one.signalGroup('SIGKILL');
      await one.exit;
      one.forget();
    }
  });

  afterAll(() => {
    const left = databasePid(dataDir);
    if (left) process.kill(left, 'SIGQUIT');
    rmSync(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  });

  function start(args: string[] = [], env: Record<string, string> = {}): Started {
    const one = new Started(args, { DATA_DIR: dataDir, SOURCES_FILE: sources, ADMIN_PASSWORD: PASSWORD, ...env });
    started.push(one);
    return one;
  }

  async function expectNothingLeft(one: Started, database: number | null): Promise<void> {
    await one.groupGone();
    expect(one.isAnyoneLeft).toBe(false);
    expect(database && runs(database)).toBeFalsy();
    expect(databasePid(dataDir)).toBeNull();
  }

  it('serves, and stops cleanly on SIGTERM to the group', async () => {
    const one = start();
    const address = await one.ready();
    await becomesReliable(address);
    expect(await signIn(address)).toBe(true);
    const database = databasePid(dataDir);
    expect(database && runs(database)).toBe(true);
    one.signalGroup('SIGTERM');
    expect(await one.exit).toBe(0);
    await expectNothingLeft(one, database);
  });

  it('reuses the data at the next start, where ADMIN_PASSWORD no longer counts', async () => {
    const one = start([], { ADMIN_PASSWORD: 'another-password-of-the-test' });
    expect(await signIn(await one.ready())).toBe(true);
    const database = databasePid(dataDir);
    // As from a terminal with npm between: the group hears it twice.
    one.signalGroup('SIGINT');
    one.signalGroup('SIGINT');
    expect(await one.exit).toBe(0);
    await expectNothingLeft(one, database);
  });

  it('survives SIGKILL of the whole tree', async () => {
    const one = start();
    await one.ready();
    const orphan = databasePid(dataDir);
    one.signalGroup('SIGKILL');
    await one.exit;
    const next = start();
    expect(await signIn(await next.ready())).toBe(true);
    expect(orphan && runs(orphan)).toBe(false);
    next.signalGroup('SIGTERM');
    expect(await next.exit).toBe(0);
  });

  it('survives SIGKILL of the database with everything else', async () => {
    const one = start();
    await one.ready();
    const database = databasePid(dataDir);
    if (database) process.kill(database, 'SIGKILL');
    one.signalGroup('SIGKILL');
    await one.exit;
    const next = start();
    expect(await signIn(await next.ready())).toBe(true);
    next.signalGroup('SIGTERM');
    expect(await next.exit).toBe(0);
  });

  it('leaves no application behind when only the starting process is killed', async () => {
    const one = start();
    await one.ready();
    one.signal('SIGKILL');
    await one.exit;
    const next = start();
    expect(await signIn(await next.ready())).toBe(true);
    await one.groupGone();
    expect(one.isAnyoneLeft).toBe(false);
    next.signal('SIGTERM');
    expect(await next.exit).toBe(0);
    await expectNothingLeft(next, databasePid(dataDir));
  });

  it('can be interrupted in its first seconds', async () => {
    const fresh = join(home, 'interrupted');
    const one = start([], { DATA_DIR: fresh });
    one.signalGroup('SIGINT');
    await one.exit;
    await one.groupGone();
    const next = start([], { DATA_DIR: fresh });
    await next.ready();
    next.signalGroup('SIGTERM');
    expect(await next.exit).toBe(0);
  });

  it('lends its database to a command, running or not', async () => {
    const alone = start(['verify-journal']);
    expect(await alone.exit).toBe(0);
    const one = start();
    const address = await one.ready();
    const beside = start(['verify-journal']);
    expect(await beside.exit).toBe(0);
    expect(await signIn(address)).toBe(true);
    one.signalGroup('SIGTERM');
    expect(await one.exit).toBe(0);
  });

  describe('says in one line what to do', () => {
    it('when the port is in use', async () => {
      const taken = createServer().listen(0, '127.0.0.1');
      await once(taken, 'listening');
      const { port } = taken.address() as AddressInfo;
      try {
        const one = start([], { PORT: String(port) });
        expect(await one.exit).toBe(1);
        expectOneLine(one, 'PORT');
      } finally {
        taken.close();
      }
    });

    it('when a configuration file is broken', async () => {
      const broken = join(home, 'broken.yaml');
      writeFileSync(broken, 'sources:\n  - id: Not An Id\n    url: 5\n');
      const one = start([], { SOURCES_FILE: broken });
      expect(await one.exit).toBe(1);
      expect(one.stderr).toContain(broken);
      expect(one.stderr).not.toMatch(/^\s+at /m);
    });

    it('when the data folder cannot be written', async () => {
      const file = join(home, 'file');
      writeFileSync(file, '');
      const one = start([], { DATA_DIR: file });
      expect(await one.exit).toBe(1);
      expectOneLine(one, file);
    });

    it('when the data are damaged', async () => {
      rmSync(join(dataDir, 'postgres/global/pg_control'));
      const one = start();
      expect(await one.exit).toBe(1);
      expectOneLine(one, join(dataDir, 'postgres'));
    });
  });
});

function expectOneLine(one: Started, about: string): void {
  const lines = one.stderr.split('\n').filter((line) => line && !line.startsWith('{"level":'));
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain(about);
}

async function signIn(address: string): Promise<boolean> {
  const answer = await fetch(`${address}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'admin', password: PASSWORD }),
  });
  return answer.ok;
}

/** A fresh database on a busy disk may be slow to answer at first. @throws with what is not ready when it stays so */
async function becomesReliable(address: string): Promise<void> {
  for (let asked = 1; ; asked += 1) {
    const answer = await fetch(`${address}/health/ready`);
    if (answer.status === 200) return;
    if (asked === 100) throw new Error(await answer.text());
    await pause(200);
  }
}
