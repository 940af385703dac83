import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/internal';
import { ModulesContainer } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import { ADMISSION } from '../src/access/allow.js';
import { addressOf } from '../src/contract/openapi.js';
import type { Route } from '../src/contract/route.js';
import { OUTSIDE_BASE, ROUTES } from '../src/contract/routes.js';
import { ALL_RIGHTS, isOfBureau, may, type Role, ROLES } from '../src/domain/rights.js';
import { RECORD_RIGHTS } from '../src/domain/lifecycle/record-rights.js';
import { DECIDED_BY } from '../src/domain/second-person.js';
import { configureHttp } from '../src/people/configure-http.js';
import { FirstAccount } from '../src/people/first-account.js';
import { chooseQueueBackend } from '../src/queues/queues.module.js';
import { ApiModule } from '../src/roles/api.module.js';
import { loadSettings } from '../src/settings/settings.js';
import { createTestDatabase, type TestDatabase } from './support/database.js';

const PASSWORD = 'a-long-enough-password';
const NOBODY = '00000000-0000-4000-8000-000000000000';
const folder = mkdtempSync(join(tmpdir(), 'huiying-routes-'));
const cookies = new Map<Role, string>();
/** Stands in for `:evidence`. */
let evidenceId = NOBODY;
let database: TestDatabase;
let app: NestExpressApplication;

beforeAll(async () => {
  database = await createTestDatabase();
  const given = { DATABASE_URL: database.url, DATA_DIR: folder, ADMIN_PASSWORD: PASSWORD };
  const settings = loadSettings(given, resolve(__dirname, '..'));
  chooseQueueBackend(undefined);
  const testing = await Test.createTestingModule({ imports: [ApiModule.with(settings)] }).compile();
  const options = { bodyParser: false, logger: false, forceCloseConnections: true } as const;
  app = testing.createNestApplication<NestExpressApplication>(options);
  configureHttp(app, settings);
  await app.listen(0, '127.0.0.1');
  await app.get(FirstAccount).ensure(() => undefined);
  await signInEveryone();
}, 60_000);
afterAll(async () => {
  await app.close();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function signInEveryone(): Promise<void> {
  cookies.set('administrator', await signIn('admin'));
  for (const role of ROLES.filter((one) => one !== 'administrator')) {
    const bureau = isOfBureau(role) ? 'COPYRIGHT' : null;
    const body = { username: role, displayName: role, role, bureau, password: PASSWORD };
    await send({ method: 'POST', path: '/accounts' }, cookies.get('administrator'), body);
    await app.get(DataSource).query('update account set must_change_password = false where username = $1', [role]);
    cookies.set(role, await signIn(role));
  }
}

async function signIn(username: string): Promise<string> {
  const answer = await send({ method: 'POST', path: '/session' }, undefined, { username, password: PASSWORD });
  if (answer.status !== 200) throw new Error(`sign-in of ${username}: ${answer.status} ${await answer.text()}`);
  return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
}

async function send(
  { method, path }: Pick<Route, 'method' | 'path'>,
  cookie?: string,
  body?: object,
  id = NOBODY,
): Promise<Response> {
  const address = addressOf({ path } as Route)
    .replace(':id', id)
    .replace(':evidence', evidenceId);
  const text = method === 'POST' || method === 'PATCH' ? { body: JSON.stringify(body ?? {}) } : {};
  const headers = { 'content-type': 'application/json', ...(cookie && { cookie }) };
  return fetch((await app.getUrl()) + address, { method, headers, ...text });
}

/** What an assignment asks for. */
async function isJudged(id: string): Promise<void> {
  const participants = [{ name: '李明' }];
  const held = { heldAt: new Date().toISOString(), form: 'phone', participants, agreedLine: '快报事实' };
  const sheet = { nature: '事故', disposition: 'CLARIFY', answer: true };
  for (const [kind, body] of [
    ['consultation', held],
    ['assessment', sheet],
  ] as const)
    await send({ method: 'POST', path: `/incidents/:id/records/${kind}` }, cookies.get('administrator'), { body }, id);
}

/** What Nest has mounted: method and path of every handler, and what its decorators say of who may call it. */
function mounted(): { route: string; right: unknown }[] {
  return [...app.get(ModulesContainer).values()]
    .flatMap((module) => [...module.controllers.values()])
    .flatMap((wrapper) => handlersOf(wrapper.metatype as new () => object));
}

function handlersOf(controller: new () => object): { route: string; right: unknown }[] {
  const base: string = Reflect.getMetadata(PATH_METADATA, controller);
  return Object.getOwnPropertyNames(controller.prototype)
    .map((name) => Object.getOwnPropertyDescriptor(controller.prototype, name)?.value as unknown)
    .filter((handler): handler is () => unknown => typeof handler === 'function')
    .filter((handler) => Reflect.hasMetadata(METHOD_METADATA, handler))
    .map((handler) => {
      const path = `/${base}/${Reflect.getMetadata(PATH_METADATA, handler)}`.replace(/\/+/g, '/').replace(/\/$/, '');
      const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler)];
      const right = Reflect.getMetadata(ADMISSION, handler) ?? Reflect.getMetadata(ADMISSION, controller);
      return { route: `${method} ${path}`, right };
    });
}

const byRoute = (one: { route: string }, other: { route: string }) => one.route.localeCompare(other.route);

describe('routes', () => {
  test('the registry and the mounted routes are the same, right by right', () => {
    const registered = ROUTES.map(({ method, path, right }) => ({ route: `${method} ${path}`, right }));
    expect(mounted().sort(byRoute)).toEqual(registered.sort(byRoute));
  });

  test('every right opens something, decides as a second person or puts something on record, and only a few routes are open to all', () => {
    const used = [...ROUTES.map((route) => route.right), ...Object.values(DECIDED_BY), ...Object.values(RECORD_RIGHTS)];
    expect(ALL_RIGHTS.filter((right) => !used.includes(right))).toEqual([]);
    const open = ROUTES.filter((route) => route.right === 'public').map((route) => `${route.method} ${route.path}`);
    const signed = ['POST /intakes/:id/articles', 'POST /receipts/sms'];
    const entries = ['POST /session', 'POST /wall/session'];
    expect(open.sort()).toEqual([...entries, ...signed, ...OUTSIDE_BASE.map((path) => `GET ${path}`)].sort());
  });
});

const closed = ROUTES.filter((route) => route.right !== 'public');

test.each(closed.map((route) => [`${route.method} ${route.path}`, route] as const))(
  '%s answers nobody who is not signed in',
  async (_, route) => {
    const answer = await send(route);
    expect(answer.status).toBe(401);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
  },
);

describe.each(ROLES)('%s', (role) => {
  const ruled = ROUTES.flatMap((route) =>
    route.right === 'public' || route.right === 'signed_in' || route.right === 'wall'
      ? []
      : [[`${route.method} ${route.path}`, route, route.right] as const],
  );

  test.each(ruled)('%s follows the rights table', async (_, route, right) => {
    const { status } = await send(route, cookies.get(role));
    if (may(role, right)) expect([200, 202, 400, 404, 409]).toContain(status);
    else expect(status).toBe(403);
  });
});

describe('a wall', () => {
  let wall = '';
  const ofWalls = ROUTES.filter((route) => route.right === 'wall');
  beforeAll(async () => {
    const admin = cookies.get('administrator');
    const made = await send({ method: 'POST', path: '/walls' }, admin, { name: '指挥大厅', place: '一楼' });
    const { token } = (await made.json()) as { token: string };
    const answer = await send({ method: 'POST', path: '/wall/session' }, undefined, { token });
    wall = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  });

  test.each(closed.filter((route) => route.right !== 'wall').map((route) => [keyOf(route), route] as const))(
    '%s is closed to it',
    async (_, route) => {
      expect((await send(route, wall)).status).toBe(401);
    },
  );

  test('is let in where walls are, and nobody else is', async () => {
    expect(ofWalls.map(keyOf)).toEqual(['GET /wall/session']);
    for (const route of ofWalls) {
      const answer = await send(route, wall);
      expect(answer.status).toBe(route.answer.status);
      expect(route.answer.schema?.safeParse(await answer.json()).error).toBeUndefined();
      for (const cookie of cookies.values()) expect((await send(route, cookie)).status).toBe(401);
    }
  });
});

describe('answers', () => {
  const at = new Date().toISOString();
  const url = 'https://www.office.test/news/1';
  /** Bodies that succeed, in this order, on one case opened by hand. */
  const hoursAhead = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
  const campaign = { name: '书市', startsAt: hoursAhead(1), endsAt: hoursAhead(2) };
  const bodies: [string, object][] = [
    ['POST /incidents', { title: '某影院起火', level: 'II', lead: 'SECURITY', text: '有人受伤' }],
    ['POST /incidents/:id/acknowledge', {}],
    ['POST /notices/seen', { ids: [NOBODY] }],
    ['POST /incidents/:id/confirm', {}],
    ['POST /incidents/:id/grade', { level: 'I', reason: '伤亡扩大' }],
    ['POST /incidents/:id/assign', { lead: 'COPYRIGHT', co: ['SECURITY'] }],
    ['POST /incidents/:id/clock-start', { fact: 'occurred', at, reason: '来电说明' }],
    ['POST /incidents/:id/statements', { channel: 'website', url, publishedAt: at }],
    ['POST /incidents/:id/press-conferences', { startedAt: at, place: '新闻发布厅' }],
    ['POST /incidents/:id/lift-restriction', { reason: '可以公开' }],
    ['POST /incidents/:id/dismiss', { reason: '演练测试' }],
    ['POST /sources', { id: 'paper', name: '某报', url: 'https://paper.test/rss', family: 'paper' }],
    ['PATCH /sources/:id', { name: '某报网' }],
    ['POST /sources/:id/visit', {}],
    ['POST /sources/:id/pause', { reason: '对方改版' }],
    ['POST /sources/:id/resume', {}],
    ['POST /sources/test', { url: 'http://127.0.0.1/rss' }],
    ['POST /sources/opml', { opml: '<opml><body><outline xmlUrl="https://b.test/rss"/></body></opml>' }],
    ['POST /intakes', { id: 'paper-service', name: '某监测服务', family: 'service' }],
    ['POST /intakes/:id/secret', {}],
    ['POST /intakes/:id/revoke', {}],
    ['POST /documents', { id: 'office-order', title: '某办法', bureau: 'FILM', source: '测试' }],
    ['PATCH /documents/:id', { validTo: '2030-01-01' }],
    ['POST /reports', { title: '来电反映', source: '值班电话' }],
    ['POST /campaigns', { ...campaign, words: ['书市'] }],
    ['POST /campaigns/:id/change', { ...campaign, words: ['书展'], version: 1, reason: '补充' }],
    ['POST /campaigns/:id/call-off', { reason: '活动取消' }],
    ['POST /walls', { name: '新闻处' }],
    ['POST /walls/:id/revoke', {}],
    ['POST /accounts', { username: 'wu', displayName: '吴', role: 'leadership' }],
    ['PATCH /accounts/:id', { position: '处长' }],
    ['POST /accounts/:id/password', {}],
    ['POST /accounts/:id/sessions/revoke', {}],
    ['POST /accounts/:id/unlock', {}],
    ['POST /articles/exports', {}],
    ['POST /sources/exports', {}],
    ['POST /documents/exports', {}],
    ['POST /journal/exports', {}],
    ['POST /journal/checks', {}],
  ];
  const reads = ROUTES.filter(({ method, right }) => method === 'GET' && right !== 'wall').map(
    (route): [string, object] => [keyOf(route), {}],
  );
  let incidentId: string;
  let articleId: string;
  let storyId: string;
  let accountId: string;
  let wallId: string;
  let campaignId: string;
  let fileId: string;

  function idFor(key: string): string {
    if (key.includes('/sources/')) return 'paper';
    if (key.includes('/documents/')) return 'office-order';
    if (key.includes('/intakes/')) return 'paper-service';
    if (key.includes('/stories/')) return storyId;
    if (key.includes('/accounts/')) return accountId;
    if (key.includes('/walls/')) return wallId;
    if (key.includes('/anchors/')) return '2026-11-22';
    if (key.includes('/campaigns/')) return campaignId;
    if (key.startsWith('GET /attachments/')) return fileId;
    return key.includes('/articles/') ? articleId : incidentId;
  }

  test.each([...bodies, ...reads])('%s answers as the registry says', async (key, body) => {
    const route = ROUTES.find((one) => keyOf(one) === key);
    if (!route) throw new Error(`${key} is not registered`);
    // The tables are copies of ones that were made when the suite began.
    if (key === 'GET /health/ready')
      await app.get(DataSource).query('update sweep set last_at = app_now(); update audit set last_at = app_now()');
    if (key === 'GET /journal/anchors/:id')
      await app
        .get(DataSource)
        .query(`insert into journal_anchor (day, last_seq, body, digest) values ('2026-11-22', 0, '{}', 'none')`);
    if (key === 'POST /incidents/:id/assign') await isJudged(incidentId);
    if (key === 'GET /attachments/:id') fileId = await aFile(incidentId);
    if (key === 'GET /incidents/:id/evidence/:evidence/page') evidenceId = await aPage(incidentId);
    const answer = await send(route, cookies.get('administrator'), body, idFor(key));
    expect(answer.status).toBe(route.answer.status);
    if (!route.answer.schema) return;
    const told: unknown = await answer.json();
    expect(route.answer.schema.safeParse(told).error).toBeUndefined();
    if (key === 'POST /reports') articleId = (told as { articleId: string }).articleId;
    if (key === 'POST /campaigns') campaignId = (told as { id: string }).id;
    if (key === 'POST /walls') wallId = (told as { id: string }).id;
    if (key === 'POST /accounts') accountId = (told as { id: string }).id;
    if (key === 'POST /incidents') {
      const { id, stories } = told as { id: string; stories: { id: string }[] };
      [incidentId, storyId] = [id, stories[0]?.id ?? NOBODY];
    }
  });
});

async function aFile(incidentId: string): Promise<string> {
  const [row] = await app.get(DataSource).query<{ id: string }[]>(
    `insert into attachment (incident_id, name, type, bytes, sha256, body, added_by)
     values ($1, 'a.txt', 'txt', 1, 'none', 'a', 'nobody') returning id`,
    [incidentId],
  );
  return row?.id ?? NOBODY;
}

/** Of the release that was recorded before. */
async function aPage(incidentId: string): Promise<string> {
  const [row] = await app.get(DataSource).query<{ id: string }[]>(
    `insert into link_check (evidence_id, url, outcome, fetched_at, sha256, body)
     select id, url, 'fetched', app_now(), encode(sha256('page'), 'hex'), 'page' from evidence
     where incident_id = $1 and url is not null returning evidence_id as id`,
    [incidentId],
  );
  return row?.id ?? NOBODY;
}

function keyOf({ method, path }: Route): string {
  return `${method} ${path}`;
}
