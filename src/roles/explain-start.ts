import { SettingsError } from '../settings/fault.js';

/** What a keeper can mend, by the code of the error. */
const REMEDIES: Record<string, (error: NodeJS.ErrnoException & { port?: number }) => string> = {
  EADDRINUSE: ({ port }) =>
    `端口 ${port} 已被占用,请换一个 PORT 或停掉占用者 · port ${port} is in use: set another PORT or stop its user`,
  EACCES: () => '无权使用该端口或目录,请换一个 PORT · not allowed to use this port or folder: set another PORT',
  EADDRNOTAVAIL: () => 'HOST 不是本机地址 · HOST is not an address of this machine',
  ECONNREFUSED: () => '无法连接数据库,请检查 DATABASE_URL · cannot reach the database: check DATABASE_URL',
  '28P01': ({ message }) => `数据库拒绝连接,请检查 DATABASE_URL · the database refuses: ${message}`,
  '3D000': ({ message }) => `没有这个数据库,请检查 DATABASE_URL · there is no such database: ${message}`,
  '42501': ({ message }) =>
    `数据库用户须能建表和角色 · the database user must be able to create tables and roles: ${message}`,
};

/** One clear line for what a keeper can mend; the whole stack for the rest. */
export function explainStart(error: unknown): string {
  if (error instanceof SettingsError) return error.message;
  if (!(error instanceof Error)) return String(error);
  const remedy = REMEDIES[(error as NodeJS.ErrnoException).code ?? ''];
  if (remedy) return remedy(error);
  return error.message.includes(' · ') ? error.message : (error.stack ?? error.message);
}
