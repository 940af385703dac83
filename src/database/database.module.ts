import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { DataSourceOptions } from 'typeorm';
import { Settings } from '../settings/settings.js';
import { DatabaseListener } from './listener.js';
import { SnakeNaming } from './naming.js';

/** Every connection of the running product acts as this role: it may not change or remove a journal row. */
export const APP_ROLE = 'huiying_app';

/**
 * Limits of every session, ms: one that is stopped in the middle of a transaction gives its locks back by itself, so that
 * it cannot hold up the journal or the stories for ever. Migrations connect without them.
 */
const LIMITS = { idle_in_transaction_session_timeout: 15_000, lock_timeout: 5_000, statement_timeout: 30_000 };
const SESSION = { role: APP_ROLE, timezone: 'UTC', ...LIMITS };

/** What the running product connects with. A dead idle connection is replaced by the pool, never thrown. */
export function databaseOptions(url: string, poolSize = 10): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    namingStrategy: new SnakeNaming(),
    synchronize: false,
    poolSize,
    extra: {
      options: Object.entries(SESSION)
        .map(([name, value]) => `-c ${name}=${value}`)
        .join(' '),
      connectionTimeoutMillis: 10_000,
      keepAlive: true,
    },
    poolErrorHandler: () => undefined,
  };
}

@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [Settings],
      useFactory: (settings: Settings) => ({
        ...databaseOptions(settings.databaseUrl),
        autoLoadEntities: true,
        retryAttempts: 10,
        retryDelay: 500,
      }),
    }),
  ],
  providers: [DatabaseListener],
  exports: [DatabaseListener],
})
export class DatabaseModule {}
