import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readlinkSync } from 'node:fs';

const onLinux = existsSync('/proc/self/stat');

/**
 * What tells this process from a later one with the same number: boot and start time where the system says so.
 * @returns {string | null} null when no such process runs (a zombie no longer runs)
 */
export function identityOf(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return null;
  if (onLinux) return linuxIdentity(pid);
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return null;
  }
  return process.platform === 'win32' ? 'running' : posixIdentity(pid);
}

/** @param {{ pid: number, identity: string }} noted */
export function isStill(noted) {
  return Boolean(noted?.identity) && identityOf(noted.pid) === noted.identity;
}

/** The command line of a process, or '' where it cannot be read. */
export function commandLineOf(pid) {
  try {
    if (onLinux) return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return process.platform === 'win32'
      ? ''
      : execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

/** The working folder of a process, or '' where it cannot be read. PostgreSQL works in its data folder. */
export function folderOf(pid) {
  try {
    return onLinux ? readlinkSync(`/proc/${pid}/cwd`) : '';
  } catch {
    return '';
  }
}

function linuxIdentity(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The command name stands in brackets and may hold anything, so count from the last bracket: state, …, start time.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return null;
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}:${fields[19]}`;
  } catch {
    return null;
  }
}

function posixIdentity(pid) {
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null;
  } catch {
    return null;
  }
}
