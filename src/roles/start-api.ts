import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { configureHttp } from '../people/configure-http.js';
import { FirstSignIn } from '../people/first-sign-in.js';
import type { Settings } from '../settings/settings.js';
import { ApiModule } from './api.module.js';
import { StructuredLog } from '../watch/log.js';
import type { Running } from './role.js';

/** The api, listening. `announce()` tells stdout that the product really serves, and how to sign in. */
export interface Api extends Running {
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
    const howToSignIn = await app.get(FirstSignIn).prepare(Boolean(process.stderr.isTTY));
    await app.listen(settings.env.PORT, settings.env.HOST);
    return { announce: () => announce(app, settings, howToSignIn), close: () => app.close() };
  } catch (error) {
    await app.close();
    throw error;
  }
}

function announce(app: NestExpressApplication, { env }: Settings, howToSignIn: string): void {
  const address = app.getHttpServer().address() as { port: number };
  const host = env.HOST.includes(':') ? `[${env.HOST}]` : env.HOST;
  process.stderr.write(`${howToSignIn}\n`);
  process.stdout.write(`ready http://${host}:${address.port}\n`);
}
