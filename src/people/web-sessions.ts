import connectPgSimple from 'connect-pg-simple';
import type { Request, RequestHandler } from 'express';
import session from 'express-session';
import type pg from 'pg';
import type { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import type { Person } from '../contract/session.js';
import type { Role } from '../domain/rights.js';
import { Account } from './account.entity.js';

declare module 'express-session' {
  interface SessionData {
    accountId: string;
    /** The role at sign-in: when the account's role changes, the session ends. */
    role: Role;
    /** Of the account at sign-in; sessions of an earlier one have ended. Missing: the first. */
    epoch?: number;
  }
}

/** Name of the session cookie. */
export const SESSION_COOKIE = 'huiying';

/** A session ends this long after its last use, ms of real time. */
export const SESSION_MS = 12 * 3_600_000;

/** Sessions of browsers: one row each in `web_session`, so that they can be revoked at once and serve every api process. */
export class WebSessions {
  private constructor(
    private readonly db: DataSource,
    private readonly store: InstanceType<ReturnType<typeof connectPgSimple>>,
    /** Reads and renews the session of a request; the live board's handshake uses it too. */
    readonly middleware: RequestHandler,
  ) {}

  /** @throws when the database holds no cookie secret: it was not migrated */
  static async open(db: DataSource): Promise<WebSessions> {
    const [row] = await db.query<{ value: string }[]>(`select value from office_secret where name = 'session_cookie'`);
    if (!row) throw new Error('office_secret is empty: the database was not migrated');
    const pool = (db.driver as PostgresDriver).master as pg.Pool;
    const store = new (connectPgSimple(session))({ pool, tableName: 'web_session', ttl: SESSION_MS / 1_000 });
    return new WebSessions(db, store, middlewareOf(store, row.value));
  }

  /** Who is behind a session id now; null when it has ended or was revoked, or the account was disabled or changed its role. */
  async personBehind(sessionId: string): Promise<Person | null> {
    return (await this.personsBehind([sessionId])).get(sessionId) ?? null;
  }

  /** Who is behind these session ids now; those that have ended are not in the answer. */
  async personsBehind(sessionIds: string[]): Promise<Map<string, Person>> {
    const rows = await this.db.query<(Person & { sid: string })[]>(
      `select web.sid, a.id, a.username, a.display_name as "displayName", a.role, a.bureau,
         a.must_change_password as "mustChangePassword"
       from web_session web join account a on a.id::text = web.sess->>'accountId' and a.role = web.sess->>'role'
       where web.sid = any($1) and web.expire > now() and a.disabled_at is null
         and coalesce((web.sess->>'epoch')::int, 0) = a.session_epoch`,
      [sessionIds],
    );
    return new Map(rows.map(({ sid, ...person }) => [sid, person]));
  }

  /** Starts a session under a fresh id, so that an id known before sign-in is worth nothing. */
  async begin(request: Request, account: Account): Promise<void> {
    await settled((done) => request.session.regenerate(done));
    request.session.accountId = account.id;
    request.session.role = account.role;
    request.session.epoch = account.sessionEpoch;
    await settled((done) => request.session.save(done));
  }

  async end(request: Request): Promise<void> {
    await settled((done) => request.session.destroy(done));
  }

  /** Stops the store's clearing of ended sessions. */
  onModuleDestroy(): void {
    this.store.close();
  }
}

function middlewareOf(store: session.Store, secret: string): RequestHandler {
  return session({
    store,
    secret,
    name: SESSION_COOKIE,
    resave: false,
    saveUninitialized: false,
    rolling: true,
    cookie: { httpOnly: true, sameSite: 'lax', secure: 'auto', maxAge: SESSION_MS, path: '/' },
  });
}

function settled(run: (done: (error?: Error | null) => void) => unknown): Promise<void> {
  return new Promise((resolve, reject) => {
    run((error) => (error ? reject(error) : resolve()));
  });
}
