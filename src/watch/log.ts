import type { LoggerService } from '@nestjs/common';
import { destination, type Logger, pino } from 'pino';
import type { Environment } from '../settings/env.js';

const STDERR = 2;
/** Nest tells of every module and route at each start: of use only when looking for a fault. */
const CHATTER = new Set(['NestFactory', 'InstanceLoader', 'RoutesResolver', 'RouterExplorer', 'WebSocketsController']);

/** Structured log: one JSON object a line on stderr, so that stdout holds nothing but the line `ready`. */
export class StructuredLog implements LoggerService {
  private readonly pino: Logger;

  constructor(level: Environment['LOG_LEVEL'], role: string) {
    const options = { level, base: { pid: process.pid, role }, timestamp: pino.stdTimeFunctions.isoTime };
    this.pino = pino(options, destination({ dest: STDERR, sync: true }));
  }

  log(message: unknown, ...rest: unknown[]): void {
    this.write(CHATTER.has(String(rest.at(-1))) ? 'debug' : 'info', message, rest);
  }
  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }
  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }
  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }
  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }
  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }

  /** Nest passes the place last, and before it the stack of an error. */
  private write(
    level: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace',
    message: unknown,
    rest: unknown[],
  ): void {
    const place = rest.at(-1);
    const more = rest.slice(0, -1).filter((one) => one !== undefined);
    const fields = { place, ...(more.length > 0 && { more }) };
    if (message instanceof Error) this.pino[level]({ ...fields, err: message }, message.message);
    else this.pino[level](fields, typeof message === 'string' ? message : JSON.stringify(message));
  }
}
