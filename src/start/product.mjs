import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { StartFault, say } from './fault.mjs';

/** Milliseconds the database is given to stop in after the application has. */
const DATABASE_SHARE_MS = 2_000;

/**
 * Runs the built product with our own terminal and waits for its end.
 * @param {string} root project folder
 * @param {string[]} args role or command, and what follows
 * @param {{ env: NodeJS.ProcessEnv, stop: ReturnType<import('./stop.mjs').listenForStop>, isRole: boolean,
 *           onSpawn?(pid: number): void }} options a role notices by the IPC channel when we are killed
 * @returns {Promise<number>} exit code for the shell
 */
export async function runProduct(root, args, { env, stop, isRole, onSpawn }) {
  if (stop.cause) return codeOf(null, stop.cause);
  const stdio = isRole ? ['inherit', 'inherit', 'inherit', 'ipc'] : 'inherit';
  const child = spawn(process.execPath, ['--enable-source-maps', join(root, 'dist/src/main.js'), ...args], {
    env,
    stdio,
  });
  const ended = new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, killedBy) => resolve({ code, killedBy }));
  });
  if (child.pid) onSpawn?.(child.pid);
  const passOn = () => endChild(child, stop);
  stop.signal.addEventListener('abort', passOn);
  const { code, killedBy } = await ended;
  stop.signal.removeEventListener('abort', passOn);
  if (killedBy && !stop.cause) say(`应用被信号 ${killedBy} 终止`, `the application was ended by ${killedBy}`);
  if (isRole && code === 0 && !stop.cause) throw new StartFault('应用自行退出', 'the application ended by itself');
  return codeOf(code, killedBy);
}

function endChild(child, stop) {
  child.kill(stop.cause === 'SIGINT' ? 'SIGINT' : 'SIGTERM');
  const timer = setTimeout(
    () => {
      say('应用未能按时退出，强制终止', 'the application did not stop in time and is ended by force');
      child.kill('SIGKILL');
    },
    stop.deadline - Date.now() - DATABASE_SHARE_MS,
  );
  child.once('exit', () => clearTimeout(timer));
}

/** Shells report an end by signal as 128 + its number. */
const codeOf = (code, killedBy) => code ?? 128 + (constants.signals[killedBy] ?? 0);
