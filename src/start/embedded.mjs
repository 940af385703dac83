import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readyBinaries } from './binaries.mjs';
import { DATABASE, checkCluster, createCluster, resetPassword } from './cluster.mjs';
import { withLock } from './lock.mjs';
import { openDataFolder, placeCluster } from './placement.mjs';
import { identityOf, isStill } from './process-identity.mjs';
import { findServer } from './pid-file.mjs';
import { startServer, stopServer } from './server.mjs';

/** What PostgreSQL writes when it comes upon a broken file of a database that it could still start on. */
const DAMAGE =
  /(FATAL: .*not a valid data directory|DETAIL: .*subdirectory .* is missing|ERROR: .*invalid page|could not (open|read) file "base).*/;
const ORPHAN_PATIENCE_MS = 8_000;

/**
 * The embedded PostgreSQL of one DATA_DIR, shared by every start that uses it at the same time: the first starts it, the
 * last stops it. What a killed start left behind (server, application) is stopped first.
 * @param {string} root project folder
 * @param {string} dataDir absolute
 * @param {ReturnType<import('./stop.mjs').listenForStop>} stop
 * @returns {Promise<{ url: string, lost: Promise<void>, damage(): string | null, noteChild(pid: number): void, close(): Promise<void> }>}
 *   `lost` settles when a server that we started ends by itself; `damage` is what it says about broken files
 */
export async function openEmbedded(root, dataDir, stop) {
  openDataFolder(dataDir);
  const users = join(dataDir, 'running');
  const lock = join(dataDir, 'postgres.lock');
  const server = await withLock(
    lock,
    async () => {
      await dropDeadUsers(users);
      const opened = await adoptOrStart(root, dataDir, liveUsers(users).length > 0, stop);
      noteUser(users, null);
      return opened;
    },
    stop.signal,
  );
  return {
    url: server.url,
    lost: server.lost,
    damage: () => server.said().match(DAMAGE)?.[0] ?? null,
    noteChild: (pid) => noteUser(users, { pid, identity: identityOf(pid) }),
    close: () => withLock(lock, () => leave(dataDir, users, server, stop)),
  };
}

async function adoptOrStart(root, dataDir, isShared, stop) {
  const { cluster, account, isNew } = placeCluster(dataDir);
  const native = readyBinaries(root, account);
  const place = { native, cluster, account };
  const file = join(dataDir, 'postgres.json');
  let password = readPassword(file);
  if (!isNew) checkCluster(native, cluster);
  const live = isNew ? null : findServer(cluster);
  if (live && isShared && live.status === 'ready' && password) return adopted(live, password);
  if (live) await stopServer(live.pid, Date.now() + ORPHAN_PATIENCE_MS);
  if (isNew || !password) {
    password = randomBytes(24).toString('hex');
    if (isNew) await createCluster({ ...place, password });
    else await resetPassword(place, password);
    writeConnection(file, { url: urlOf(password, 0), port: 0, pid: null });
  }
  stop.signal.throwIfAborted();
  const server = await startServer({ ...place, log: join(dataDir, 'postgres.log'), signal: stop.signal });
  const url = urlOf(password, server.port);
  writeConnection(file, { url, port: server.port, pid: server.pid });
  return { url, cluster, lost: server.exited, said: server.said };
}

function adopted({ port, cluster }, password) {
  return { url: urlOf(password, port), cluster, lost: new Promise(() => {}), said: () => '' };
}

async function leave(dataDir, users, server, stop) {
  rmSync(join(users, `${process.pid}.json`), { force: true });
  if (liveUsers(users).length > 0) return;
  const live = findServer(server.cluster);
  if (live) await stopServer(live.pid, Math.min(stop.deadline, Date.now() + ORPHAN_PATIENCE_MS));
  const file = join(dataDir, 'postgres.json');
  writeConnection(file, { ...JSON.parse(readFileSync(file, 'utf8')), pid: null });
}

/** An application whose start was killed notices by itself and drains; give it the time, then end it. */
async function dropDeadUsers(users) {
  for (const { file, child } of readUsers(users).filter((user) => !isStill(user))) {
    const until = Date.now() + ORPHAN_PATIENCE_MS;
    while (isStill(child) && Date.now() < until) await pause(50);
    if (isStill(child)) process.kill(child.pid, 'SIGKILL');
    rmSync(file, { force: true });
  }
}

function noteUser(users, child) {
  mkdirSync(users, { recursive: true });
  const note = { pid: process.pid, identity: identityOf(process.pid), child };
  writeWhole(join(users, `${process.pid}.json`), JSON.stringify(note));
}

const liveUsers = (users) => readUsers(users).filter((user) => isStill(user));

function readUsers(users) {
  mkdirSync(users, { recursive: true });
  return readdirSync(users)
    .filter((name) => name.endsWith('.json'))
    .map((name) => join(users, name))
    .map((file) => ({ ...JSON.parse(readFileSync(file, 'utf8')), file }));
}

function readPassword(file) {
  try {
    return new URL(JSON.parse(readFileSync(file, 'utf8')).url).password;
  } catch {
    return '';
  }
}

const urlOf = (password, port) => `postgres://${DATABASE}:${password}@127.0.0.1:${port}/${DATABASE}`;
const writeConnection = (file, connection) => writeWhole(file, `${JSON.stringify(connection, null, 2)}\n`);

function writeWhole(file, text) {
  writeFileSync(`${file}.${process.pid}`, text, { mode: 0o600 });
  renameSync(`${file}.${process.pid}`, file);
}
