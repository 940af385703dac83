import { resolve } from 'node:path';
import type { Type } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import { DatabaseModule } from '../../src/database/database.module.js';
import { configureHttp } from '../../src/people/configure-http.js';
import { FirstAccount } from '../../src/people/first-account.js';
import { PeopleModule } from '../../src/people/people.module.js';
import { loadSettings, type Settings } from '../../src/settings/settings.js';
import { SettingsModule } from '../../src/settings/settings.module.js';

export const PASSWORD = 'a-long-enough-password';

export interface Call {
  method?: string;
  cookie?: string;
  /** Sent as JSON; a string is sent as it is. */
  body?: unknown;
  headers?: Record<string, string>;
}

export interface Wanted {
  url: string;
  variables?: Record<string, string>;
  modules?: Type[];
  controllers?: Type[];
  /** Settings that differ from the project's own files. */
  settings?: (own: Settings) => Settings;
}

/** People and the HTTP plumbing on a given database, with a few rooms or probes beside them. */
export class SmallApp {
  private constructor(
    readonly app: NestExpressApplication,
    readonly base: string,
  ) {}

  static async boot({ url, variables = {}, modules = [], controllers = [], ...wanted }: Wanted): Promise<SmallApp> {
    const own = loadSettings({ DATABASE_URL: url, ...variables }, resolve(__dirname, '../..'));
    const settings = wanted.settings?.(own) ?? own;
    const imports = [SettingsModule.of(settings), DatabaseModule, PeopleModule, ...modules];
    const testing = await Test.createTestingModule({ imports, controllers }).compile();
    const options = { bodyParser: false, logger: false, forceCloseConnections: true } as const;
    const app = testing.createNestApplication<NestExpressApplication>(options);
    configureHttp(app, settings);
    await app.listen(0, '127.0.0.1');
    return new SmallApp(app, await app.getUrl());
  }

  get db(): DataSource {
    return this.app.get(DataSource);
  }

  get<T>(type: { prototype: T }): T {
    return this.app.get<T>(type as Type<T>);
  }

  close(): Promise<void> {
    return this.app.close();
  }

  /** A call below /api/v1. */
  call(path: string, { method = 'GET', cookie, body, headers = {} }: Call = {}): Promise<Response> {
    const type = body !== undefined && { 'content-type': 'application/json' };
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return fetch(`${this.base}/api/v1${path}`, {
      method,
      headers: { ...headers, ...(cookie && { cookie }), ...type },
      ...(body !== undefined && { body: text }),
    });
  }

  post(path: string, body: unknown, cookie = ''): Promise<Response> {
    return this.call(path, { method: 'POST', body, cookie });
  }

  /** The account `admin`, signed in; ADMIN_PASSWORD must have been PASSWORD. @returns its session cookie */
  async admin(): Promise<string> {
    await this.get(FirstAccount).ensure(() => undefined);
    return this.signIn('admin');
  }

  /** @returns the session cookie */
  async signIn(username: string, password = PASSWORD): Promise<string> {
    const answer = await this.post('/session', { username, password });
    if (answer.status !== 200) throw new Error(`sign-in of ${username}: ${answer.status} ${await answer.text()}`);
    return cookieOf(answer);
  }

  /** A new account that has changed its first password, signed in. @returns its session cookie */
  async employ(by: string, username: string, role: string, bureau?: string): Promise<string> {
    const made = await this.post(
      '/accounts',
      { username, displayName: username, role, bureau, password: PASSWORD },
      by,
    );
    if (made.status !== 201) throw new Error(`account ${username}: ${made.status} ${await made.text()}`);
    await this.db.query('update account set must_change_password = false where username = $1', [username]);
    return this.signIn(username);
  }
}

/** The session cookie an answer sets, as a browser would send it back. */
export function cookieOf(answer: Response): string {
  return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
}
