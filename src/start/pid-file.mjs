import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandLineOf, folderOf, identityOf } from './process-identity.mjs';

/** Above every process number that a system gives out. */
const NO_PROCESS = 4_194_305;

/**
 * The live server of this cluster, or null. Where the number in its pid file now belongs to a stranger or to a zombie,
 * PostgreSQL would refuse to start, so the number is struck out; the rest of the file stays, since by it PostgreSQL finds
 * out whether sessions of a killed server still work on the data.
 */
export function findServer(cluster) {
  const noted = readPidFile(cluster);
  if (!noted) return null;
  const command = commandLineOf(noted.pid);
  const isOurs = /postgres/.test(command) && (command.includes(cluster) || folderOf(noted.pid) === cluster);
  const isUnreadable = command === '' && process.platform === 'win32';
  if (identityOf(noted.pid) !== null && (isOurs || isUnreadable)) return { ...noted, cluster };
  const file = join(cluster, 'postmaster.pid');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^\d+/, String(NO_PROCESS)));
  return null;
}

/** What a server notes of itself: line 1 process, 4 port, 8 status. */
export function readPidFile(cluster) {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8')
      .split('\n')
      .map((line) => line.trim());
    return { pid: Number(lines[0]), port: Number(lines[3]), status: lines[7] ?? '' };
  } catch {
    return null;
  }
}
