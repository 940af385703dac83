import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { say } from './fault.mjs';
import { withLock } from './lock.mjs';
import { runStep } from './run-step.mjs';

/** Brings node_modules to what package-lock.json says, if it is not there yet. */
export async function install(root, stop) {
  if (isInstalled(root)) return;
  await withLock(
    join(root, 'dist/.start-lock'),
    async () => {
      if (isInstalled(root)) return;
      if (!isSameTree(root)) await runNpm(root, stop.signal);
      mkdirSync(join(root, 'node_modules'), { recursive: true });
      writeFileSync(stampFile(root), lockHash(root));
    },
    stop.signal,
  );
}

async function runNpm(root, signal) {
  say(
    '正在安装依赖（npm ci），首次约需一两分钟……',
    'installing dependencies (npm ci), a minute or two the first time…',
  );
  // Packages' own scripts stay off: nothing of a dependency runs or phones home at install.
  const options = ['--ignore-scripts', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const name = { chinese: '安装依赖', english: 'installing dependencies' };
  const step = { cwd: root, signal };
  const clean = await runStep(name, [...npm(), 'ci', ...options], { ...step, tolerate: /code EUSAGE/ });
  // npm ci refuses a lockfile without the optional packages of other platforms; install takes the same versions from it.
  if (!clean) await runStep(name, [...npm(), 'install', '--no-save', ...options], step);
}

function npm() {
  if (process.env.npm_execpath) return [process.execPath, process.env.npm_execpath];
  return process.platform === 'win32' ? ['cmd', '/c', 'npm'] : ['npm'];
}

function isInstalled(root) {
  return existsSync(stampFile(root)) && readFileSync(stampFile(root), 'utf8') === lockHash(root);
}

/** Whether npm itself, run by hand, has already laid out exactly what the lockfile names. */
function isSameTree(root) {
  const laidOut = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(laidOut)) return false;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const present = JSON.parse(readFileSync(laidOut, 'utf8')).packages;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const found = present[path];
    return found ? found.version === entry.version : Boolean(entry.optional);
  });
}

const stampFile = (root) => join(root, 'node_modules/.huiying-lock');
const lockHash = (root) =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
