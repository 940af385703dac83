import { randomUUID } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { accountOf, canPass, databaseAccount } from './account.mjs';
import { ROOT_STORE } from './binaries.mjs';
import { damaged } from './cluster.mjs';
import { StartFault, say } from './fault.mjs';

/** Makes DATA_DIR if it is missing and refuses one that cannot be written. */
export function openDataFolder(dataDir) {
  try {
    makeFolder(dataDir);
    if (!statSync(dataDir).isDirectory()) throw new Error('not a folder');
    accessSync(dataDir, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new StartFault(
      `数据目录 ${dataDir} 不可写（${error.code ?? error.message}）：请修正权限，或用 DATA_DIR 指定其他目录`,
      `the data folder cannot be written: mend its permissions or set DATA_DIR to another one`,
    );
  }
}

/** Step by step, because Node's recursive mkdir never returns where the system answers ENOENT (in /proc, for one). */
function makeFolder(folder) {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
  // Root's database account must be able to pass through; the files within protect themselves.
  if (process.getuid?.() === 0) chmodSync(folder, 0o711);
}

/**
 * Where the cluster of a DATA_DIR lies and who runs it. `DATA_DIR/postgres` is the cluster or a symlink to it.
 * @returns {{ cluster: string, account: import('./account.mjs').Account | null, isNew: boolean }}
 */
export function placeCluster(dataDir) {
  const usual = join(dataDir, 'postgres');
  const account = databaseAccount();
  if (hasFiles(usual)) return existing(usual, account);
  if (isLink(usual)) throw lostTarget(usual);
  if (existsSync(usual)) rmdirSync(usual);
  if (canPass(account, dataDir)) return { cluster: join(realpathSync(dataDir), 'postgres'), account, isNew: true };
  return { cluster: linkOutside(dataDir, usual, account), account, isNew: true };
}

function existing(usual, rootAccount) {
  let cluster = realpathSync(usual);
  if (!statSync(cluster).isDirectory()) throw damaged(cluster);
  const { uid } = statSync(cluster);
  const account = accountOf(uid, rootAccount);
  if (!rootAccount && process.getuid && uid !== process.getuid()) throw foreign(cluster, uid);
  if (account && uid !== account.uid) giveTo(account, cluster);
  if (!canPass(account, join(cluster, '..'))) cluster = moveOutside(usual, cluster, account);
  return { cluster, account, isNew: false };
}

/** Reserves a folder under the root store for a DATA_DIR that the account cannot enter, and links to it. */
function linkOutside(dataDir, usual, account) {
  const idFile = join(dataDir, 'postgres.id');
  if (!existsSync(idFile)) writeFileSync(idFile, randomUUID());
  const home = join(ROOT_STORE, readFileSync(idFile, 'utf8').trim());
  mkdirSync(home, { recursive: true, mode: 0o755 });
  for (const folder of [ROOT_STORE, home]) chmodSync(folder, 0o755);
  if (!isLink(usual)) symlinkSync(join(home, 'postgres'), usual);
  say(
    `账户 ${account.name} 进不了 ${dataDir}，数据库文件放在 ${home}`,
    `account ${account.name} cannot enter that folder, so the database files are kept there`,
  );
  return join(home, 'postgres');
}

/** Data made while the folder was open, the folder closed since (moved into /root, say). */
function moveOutside(usual, cluster, account) {
  const kept = `${usual}.moving`;
  renameSync(usual, kept);
  const target = linkOutside(join(usual, '..'), usual, account);
  try {
    renameSync(kept, target);
    return target;
  } catch (error) {
    throw new StartFault(
      `数据库文件无法移到 ${target}（${error.code}）：请把 ${kept} 复制过去后重试`,
      `the database files could not be moved: copy them there and start again`,
    );
  }
}

function giveTo(account, folder) {
  chownSync(folder, account.uid, account.gid);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) giveTo(account, path);
    else if (entry.isFile()) chownSync(path, account.uid, account.gid);
  }
}

function foreign(cluster, uid) {
  return new StartFault(
    `数据库文件 ${cluster} 属于另一账户（uid ${uid}）：请用该账户或 root 启动，或另设 DATA_DIR`,
    `the database files belong to another account: start as that account or root, or set another DATA_DIR`,
  );
}

function lostTarget(usual) {
  return new StartFault(
    `${usual} 指向的数据库文件已不存在：请从备份恢复，或删除该链接以全新开始`,
    `the database files it points to are gone: restore them, or delete that link to begin anew`,
  );
}

const isLink = (path) => lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
const hasFiles = (path) => existsSync(path) && (!statSync(path).isDirectory() || readdirSync(path).length > 0);
