import { Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Settings } from '../settings/settings.js';
import { StructuredLog } from '../watch/log.js';
import type { Running } from './role.js';
import { TimerModule } from './timer.module.js';
import { WorkerModule } from './worker.module.js';

/** Starts a worker or a timer: a Nest application without HTTP. */
export async function startBackground(role: 'worker' | 'timer', settings: Settings): Promise<Running> {
  const module = role === 'worker' ? WorkerModule.with(settings) : TimerModule.with(settings);
  const app = await NestFactory.createApplicationContext(module, {
    logger: new StructuredLog(settings.env.LOG_LEVEL, role),
    abortOnError: false,
  });
  new Logger('Role').log(`${role} 已就绪 · ready`);
  return app;
}
