import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { databaseAccount } from '../../src/start/account.mjs';
import { readyBinaries } from '../../src/start/binaries.mjs';
import { createCluster } from '../../src/start/cluster.mjs';
import { startServer } from '../../src/start/server.mjs';
import { sweepLeftovers } from './leftovers.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const password = 'test';

/**
 * One throw-away PostgreSQL per run, on a free port, without fsync. Its address stands in HUIYING_TEST_SERVER, which the
 * workers inherit; a server given there beforehand is used as it is.
 */
export default async function setUp() {
  if (process.env.HUIYING_TEST_SERVER) return;
  await sweepLeftovers();
  const home = mkdtempSync(join(tmpdir(), `huiying-test-${process.pid}-`));
  // Root runs the server as an unprivileged account, which has to pass through.
  chmodSync(home, 0o711);
  try {
    const account = databaseAccount();
    const place = { native: readyBinaries(root, account), cluster: join(home, 'postgres'), account };
    await createCluster({ ...place, password });
    const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' };
    const server = await startServer({ ...place, log: join(home, 'postgres.log'), settings });
    globalThis.huiyingTestServer = { home, pid: server.pid };
    process.env.HUIYING_TEST_SERVER = `postgres://huiying:${password}@127.0.0.1:${server.port}`;
  } catch (error) {
    rmSync(home, { recursive: true, force: true });
    throw error;
  }
}
