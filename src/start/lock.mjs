import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { say } from './fault.mjs';
import { identityOf, isStill } from './process-identity.mjs';

/**
 * Runs `work` while holding the lock file; a lock left behind by a process that no longer runs is taken over.
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @param {AbortSignal} [signal] ends the waiting
 * @returns {Promise<T>}
 */
export async function withLock(file, work, signal) {
  mkdirSync(dirname(file), { recursive: true });
  let told = false;
  while (!tryLock(file) && !(clearStale(file) && tryLock(file))) {
    if (!told) say('另一个启动进程正在准备，等待它完成……', 'another start is at work here, waiting for it…');
    told = true;
    await pause(200, undefined, { signal });
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function tryLock(file) {
  const mine = `${file}.${process.pid}`;
  writeFileSync(mine, JSON.stringify({ pid: process.pid, identity: identityOf(process.pid) }));
  try {
    // A link appears at once and whole, so no one ever reads a half-written lock.
    linkSync(mine, file);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  } finally {
    rmSync(mine, { force: true });
  }
}

/** @returns {boolean} whether the way may be free now */
function clearStale(file) {
  const before = readHolder(file);
  if (!before) return true;
  if (isStill(before.holder)) return false;
  const aside = `${file}.stale.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return true;
  }
  // Someone may have taken the stale lock over between our look and our rename: give it back.
  if (readHolder(aside)?.text !== before.text) giveBack(aside, file);
  rmSync(aside, { force: true });
  return true;
}

function giveBack(aside, file) {
  try {
    linkSync(aside, file);
  } catch {
    // a third start holds it now
  }
}

function readHolder(file) {
  try {
    const text = readFileSync(file, 'utf8');
    return { text, holder: JSON.parse(text) };
  } catch (error) {
    return error instanceof SyntaxError ? { text: '', holder: null } : null;
  }
}
