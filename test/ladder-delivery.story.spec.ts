import { resolve } from 'node:path';
import { Test, type TestingModule } from '@nestjs/testing';
import { DatabaseModule } from '../src/database/database.module.js';
import type { QuietSpan } from '../src/domain/clocks/policy.js';
import { Dispatcher } from '../src/notices/dispatcher.js';
import { DispatchingModule } from '../src/notices/notices.module.js';
import { loadSettings, Settings } from '../src/settings/settings.js';
import { SettingsModule } from '../src/settings/settings.module.js';
import { FakeSmtp } from './support/fake-smtp.js';
import { Office } from './support/office.js';
import { insertPerson, insertShift, insertWay } from './support/roster-rows.js';

const ROOT = resolve(__dirname, '..');
/** No robot stands behind it: a failure for good. */
const NOWHERE = '!not-an-address';

/** What becomes of the ladder when notices do not arrive, or have to wait. */
describe('the ladder and what is delivered of it', () => {
  let office: Office;
  let smtp: FakeSmtp;
  let worker: TestingModule | null = null;
  const people: Record<string, string> = {};
  beforeEach(async () => {
    smtp = await FakeSmtp.start();
    office = await Office.open({ env: { SMTP_URL: smtp.url } });
    const employ = async (name: string, role: string, bureau: string | null, ways: Record<string, string>) => {
      people[name] = await insertPerson(office.db, name, { role, bureau, ways });
    };
    await employ('desk', 'duty_officer', null, { email: '!desk@office.test' });
    await employ('officer', 'bureau_officer', 'FILM', { wecom: NOWHERE });
    await employ('deputy', 'bureau_officer', 'FILM', { email: '!deputy@office.test' });
    await insertShift(office.db, people.officer ?? '', { post: 'FILM', to: 90 });
    await insertShift(office.db, people.deputy ?? '', { post: 'FILM', seat: 'deputy', to: 90 });
  });
  afterEach(async () => {
    await worker?.close();
    worker = null;
    await Promise.all([office.close(), smtp.stop()]);
  });

  /** A worker that empties the outbox when told to. */
  async function delivers(quiet?: QuietSpan): Promise<() => Promise<void>> {
    const read = loadSettings({ DATABASE_URL: office.database.url, SMTP_URL: smtp.url }, ROOT);
    const policy = quiet ? { ...read.policy, quietHours: { bureau: quiet } } : read.policy;
    const settings = new Settings(read.env, policy, read.rules, [], read.root);
    worker = await Test.createTestingModule({
      imports: [SettingsModule.of(settings), DatabaseModule, DispatchingModule],
    }).compile();
    await worker.init();
    const dispatcher = worker.get(Dispatcher);
    return async () => {
      dispatcher.wake();
      await dispatcher.idle();
    };
  }

  async function opens(level: string, more = {}): Promise<string> {
    const opened = await office.post<{ id: string }>('/incidents', { title: '影院坍塌', level, lead: 'FILM', ...more });
    expect(opened.status).toBe(201);
    return opened.body.id;
  }

  const kinds = async (id: string, kind: string) =>
    (await office.incident(id)).journal.filter((row) => row.kind === kind);
  const rungs = async (id: string) =>
    (await kinds(id, 'threshold.fired'))
      .map((row) => String(row.data.key))
      .filter((key) => /^rung_(lead|gen)/.test(key));
  const mailsTo = (name: string) => smtp.mails.filter((mail) => mail.to.includes(`${name}@office.test`)).length;

  /** Mails that were sent to a person about this threshold. */
  async function mailsOf(name: string, key: string): Promise<number> {
    const rows = await office.db.query<unknown[]>(
      `select from notice where recipient_id = $1 and channel = 'email' and state = 'sent'
         and payload->'thresholds' @> jsonb_build_array(jsonb_build_object('key', $2::text))`,
      [people[name], key],
    );
    return rows.length;
  }

  it('tells the next rung at once, and the desk, when what was sent to a rung did not arrive', async () => {
    const id = await opens('I');
    const settle = await delivers();
    await office.passes({ minutes: 15 });
    expect(await rungs(id)).toEqual(['rung_lead_officer']);
    await settle();
    await office.sweeps();
    expect((await kinds(id, 'rung.skipped')).map((row) => row.data)).toEqual([
      expect.objectContaining({ post: 'lead_officer', reason: 'undelivered' }),
    ]);
    expect(await rungs(id)).toEqual(['rung_lead_officer', 'rung_lead_deputy']);
    await settle();
    expect(mailsTo('deputy')).toBe(1);
    expect(await mailsOf('desk', 'rung_unreached_lead_officer')).toBe(1);
    const { ladder } = await office.incident(id);
    expect(ladder?.rungs.slice(0, 2)).toMatchObject([
      { post: 'lead_officer', state: 'skipped', reason: 'undelivered', told: [] },
      { post: 'lead_deputy', state: 'told', reason: null, told: [people.deputy] },
    ]);
    await office.passes({ minutes: 5 });
    await settle();
    expect((await rungs(id)).filter((key) => key === 'rung_lead_deputy')).toHaveLength(1);
    expect(mailsTo('deputy')).toBe(1);
  });

  it('passes over nobody whom another of his ways reaches', async () => {
    await insertWay(office.db, people.officer ?? '', {
      ...{ channel: 'email', address: 'officer@office.test', proven: true, rank: 2 },
    });
    const id = await opens('I');
    const settle = await delivers();
    await office.passes({ minutes: 15 });
    await settle();
    await settle();
    await office.sweeps();
    expect(mailsTo('officer')).toBeGreaterThan(0);
    expect(await kinds(id, 'rung.skipped')).toEqual([]);
    expect(await rungs(id)).toEqual(['rung_lead_officer']);
  });

  /** Beijing wall times around now. */
  async function quietFor(hours: number): Promise<QuietSpan> {
    const now = (await office.clock.now()).getTime();
    const wall = (ms: number) => new Date(ms + 8 * 3_600_000).toISOString().slice(11, 16);
    return { from: wall(now - 3_600_000), to: wall(now + hours * 3_600_000) };
  }

  async function works(): Promise<void> {
    await office.db.query(
      `update contact_way set channel = 'email', address = 'officer@office.test' where account_id = $1`,
      [people.officer],
    );
  }

  it('is counted on in quiet hours; what it says waits, and is said once when they end', async () => {
    await works();
    const settle = await delivers(await quietFor(8));
    const id = await opens('III', { needsAnswer: true });
    await office.passes({ hours: 4 });
    expect(await rungs(id)).toEqual(['rung_lead_officer']);
    await settle();
    expect(mailsTo('officer')).toBe(0);
    expect(await kinds(id, 'notice.held')).not.toEqual([]);
    await office.passes({ hours: 4, minutes: 1 });
    await settle();
    await settle();
    expect(await mailsOf('officer', 'rung_lead_officer')).toBe(1);
    const [all] = await office.db.query<{ n: number }[]>(
      `select count(*)::int as n from notice where recipient_id = $1 and channel = 'email'`,
      [people.officer],
    );
    expect(mailsTo('officer')).toBe(all?.n);
  });

  it('lets go of what it held when the level rises', async () => {
    await works();
    const settle = await delivers(await quietFor(8));
    const id = await opens('III', { needsAnswer: true });
    await office.passes({ hours: 4 });
    await settle();
    expect(mailsTo('officer')).toBe(0);
    // A desk of one decides alone.
    await office.db.query(`update account set disabled_at = app_now() where username = 'desk'`);
    await office.post(`/incidents/${id}/grade`, { level: 'I', reason: '伤亡上升' });
    expect((await office.incident(id)).level).toBe('I');
    await settle();
    const sent = mailsTo('officer');
    expect(sent).toBeGreaterThan(0);
    await settle();
    expect(mailsTo('officer')).toBe(sent);
  });
});
