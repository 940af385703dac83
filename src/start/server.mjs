import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { asAccount } from './account.mjs';
import { damaged } from './cluster.mjs';
import { StartFault, say } from './fault.mjs';
import { readPidFile } from './pid-file.mjs';
import { identityOf } from './process-identity.mjs';

const LOG_LIMIT_BYTES = 20_000_000;
const PASSING_TROUBLE = /pre-existing shared memory block|could not bind|could not create any TCP/;

/** Loopback TCP only, no Unix socket, everything in UTC. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  shared_buffers: '128MB',
  max_connections: '100',
};

/**
 * Starts PostgreSQL in a session of its own, so that Ctrl-C at the terminal does not end it before the application has
 * drained, and waits until it takes connections (crash recovery included).
 * @param {{ native: string, cluster: string, account: import('./account.mjs').Account | null, log: string,
 *           settings?: Record<string, string>, port?: number, signal?: AbortSignal }} options `port`: a free one if left out
 * @returns {Promise<{ pid: number, port: number, exited: Promise<void>, said(): string }>} `said` is its log of this run
 */
export async function startServer({ native, cluster, account, log, settings = {}, port: wanted, signal }) {
  for (let attempt = 1; ; attempt += 1) {
    const port = wanted ?? (await freePort());
    const from = rotate(log);
    const child = spawnPostgres({ native, cluster, account, log }, { ...SETTINGS, ...settings, port: String(port) });
    const exited = new Promise((resolve) => child.once('exit', resolve).once('error', resolve));
    const said = () => readFileSync(log).subarray(from).toString('utf8');
    if (await becomesReady(child, cluster, exited, signal)) return { pid: child.pid, port, exited, said };
    if (attempt >= 20 || !PASSING_TROUBLE.test(said())) throw refusal(cluster, said());
    await pause(250);
  }
}

/**
 * Stops a server: fast (sessions are ended, data written), and when time runs short immediately (the next start
 * recovers from the log).
 * @param {number} deadline epoch milliseconds
 */
export async function stopServer(pid, deadline) {
  const identity = identityOf(pid);
  const gone = () => identityOf(pid) !== identity;
  const plan = [
    ['SIGINT', deadline - 1_000],
    ['SIGQUIT', deadline - 300],
    ['SIGKILL', deadline + 5_000],
  ];
  for (const [name, until] of plan) {
    if (identity === null || gone()) return;
    send(pid, name);
    do await pause(20);
    while (!gone() && Date.now() < until);
  }
}

function spawnPostgres({ native, cluster, account, log }, settings) {
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const output = openSync(log, 'a', 0o600);
  try {
    const stdio = ['ignore', output, output];
    const place = { ...asAccount(account), cwd: '/', detached: true, windowsHide: true };
    const child = spawn(join(native, 'bin/postgres'), ['-D', cluster, ...args], { ...place, stdio });
    child.unref();
    return child;
  } finally {
    closeSync(output);
  }
}

async function becomesReady(child, cluster, exited, signal) {
  let ended = false;
  void exited.then(() => (ended = true));
  const began = Date.now();
  for (let told = 0; !ended;) {
    const noted = readPidFile(cluster);
    if (noted?.pid === child.pid && noted.status === 'ready') return true;
    if (signal?.aborted) send(child.pid, 'SIGINT');
    if (Date.now() - began > 5_000 * (told + 1) && (told += 1)) say('数据库正在恢复……', 'the database is recovering…');
    await pause(20);
  }
  signal?.throwIfAborted();
  return false;
}

function refusal(cluster, said) {
  const line = said.split('\n').findLast((text) => /FATAL|PANIC/.test(text)) ?? said.trim().split('\n').at(-1) ?? '';
  const reason = line.replace(/^.*?(FATAL|PANIC):\s*/, '');
  if (/No space left/i.test(reason)) {
    return new StartFault(
      `磁盘已满，数据库无法启动：请腾出空间后重试（${reason}）`,
      'the disk is full: free some space and start again',
    );
  }
  return damaged(cluster, reason);
}

/** Sets a long log aside, and tells where this run's part begins. */
function rotate(log) {
  const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
  if (size < LOG_LIMIT_BYTES) return size;
  renameSync(log, `${log}.1`);
  return 0;
}

function send(pid, name) {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
