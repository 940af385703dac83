import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { StartFault } from './fault.mjs';

/**
 * The account PostgreSQL runs under, since it refuses to run as root.
 * @typedef {{ uid: number, gid: number, name: string }} Account
 * @returns {Account | null} null when we are not root and it simply runs as ourselves
 */
export function databaseAccount() {
  if (process.getuid?.() !== 0) return null;
  const accounts = readAccounts();
  const account = accounts.find(({ name }) => name === 'postgres') ?? accounts.find(({ name }) => name === 'nobody');
  if (account) return account;
  throw new StartFault(
    'PostgreSQL 不能以 root 运行，本机又没有 postgres 或 nobody 账户：请用普通用户启动，或设置 DATABASE_URL',
    'PostgreSQL cannot run as root and there is no account postgres or nobody: start as a normal user or set DATABASE_URL',
  );
}

/** The account that owns an existing cluster, if root may act as it: data once made by a user stay with that user. */
export function accountOf(uid, otherwise) {
  if (!otherwise || uid === 0) return otherwise;
  return readAccounts().find((account) => account.uid === uid) ?? otherwise;
}

/** Runs a program as that account and tells whether it ended well. */
export function succeedsAs(account, program, args) {
  return spawnSync(program, args, { ...asAccount(account), cwd: '/', stdio: 'ignore' }).status === 0;
}

/** Whether that account may pass through the folder to what lies in it. */
export function canPass(account, folder) {
  return !account || succeedsAs(account, '/bin/sh', ['-c', 'test -x "$0"', folder]);
}

/** Spawn options that make a child run as the account. */
export const asAccount = (account) => (account ? { uid: account.uid, gid: account.gid } : {});

function readAccounts() {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length > 3 && Number(fields[2]) > 0)
    .map(([name, , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
}
