import { Redis } from 'ioredis';

const PATIENCE_MS = 3_000;

/**
 * Refuses a Redis that may silently drop jobs.
 * @returns null when Redis answered, else in one line why it did not: the product works without it until it is back
 * @throws when its eviction policy is not `noeviction`
 */
export async function refuseEvictingRedis(url: string): Promise<string | null> {
  const told = await memoryOf(url);
  if (told.fault !== null) {
    return `无法连接 Redis,先不用队列继续工作,请检查 REDIS_URL · cannot reach Redis, working without the queue until it is back, check REDIS_URL (${told.fault})`;
  }
  const policy = /maxmemory_policy:(\S+)/.exec(told.memory)?.[1];
  if (policy === undefined || policy === 'noeviction') return null;
  throw new Error(
    `Redis 的 maxmemory-policy 是 ${policy},会丢任务;请改为 noeviction · this policy drops jobs: set maxmemory-policy noeviction`,
  );
}

async function memoryOf(url: string): Promise<{ memory: string; fault: string | null }> {
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: PATIENCE_MS,
    commandTimeout: PATIENCE_MS,
    maxRetriesPerRequest: 1,
    retryStrategy: () => null,
  });
  let fault: string | null = null;
  redis.on('error', (error: Error) => (fault = error.message));
  try {
    await redis.connect();
    return { memory: await redis.info('memory'), fault: null };
  } catch (error) {
    return { memory: '', fault: fault ?? String(error) };
  } finally {
    if (redis.status !== 'end') redis.disconnect();
  }
}
