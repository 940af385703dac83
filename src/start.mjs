// Installs what is missing, builds what is stale, owns the embedded PostgreSQL and runs the product. Node built-ins only.
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './start/build.mjs';
import { damaged } from './start/cluster.mjs';
import { openEmbedded } from './start/embedded.mjs';
import { StartFault, say } from './start/fault.mjs';
import { install } from './start/install.mjs';
import { runProduct } from './start/product.mjs';
import { listenForStop } from './start/stop.mjs';
import { runTests } from './start/tests.mjs';

const ROLES = ['all', 'api', 'worker', 'timer'];
const COMMANDS_WITH_DATABASE = ['verify-journal'];
/** Benches that measure on a database get a throw-away one. */
const BENCHES_WITH_DATABASE = ['board', 'boards', 'clocks', 'ingest', 'journal', 'search', 'stories', 'visits'];

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const stop = listenForStop();

try {
  refuseOldNode();
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  process.exitCode = explain(error);
}

async function run([first = 'all', ...rest]) {
  // Options without a role belong to the default one.
  const [name, ...args] = first.startsWith('-') ? ['all', first, ...rest] : [first, ...rest];
  await install(root, stop);
  if (name === 'install') return 0;
  if (name === 'test') return runTests(root, args, stop);
  if (name === 'pictures') return takePictures(args);
  if (name === 'mutate-clocks') return runMutations(args);
  const isRole = ROLES.includes(name);
  await build(root, stop, { withClient: isRole || name === 'build' });
  if (name === 'build') return 0;
  const product = { isRole, stop };
  if (name === 'bench' && BENCHES_WITH_DATABASE.includes(args[0])) return runBench(args, product);
  if (process.env.DATABASE_URL || !(isRole || COMMANDS_WITH_DATABASE.includes(name))) {
    return runProduct(root, [name, ...args], { ...product, env: childEnv({}) });
  }
  return runWithEmbedded([name, ...args], product, dataDir());
}

/** Of every page, in both languages, light, dark and on a telephone: the browser tests that open them all take them. */
function takePictures([folder = join(root, 'pictures')]) {
  process.env.PICTURES = resolve(folder);
  mkdirSync(process.env.PICTURES, { recursive: true });
  return runTests(root, ['--config', 'test/browser/jest.config.cjs', 'everywhere', 'wall'], stop);
}

/** Loaded only here: what is installed without its tests has none of it. */
async function runMutations(args) {
  const { mutateClocks } = await import('../test/mutation/mutate-clocks.mjs');
  return mutateClocks(root, args, stop);
}

/** In the project's folder: the system's folder for passing files may be memory, and a bench is to meet a disk. */
async function runBench(args, product) {
  const scratch = mkdtempSync(join(root, '.bench-'));
  // Root's database account has to pass through.
  chmodSync(scratch, 0o711);
  try {
    return await runWithEmbedded(['bench', ...args], product, scratch);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function runWithEmbedded(args, product, folder) {
  const database = await openEmbedded(root, folder, stop);
  let isClosing = false;
  let isLost = false;
  void database.lost.then(() => {
    if (isClosing) return;
    isLost = true;
    say('数据库意外停止，见 DATA_DIR/postgres.log', 'the database stopped by itself, see postgres.log in DATA_DIR');
    stop.request('SIGTERM');
  });
  try {
    const env = childEnv({ DATABASE_URL: database.url });
    const code = await runProduct(root, args, { ...product, env, onSpawn: database.noteChild });
    if (code !== 0 && !stop.cause && database.damage()) throw damaged(join(folder, 'postgres'), database.damage());
    return isLost ? 1 : code;
  } finally {
    isClosing = true;
    await database.close();
  }
}

function childEnv(more) {
  return { ...process.env, DATA_DIR: dataDir(), HUIYING_IPC: '1', ...more };
}

function dataDir() {
  return process.env.DATA_DIR ? resolve(process.env.DATA_DIR) : join(root, '.data');
}

function refuseOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new StartFault(
    `Node.js ${process.versions.node} 过旧：请安装 20.19 或更新版本`,
    'this Node.js is too old: install 20.19 or later',
  );
}

/** @returns {number} exit code */
function explain(error) {
  if (stop.cause) return stop.cause === 'SIGINT' ? 130 : 143;
  if (error instanceof StartFault) process.stderr.write(`${error.message}\n`);
  else if (error.code === 'ENOSPC')
    say('磁盘已满：请腾出空间后重试', 'the disk is full: free some space and start again');
  else if (error.code && error.syscall)
    say(`无法启动：${error.message}`, `cannot start: ${error.path ?? error.syscall}`);
  else process.stderr.write(`${error.stack}\n`);
  return 1;
}
