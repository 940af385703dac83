import { refuseEvictingRedis } from '../queues/redis-check.js';
import type { RoleName } from './role.js';

/**
 * Looks at the queue's server before a role starts, where the role has to do with queues at all: deadlines never wait
 * for it. A server that is away is told once, by the worker.
 * @throws when Redis may drop jobs
 */
export async function checkQueue(
  role: RoleName,
  redisUrl: string | undefined,
  warn: (line: string) => void,
): Promise<void> {
  if (!redisUrl || (role !== 'worker' && role !== 'all')) return;
  const away = await refuseEvictingRedis(redisUrl);
  if (away && role === 'worker') warn(away);
}
