import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { configureHttp } from '../people/configure-http.js';
import { FirstAccount, type FirstPassword } from '../people/first-account.js';
import { FirstPasswordFile } from '../people/first-password-file.js';
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
    const howToSignIn = await firstSignIn(app);
    await app.listen(settings.env.PORT, settings.env.HOST);
    return { announce: () => announce(app, settings, howToSignIn), close: () => app.close() };
  } catch (error) {
    await app.close();
    throw error;
  }
}

/** The first password: shown on a terminal, else in a file that only its owner can read. */
async function firstSignIn(app: NestExpressApplication): Promise<string> {
  const file = app.get(FirstPasswordFile);
  let told = '用已有账号登录 · sign in with your account';
  const tell = async (first: FirstPassword) => {
    if (process.stderr.isTTY) {
      told = `首次登录 · first sign-in: ${first.username} / ${first.password}`;
    } else {
      await file.write(first);
      told = `首次登录账号 ${first.username},密码见 · the first password is in ${file.path}`;
    }
  };
  const made = await app.get(FirstAccount).ensure(tell);
  return made && told.startsWith('用已有') ? '首次登录 · first sign-in: admin / ADMIN_PASSWORD' : told;
}

function announce(app: NestExpressApplication, { env }: Settings, howToSignIn: string): void {
  const address = app.getHttpServer().address() as { port: number };
  const host = env.HOST.includes(':') ? `[${env.HOST}]` : env.HOST;
  process.stderr.write(`${howToSignIn}\n`);
  process.stdout.write(`ready http://${host}:${address.port}\n`);
}
