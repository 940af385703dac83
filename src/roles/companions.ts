import { type ChildProcess, fork } from 'node:child_process';
import type { RoleName, Running } from './role.js';

const RESTART_MS = 2_000;
const LONGEST_STOP_MS = 6_000;

/**
 * Forks roles beside this process, each in a process of its own, and keeps them alive: one that dies is started again.
 * Resolves when all are ready. @param variables their environment
 * @throws when one of them cannot start at all
 */
export async function companions(entry: string, roles: RoleName[], variables: NodeJS.ProcessEnv): Promise<Running> {
  const children = new Map<RoleName, ChildProcess>();
  let closing = false;

  const start = (role: RoleName): ChildProcess => {
    const child = fork(entry, [role], { env: variables, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    children.set(role, child);
    child.once('exit', (code, signal) => {
      if (closing) return;
      console.error(`${role} 意外退出(${signal ?? code}),正在重启 · ${role} died and is started again`);
      setTimeout(() => closing || start(role), RESTART_MS);
    });
    return child;
  };

  const close = async () => {
    closing = true;
    await Promise.all([...children.values()].map(stopped));
  };

  const first = await Promise.allSettled(roles.map((role) => ready(start(role), role)));
  const failed = first.find((one) => one.status === 'rejected');
  if (failed) {
    await close();
    throw failed.reason;
  }
  return { close };
}

function ready(child: ChildProcess, role: RoleName): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('message', () => resolve());
    child.once('exit', () => reject(new Error(`${role} 未能启动,原因见上 · ${role} could not start, see above`)));
  });
}

function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const late = setTimeout(() => child.kill('SIGKILL'), LONGEST_STOP_MS);
    child.once('exit', () => {
      clearTimeout(late);
      resolve();
    });
    child.kill('SIGTERM');
  });
}
