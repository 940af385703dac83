import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asAccount } from './account.mjs';
import { StartFault } from './fault.mjs';

/** The database and its owner inside the embedded cluster. */
export const DATABASE = 'huiying';

/**
 * Makes a new cluster with one owner, one database and password access over loopback only. Everything happens in a
 * folder beside, so a start that was killed half-way leaves no half cluster.
 * @param {{ native: string, cluster: string, account: import('./account.mjs').Account | null, password: string }} options
 */
export async function createCluster({ native, cluster, account, password }) {
  const fresh = `${cluster}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  if (account) chownSync(fresh, account.uid, account.gid);
  try {
    // No one may sign in until the rule below replaces "reject".
    const form = ['--encoding=UTF8', '--locale=C', '--auth=reject', `--username=${DATABASE}`];
    await runOnce(join(native, 'bin/initdb'), ['-D', fresh, ...form, '--no-instructions'], account);
    writeFileSync(join(fresh, 'pg_hba.conf'), 'host all all 127.0.0.1/32 scram-sha-256\n');
    await runSql({ native, cluster: fresh, account }, [`create database ${DATABASE}`, passwordSql(password)]);
    renameSync(fresh, cluster);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    throw error;
  }
}

/** Gives the owner of a stopped cluster a new password. */
export function resetPassword(place, password) {
  return runSql(place, [passwordSql(password)]);
}

/** Refuses a folder that is not a whole cluster of this PostgreSQL, and says what to do. */
export function checkCluster(native, cluster) {
  const versionFile = join(cluster, 'PG_VERSION');
  const version = existsSync(versionFile) ? readFileSync(versionFile, 'utf8').trim() : '';
  const parts = ['global/pg_control', 'base', 'pg_wal', 'pg_xact'];
  if (!/^\d+$/.test(version) || !parts.every((part) => existsSync(join(cluster, part)))) throw damaged(cluster);
  const ours = execFileSync(join(native, 'bin/postgres'), ['--version'], { encoding: 'utf8' }).match(/ (\d+)/)[1];
  if (version === ours) return;
  throw new StartFault(
    `数据目录 ${cluster} 属于 PostgreSQL ${version}，内置的是 ${ours}：请用原版本导出再导入，或设置 DATABASE_URL，或另设 DATA_DIR`,
    `its data are of PostgreSQL ${version}, the embedded one is ${ours}: dump and restore them, set DATABASE_URL or another DATA_DIR`,
  );
}

/** The one line for data that cannot be used. */
export function damaged(cluster, reason) {
  return new StartFault(
    `数据目录已损坏${reason ? `（${reason}）` : ''}：请从备份恢复 ${cluster}，或将其移走以全新开始`,
    `the data folder is damaged: restore it from a backup, or move it away to begin anew`,
  );
}

const passwordSql = (password) => `alter role ${DATABASE} password '${password}'`;

/** Runs statements on a stopped cluster in PostgreSQL's single-user mode, which needs no password. */
function runSql({ native, cluster, account }, statements) {
  const args = ['--single', '-j', '-D', cluster, '-c', 'exit_on_error=on', 'postgres'];
  return runOnce(join(native, 'bin/postgres'), args, account, statements.map((sql) => `${sql};\n\n`).join(''));
}

async function runOnce(program, args, account, input = '') {
  const child = spawn(program, args, { ...asAccount(account), cwd: '/' });
  let output = '';
  child.stdout.resume();
  child.stderr.setEncoding('utf8').on('data', (text) => (output += text));
  child.stdin.on('error', () => {}).end(input);
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  if (code === 0) return;
  if (/No space left on device|wrote only \d+ of/i.test(output)) {
    throw new StartFault(
      '磁盘已满，无法建立数据库：请腾出约 500 MB 后重试',
      'the disk is full: free about 500 MB and start again',
    );
  }
  const lines = output
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const reason = lines.find((line) => /error:|FATAL|PANIC|ERROR/.test(line)) ?? lines.at(-1) ?? `exit ${code}`;
  throw new StartFault(`无法建立数据库：${reason}`, 'could not set up the embedded database, see the reason above');
}
