import { join } from 'node:path';
import { NotFoundException } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import express, { type NextFunction, type Request, type Response } from 'express';
import { clientFiles } from '../access/client-files.js';
import { securityHeaders } from '../access/security-headers.js';
import { API_BASE, OUTSIDE_BASE } from '../contract/routes.js';
import type { Settings } from '../settings/settings.js';
import { WebSessions } from './web-sessions.js';

const BODY_LIMIT = '1mb';
const RECORD_LIMIT = '2mb';

/**
 * Everything a request meets before a controller: headers, client files, session, body. Call it once, before
 * `app.init()`, on an application made with `bodyParser: false`. A proxy on the same machine and those of TRUSTED_PROXIES are believed
 * (X-Forwarded-*), others are not.
 */
export function configureHttp(app: NestExpressApplication, settings: Settings): void {
  app.set('trust proxy', ['loopback', ...settings.env.TRUSTED_PROXIES]);
  app.disable('etag');
  app.setGlobalPrefix(API_BASE, { exclude: OUTSIDE_BASE });
  app.use(...securityHeaders());
  app.use(...clientFiles(join(settings.root, 'dist/web')));
  app.use([API_BASE, ...OUTSIDE_BASE], neverStore);
  app.use(API_BASE, app.get(WebSessions).middleware);
  app.use(parseJson);
  app.use(refuseStrangers);
}

const json = express.json({ limit: BODY_LIMIT });
/** Every record may be as long as its own limits let it: a conference with fifty questions and answers. */
const longJson = express.json({ limit: RECORD_LIMIT });
const RECORDS = new RegExp(`^${API_BASE}/incidents/[^/]+/records/`, 'i');
/** Signed calls, which are checked byte by byte, and files: their routes read the body itself, after the guards and within limits of their own. */
const READ_LATER = new RegExp(`^${API_BASE}/(intakes/[^/]+/articles|receipts/sms|incidents/[^/]+/attachments)/?$`, 'i');

function parseJson(request: Request, response: Response, next: NextFunction): void {
  if (READ_LATER.test(request.path)) next();
  else (RECORDS.test(request.path) ? longJson : json)(request, response, next);
}

function neverStore(_: Request, response: Response, next: NextFunction): void {
  response.setHeader('Cache-Control', 'no-store');
  next();
}

/** Server addresses beside the known ones get the same 404 as those below the base; so does a NUL, which no column takes: nothing is called so. */
function refuseStrangers({ path }: Request, _: Response, next: NextFunction): void {
  const known = path.startsWith(`${API_BASE}/`) || OUTSIDE_BASE.some((one) => path === one);
  next(known && !path.includes('%00') ? undefined : new NotFoundException());
}
