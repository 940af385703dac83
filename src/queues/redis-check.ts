import { Redis } from 'ioredis';

/**
 * Refuses a Redis that may silently drop jobs.
 * @throws when Redis is unreachable or its eviction policy is not `noeviction`
 */
export async function refuseEvictingRedis(url: string): Promise<void> {
  const redis = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: 1, retryStrategy: () => null });
  redis.on('error', () => undefined);
  try {
    await redis.connect().catch((error: Error) => {
      throw new Error(`无法连接 Redis,请检查 REDIS_URL · cannot reach Redis, check REDIS_URL (${error.message})`);
    });
    const policy = /maxmemory_policy:(\S+)/.exec(await redis.info('memory'))?.[1];
    if (policy !== undefined && policy !== 'noeviction') {
      throw new Error(
        `Redis 的 maxmemory-policy 是 ${policy},会丢任务;请改为 noeviction · this policy drops jobs: set maxmemory-policy noeviction`,
      );
    }
  } finally {
    redis.disconnect();
  }
}
