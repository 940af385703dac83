import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { ArticleAssessor } from '../assessment/article-assessor.js';
import { configureHttp } from '../people/configure-http.js';
import { FirstSignIn } from '../people/first-sign-in.js';
import type { Settings } from '../settings/settings.js';
import { ApiModule } from './api.module.js';
import { StructuredLog } from '../watch/log.js';
import type { Running } from './role.js';

/** The api, listening. `announce()` tells stdout that the product really serves, and how to sign in. */
export interface Api extends Running {
  /** Where a process of this machine reaches it. */
  readonly address: string;
  announce(): void;
}

export async function startApi(settings: Settings): Promise<Api> {
  const app = await NestFactory.create<NestExpressApplication>(ApiModule.with(settings), {
    logger: new StructuredLog(settings.env.LOG_LEVEL, 'api'),
    abortOnError: false,
    bodyParser: false,
    forceCloseConnections: true,
  });
  try {
    configureHttp(app, settings);
    await app.init();
    // Made now, not while the first person who tells of a case waits.
    app.get(ArticleAssessor, { strict: false }).ready();
    const howToSignIn = await app.get(FirstSignIn).prepare(Boolean(process.stderr.isTTY));
    await app.listen(settings.env.PORT, settings.env.HOST);
    return {
      address: addressOf(app, settings),
      announce: () => announce(app, settings, howToSignIn),
      close: () => app.close(),
    };
  } catch (error) {
    await app.close();
    throw error;
  }
}

function announce(app: NestExpressApplication, { env }: Settings, howToSignIn: string): void {
  process.stderr.write(`${howToSignIn}\n`);
  process.stdout.write(`ready http://${inAddress(env.HOST)}:${portOf(app)}\n`);
}

function addressOf(app: NestExpressApplication, { env }: Settings): string {
  const everywhere: Record<string, string> = { '0.0.0.0': '127.0.0.1', '::': '::1' };
  return `http://${inAddress(everywhere[env.HOST] ?? env.HOST)}:${portOf(app)}`;
}

function portOf(app: NestExpressApplication): number {
  return (app.getHttpServer().address() as { port: number }).port;
}

function inAddress(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}
