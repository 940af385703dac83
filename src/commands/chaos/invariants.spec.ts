import { resolve } from 'node:path';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { Sweeper } from '../../escalation/sweeper.js';
import { Outbox } from '../../notices/outbox.js';
import { loadSettings, Settings } from '../../settings/settings.js';
import { Caseload } from './caseload.js';
import { Chance } from './chance.js';
import { brokenInvariants } from './invariants.js';
import { lostCases, receiverViolations } from './outside-checks.js';
import type { Received } from './recorder.js';

let database: TestDatabase;
let caseload: Caseload;
let owner: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  const settings = reached();
  caseload = await Caseload.open(database.url, settings, new Chance(1));
  for (let n = 0; n < 3; n += 1) await caseload.openCase();
  await new Sweeper(caseload.db, settings).sweep();
  const outbox = new Outbox(caseload.db);
  for (const notice of await outbox.claim('webhook', 100)) await outbox.recordSent(notice);
  owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
});
afterAll(async () => {
  await Promise.all([owner.end(), caseload.close()]);
  await database.drop();
});

function reached(): Settings {
  const variables = { DATABASE_URL: database.url, WEBHOOK_SECRET: '0123456789abcdef', LOG_LEVEL: 'silent' };
  const { env, policy, rules, sources, root } = loadSettings(variables, resolve(__dirname, '../../..'));
  const contacts = { webhook: 'http://127.0.0.1:1/' };
  const units = rules.bureaus.units.map((unit) => ({ ...unit, contacts }));
  const all = { ...rules, bureaus: { ...rules.bureaus, units } };
  return new Settings(env, { ...policy, leadership: { contacts } }, all, sources, root);
}

/** The promises that are broken once these statements have run; they are taken back. */
async function brokenBy(...statements: string[]): Promise<string[]> {
  await owner.query('begin');
  try {
    for (const statement of statements) await owner.query(statement);
    const seen = { query: async <T>(sql: string) => (await owner.query(sql)).rows as T };
    return (await brokenInvariants(seen)).map(({ en }) => en);
  } finally {
    await owner.query('rollback');
  }
}

const again = (table: string, columns: string) =>
  `insert into ${table} (${columns}) select ${columns} from ${table} limit 1`;

/** A cycle of continued release that runs from so many hours ago. */
const cycle = (no: number, hoursAgo: number, missed = 'null') =>
  `insert into incident_clock (incident_id, kind, cycle_no, rule_version, start_at, start_basis, opened_at, due_at, missed_at, citation)
   select id, 'follow_up', ${no}, rule_version, app_now() - interval '${hoursAgo} hours', 'released', app_now(),
     app_now() - interval '${hoursAgo - 24} hours', ${missed}, '' from (select * from incident order by number limit 1) i`;

describe('the checks of a chaos run', () => {
  it('find nothing where all is well', async () => {
    expect(await brokenBy()).toEqual([]);
    expect(await lostCases(caseload.db, caseload.opened)).toEqual([]);
  });

  it.each([
    ['due and not fired', `update clock_threshold set outcome = null, fired_at = null where outcome = 'fired'`],
    [
      'fired without an alert',
      `update clock_threshold set outcome = 'fired', fired_at = fire_at where outcome is null`,
    ],
    ['an alert of what never fired', `update clock_threshold set outcome = null where outcome = 'fired'`],
    ['closed though the duty runs on', `update clock_threshold set outcome = 'closed' where outcome is null`],
    ['superseded by nothing', `update clock_threshold set outcome = 'superseded' where outcome is null`],
    ['a case without clocks or thresholds', 'delete from clock_threshold'],
    ['fired before its moment', `update clock_threshold set fire_at = fire_at + interval '1 day'`],
    [
      'a notice not sent',
      `alter table notice disable trigger notice_forward; update notice set state = 'pending' where channel = 'webhook'`,
    ],
    ['a notice not sent', `update notice set state = 'failed' where channel = 'webhook'`],
    ['an alert that no notice tells of', `update notice set payload = jsonb_set(payload, '{thresholds}', '[]')`],
    ['sent without a successful attempt', 'update delivery_attempt set ok = false'],
    ['one delivery recorded twice', again('delivery_attempt', 'notice_id, ok, detail')],
  ])('find: %s', async (promise, statement) => {
    expect(await brokenBy(statement)).toContain(promise);
  });

  it.each([
    ['released and no cycle begun', [`update incident_clock set met_at = app_now() where kind = 'statement_5h'`]],
    ['a cycle passed and no next one', [cycle(1, 25)]],
    ['two cycles at one time', [cycle(1, 2), cycle(2, 1)]],
    ['a cycle missed before its limit', [cycle(1, 2, `app_now() + interval '22 hours'`)]],
    ['a cycle begun and not in the journal once', [cycle(1, 2)]],
  ])('find: %s', async (promise, statements) => {
    expect(await brokenBy(...statements)).toContain(promise);
  });

  it.each([
    ['two alerts of one threshold', 'deadline_alert', 'clock_id, key, version', 'due_at, detected_at, late_ms'],
    [
      'two notices of one alert, recipient and channel',
      'notice',
      'alert_id, recipient_id, channel',
      'incident_id, state, payload, next_at',
    ],
  ])('find: %s', async (promise, table, key, rest) => {
    const name = `${table}_${key.replaceAll(', ', '_')}_key`;
    expect(await brokenBy(`alter table ${table} drop constraint ${name}`, again(table, `${key}, ${rest}`))).toContain(
      promise,
    );
  });

  it.each([
    ['fired and not in the journal once', 'threshold.fired'],
    ['sent and not in the journal once', 'notice.sent'],
    ['a case opened and not in the journal once', 'incident.opened'],
  ])('find: %s', async (promise, kind) => {
    const open = 'alter table journal disable trigger all';
    expect(await brokenBy(open, `delete from journal where kind = '${kind}'`)).toContain(promise);
  });

  it('hold what the receiver saw against the rows', async () => {
    const rows = await caseload.db.query<{ key: string; due: Date }[]>(
      `select n.alert_id || ':' || n.recipient_id || ':' || n.channel as key, a.due_at as due
       from notice n join deadline_alert a on a.id = n.alert_id where n.channel = 'webhook'`,
    );
    const all = () =>
      new Map<string, Received>(
        rows.map(({ key, due }) => [key, { key, calls: 2, taken: 1, bodies: ['same'], first: due }]),
      );
    const promises = async (change: (seen: Map<string, Received>, first: Received) => void) => {
      const seen = all();
      const [first] = seen.values();
      if (!first) throw new Error('nothing was sent');
      change(seen, first);
      return (await receiverViolations(caseload.db, seen)).map(({ en }) => en);
    };
    expect(await promises(() => undefined)).toEqual([]);
    expect(await promises((_, first) => (first.taken = 0))).toEqual(['sent by the rows, never taken by the receiver']);
    expect(await promises((_, first) => first.bodies.push('other'))).toEqual([
      'other words under the same idempotency key',
    ]);
    expect(await promises((seen, first) => seen.set('x', { ...first, key: 'x' }))).toEqual([
      'received what no row knows',
    ]);
    expect(await promises((_, first) => (first.first = new Date(first.first.getTime() - 1_000)))).toEqual([
      'received before its moment',
    ]);
    expect(await lostCases(caseload.db, ['00000000-0000-4000-8000-000000000000'])).toHaveLength(1);
  });
});
