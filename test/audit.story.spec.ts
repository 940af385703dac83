import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { EntityManager } from 'typeorm';
import { AUDIT_RULES, type AuditRule } from '../src/domain/audit.js';
import { append } from '../src/journal/append.js';
import { DailyAnchor } from '../src/watch/anchoring/daily-anchor.js';
import { lookThrough } from '../src/watch/audit/auditor.js';
import { Office } from './support/office.js';

let office: Office;
let owner: pg.Client;
const folder = mkdtempSync(join(tmpdir(), 'audit-'));

beforeAll(async () => {
  const contacts = { GENERAL_OFFICE: { webhook: 'http://127.0.0.1:1/' } };
  office = await Office.open({ env: { WEBHOOK_SECRET: '0123456789abcdef', DATA_DIR: folder }, contacts });
  owner = new pg.Client({ connectionString: office.database.url });
  await owner.connect();
  await office.publishes({ title: '四川绵阳一工地坍塌致30人死亡' });
  await office.judges();
  await office.sweeps();
  await office.part(DailyAnchor).beat();
  await office.db.transaction((tx) =>
    append(tx, [{ kind: 'test.row', incidentId: null, actor: 'system:test', data: {} }]),
  );
});
afterAll(async () => {
  await owner.end();
  await office.close();
  rmSync(folder, { recursive: true });
});

/** The rules that find something once these statements have run; they are taken back. */
async function foundAfter(...statements: string[]): Promise<string[]> {
  await owner.query('begin isolation level repeatable read');
  try {
    for (const table of ['journal', 'journal_anchor', 'incident_clock', 'notice'])
      await owner.query(`alter table ${table} disable trigger user`);
    for (const statement of statements) {
      // What changes nothing proves nothing.
      expect((await owner.query(statement)).rowCount).toBeGreaterThan(0);
    }
    const tx = { query: async (sql: string, given?: unknown[]) => (await owner.query(sql, given)).rows as unknown };
    const { findings } = await lookThrough(tx as EntityManager);
    return [...new Set(findings.map(({ rule }) => rule))];
  } finally {
    await owner.query('rollback');
  }
}

const LATE = `app_now() - interval '121 seconds'`;

/** What breaks each rule; the auditor must see it and nothing else. */
const BROKEN: Record<AuditRule, string[]> = {
  overdue_threshold: [
    `update clock_threshold set fire_at = app_now() - interval '31 seconds', placed_at = 'epoch' where outcome is null`,
  ],
  case_without_clock: [
    `with gone as (delete from clock_threshold where clock_id in (select id from incident_clock where kind = 'press_conference_24h'))
     delete from incident_clock where kind = 'press_conference_24h'`,
    // The first release is out, and no cycle of continued release has begun.
    `update incident_clock set met_at = app_now() where kind = 'statement_5h'`,
  ],
  clock_without_threshold: ['delete from clock_threshold', `update clock_threshold set outcome = 'closed'`],
  wrong_due: [
    `update incident_clock set due_at = due_at + interval '1 second'`,
    `update incident_clock set start_at = start_at - interval '1 hour'`,
  ],
  policy_unknown: [`update incident_clock set rule_version = 'lost'`],
  alert_without_notice: [
    'delete from notice',
    `insert into deadline_alert (clock_id, key, version, due_at, detected_at, late_ms)
     select id, 'half', 1, app_now(), app_now(), 0 from incident_clock`,
  ],
  stuck_notice: [
    `update notice set next_at = ${LATE} where state = 'pending'`,
    `update notice set next_at = ${LATE}, lease_until = ${LATE} where state = 'pending'`,
    `update notice set state = 'held', next_at = ${LATE} where state = 'pending'`,
  ],
  journal_broken: [
    'delete from journal where seq = 2',
    'delete from journal where seq = (select seq from journal_head)',
    `update journal set body = replace(body, '"kind"', '"kinD"') where seq = 1`,
    `update journal set incident_id = gen_random_uuid() where seq = (select seq from journal_head)`,
    'update journal_head set seq = seq + 1',
    `update journal_head set hash = 'other'`,
  ],
  anchor_broken: [
    `update journal_anchor set body = body || ' '`,
    `update journal_anchor set last_seq = last_seq + 1`,
    'delete from journal_anchor',
  ],
  anchor_not_kept: [
    `update journal_anchor set kept_at = null, made_at = app_now() - interval '301 seconds', fault = 'EROFS'`,
  ],
  policy_refused: [`insert into policy_refusal (digest, faults) values ('x', '{a fault}')`],
  clock_suspect: ['update sweep set clock_suspect_since = app_now(), clock_jump_ms = 40000'],
};

/** A cycle of continued release that runs for so many hours from now. */
const cycleOf = (hours: number): string =>
  `insert into incident_clock (incident_id, kind, rule_version, start_at, start_basis, opened_at, due_at, citation)
     select id, 'follow_up', rule_version, app_now(), 'released', app_now(), app_now() + interval '${hours} hours', '' from incident;
   insert into clock_threshold (clock_id, key, version, fire_at) select id, 'due', 1, due_at from incident_clock where kind = 'follow_up'`;

describe('what the auditor looks for', () => {
  it('is nowhere where all is well', async () => {
    expect(await foundAfter()).toEqual([]);
  });

  it.each(AUDIT_RULES.flatMap((rule) => BROKEN[rule].map((statement) => [rule, statement] as const)))(
    'is found, and nothing else: %s after %s',
    async (rule, statement) => {
      expect(await foundAfter(statement)).toEqual([rule]);
    },
  );

  it.each([
    ['a warning that has just come due', `update clock_threshold set fire_at = app_now() - interval '9 seconds'`],
    ['a notice under way', `update notice set next_at = ${LATE}, lease_until = app_now() where state = 'pending'`],
    ['a case that was dismissed', `update incident set status = 'dismissed'; delete from clock_threshold`],
    ['a self-check', `update incident set channel = 'canary'; delete from notice`],
    [
      'a duty that was answered',
      `update incident_clock set met_at = app_now(), due_at = due_at + interval '1 hour' where kind = 'press_conference_24h'`,
    ],
    [
      'a grade of a table that the office has not adopted',
      `update incident set basis = 'INTERNAL'; ${BROKEN.case_without_clock[0] ?? ''}`,
    ],
    ['the closer cadence of the first days', cycleOf(12)],
    ['a release that is due soon after a new fact', cycleOf(2)],
  ])('is not %s', async (_, statements) => {
    expect(await foundAfter(...statements.split(';'))).toEqual([]);
  });
});
