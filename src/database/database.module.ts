import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { DataSourceOptions } from 'typeorm';
import { Settings } from '../settings/settings.js';
import { DatabaseListener } from './listener.js';
import { SnakeNaming } from './naming.js';

/** Every connection of the running product acts as this role: it may not change or remove a journal row. */
export const APP_ROLE = 'huiying_app';

/** What the running product connects with. A dead idle connection is replaced by the pool, never thrown. */
export function databaseOptions(url: string): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    namingStrategy: new SnakeNaming(),
    synchronize: false,
    poolSize: 10,
    extra: { options: `-c role=${APP_ROLE} -c timezone=UTC`, connectionTimeoutMillis: 10_000 },
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
