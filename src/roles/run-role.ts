import { chooseQueueBackend } from '../queues/queues.module.js';
import { refuseEvictingRedis } from '../queues/redis-check.js';
import { migrate } from '../database/migrate.js';
import { SettingsError } from '../settings/fault.js';
import { loadSettings, type Settings } from '../settings/settings.js';
import { type RoleName, type Running } from './role.js';
import { companions } from './companions.js';
import { startApi } from './start-api.js';
import { startBackground } from './start-background.js';
import { onStop } from './stopping.js';

/** Where the project and its built entry file stand. */
export interface Place {
  root: string;
  entry: string;
}

/** Starts a role and stays until it is told to stop. A start that fails says why in one line and exits with 1. */
export async function runRole(role: RoleName, place: Place): Promise<void> {
  const running: Running[] = [];
  onStop(async () => {
    for (const one of running) await one.close();
  });
  try {
    const settings = loadSettings(process.env, place.root);
    await prepare(settings);
    running.push(...(await startRole(role, settings, place)));
    process.send?.('ready');
  } catch (error) {
    console.error(explain(error));
    process.exit(1);
  }
}

async function prepare(settings: Settings): Promise<void> {
  if (settings.env.REDIS_URL) await refuseEvictingRedis(settings.env.REDIS_URL);
  chooseQueueBackend(settings.env.REDIS_URL);
  await migrate(settings.databaseUrl);
}

/** What runs, in the order in which it is to be stopped. `all` is the api with a worker and a timer forked beside it. */
async function startRole(role: RoleName, settings: Settings, { entry }: Place): Promise<Running[]> {
  switch (role) {
    case 'worker':
    case 'timer':
      return [await startBackground(role, settings)];
    case 'api': {
      const api = await startApi(settings);
      api.announce();
      return [api];
    }
    case 'all': {
      const [api, beside] = await Promise.all([startApi(settings), companions(entry, ['worker', 'timer'])]);
      api.announce();
      return [beside, api];
    }
  }
}

/** One clear line for what a keeper can mend; the whole stack for the rest. */
function explain(error: unknown): string {
  if (error instanceof SettingsError) return error.message;
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'EADDRINUSE')
    return '端口已被占用,请换一个 PORT 或停掉占用者 · the port is in use: set another PORT or stop its user';
  if (code === 'EACCES')
    return '无权使用该端口或目录,请换一个 PORT · not allowed to use this port or folder: set another PORT';
  if (code === 'EADDRNOTAVAIL') return 'HOST 不是本机地址 · HOST is not an address of this machine';
  if (code === 'ECONNREFUSED')
    return '无法连接数据库,请检查 DATABASE_URL · cannot reach the database: check DATABASE_URL';
  if (code === '28P01' || code === '3D000')
    return `数据库拒绝连接,请检查 DATABASE_URL · the database refuses: ${(error as Error).message}`;
  if (code === '42501')
    return `数据库用户权限不足(须能建表和角色) · the database user may not create tables and roles: ${(error as Error).message}`;
  return error instanceof Error && error.message.includes(' · ')
    ? error.message
    : String((error as Error).stack ?? error);
}
