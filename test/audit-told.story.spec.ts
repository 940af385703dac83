import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { tickFor } from '../src/board/board-part.js';
import { tickNow } from '../src/board/ticker.js';
import { PolicyKeeper } from '../src/clocks/policy-keeper.js';
import { ROLES } from '../src/domain/rights.js';
import { Settings } from '../src/settings/settings.js';
import { Auditor } from '../src/watch/audit/auditor.js';
import { Operators } from '../src/watch/operators/operators.js';
import { FakeReceiver } from './support/fake-receiver.js';
import { FakeSmtp } from './support/fake-smtp.js';
import { Office } from './support/office.js';
import { insertPerson, insertWay } from './support/roster-rows.js';

const SHIPPED = readFileSync(resolve(__dirname, '../config/policy.yaml'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'policy-'));
const file = join(folder, 'policy.yaml');

let office: Office;
let mailbox: FakeReceiver;
let smtp: FakeSmtp;

beforeEach(async () => {
  [mailbox, smtp] = [await FakeReceiver.start(), await FakeSmtp.start()];
  writeFileSync(file, SHIPPED);
  const env = { POLICY_FILE: file, WEBHOOK_SECRET: '0123456789abcdef', SMTP_URL: smtp.url };
  office = await Office.open({ env, operators: { webhook: mailbox.url } });
});
afterEach(async () => {
  await office.close();
  await Promise.all([mailbox.stop(), smtp.stop()]);
});
afterAll(() => rmSync(folder, { recursive: true }));

const audit = () => office.part(Auditor).beat();
const rows = async (kind: string) => (await office.journal()).filter((row) => row.kind === kind);
const findings = () =>
  office.db.query<{ rule: string; gone: boolean }[]>(
    'select rule, gone_at is not null as gone from audit_finding order by id',
  );

/** The next audit is due. */
async function auditsAgain() {
  await office.clock.forward({ seconds: 61 });
  return audit();
}
const breaks = () => office.db.query(`update sweep set clock_suspect_since = app_now(), clock_jump_ms = 40000`);
const mends = () => office.db.query('update sweep set clock_suspect_since = null');

describe('an audit', () => {
  it('is made once a minute, however many ask; and at once when the clock was set back', async () => {
    const asked = await Promise.all(Array.from({ length: 5 }, audit));
    expect(asked.filter((found) => found !== null)).toEqual([[]]);
    const others = [new Auditor(office.part(Settings), office.part(Operators)), office.part(Auditor)];
    await office.clock.forward({ seconds: 61 });
    const both = await Promise.all(others.map((one) => one.beat()));
    expect(both.filter((found) => found !== null)).toEqual([[]]);
    await others[0]?.onModuleDestroy();
    await office.clock.back({ hours: 3 });
    expect([await audit(), await audit()]).toEqual([[], null]);
  });

  it('goes on where it was when a finding stands: one row, one entry, one message; and one entry when it is gone', async () => {
    await breaks();
    expect(await audit()).toEqual([{ rule: 'clock_suspect', subject: 'clock', detail: { jumpMs: 40_000 } }]);
    await auditsAgain();
    await auditsAgain();
    expect(await findings()).toEqual([{ rule: 'clock_suspect', gone: false }]);
    expect((await rows('audit.found')).map((row) => row.data)).toEqual([
      { rule: 'clock_suspect', subject: 'clock', detail: { jumpMs: 40_000 } },
    ]);
    expect(mailbox.calls).toHaveLength(1);
    await mends();
    await auditsAgain();
    await auditsAgain();
    expect(await findings()).toEqual([{ rule: 'clock_suspect', gone: true }]);
    expect(await rows('audit.gone')).toHaveLength(1);
    expect(mailbox.calls).toHaveLength(1);
    await breaks();
    await auditsAgain();
    expect(await findings()).toHaveLength(2);
    expect(mailbox.calls).toHaveLength(2);
  });

  it('finds a change of what it had found whole before', async () => {
    expect(await audit()).toEqual([]);
    const owner = new pg.Client({ connectionString: office.database.url });
    await owner.connect();
    await owner.query(`alter table journal disable trigger user; update journal set actor = 'other' where seq = 1`);
    await owner.end();
    const broken = { rule: 'journal_broken', subject: '1', detail: { seq: 1, why: expect.any(String) as string } };
    expect(await auditsAgain()).toEqual([broken]);
    expect(await auditsAgain()).toEqual([broken]);
  });
});

describe('the operators', () => {
  it('are the shared mailbox and every administrator with a proven way, each place once', async () => {
    const proven = await insertPerson(office.db, 'wang', {
      role: 'administrator',
      ways: { email: '!wang@office.test', webhook: `!${mailbox.url}` },
    });
    await insertWay(office.db, proven, { channel: 'email', address: 'second@office.test', proven: true, rank: 2 });
    await insertPerson(office.db, 'li', { role: 'administrator', ways: { email: 'unproven@office.test' } });
    await insertPerson(office.db, 'zhao', { role: 'duty_officer', ways: { email: '!zhao@office.test' } });
    await breaks();
    await audit();
    expect(smtp.mails.map((mail) => mail.to)).toEqual([['wang@office.test']]);
    expect(mailbox.calls).toHaveLength(1);
    expect(mailbox.calls[0]?.body).toContain('数据库时钟跳变');
  });

  it('are told again after a minute when nobody could be reached, and never of what is gone', async () => {
    mailbox.answers.push(500, 500);
    await breaks();
    await audit();
    await audit();
    expect(mailbox.calls).toHaveLength(1);
    await auditsAgain();
    expect(mailbox.calls).toHaveLength(2);
    await mends();
    await auditsAgain();
    expect(mailbox.calls).toHaveLength(2);
  });
});

describe('the board', () => {
  it('tells the desk and the administrators of each kind, nobody else, and of no case', async () => {
    await office.publishes({ title: '四川绵阳一工地坍塌致30人死亡' });
    await office.judges();
    await office.sweeps();
    await office.db.query('update incident_clock set rule_version = $1', ['lost']);
    await audit();
    const told = await tickNow(office.db.manager, office.part(Settings).policy, 1);
    if (!told) throw new Error('no tick');
    const since = (await rows('audit.found'))[0]?.at;
    expect(told.findings).toEqual([{ rule: 'policy_unknown', count: 2, since, faults: [] }]);
    const seeing = ROLES.filter((role) => tickFor(told, { id: 'x', role, bureau: null }).findings.length > 0);
    expect(seeing).toEqual(['administrator', 'duty_officer']);
    expect((await office.screen()).snapshot?.recent.map(({ kind }) => kind)).not.toContain('audit.found');
  });
});

describe('a faulty policy file', () => {
  const looks = () => office.part(PolicyKeeper).look();

  it('is told to the operators once for each content, until a good one stands', async () => {
    writeFileSync(file, SHIPPED.replace('hours: 5', 'hours: 6'));
    await looks();
    await audit();
    await auditsAgain();
    expect(mailbox.calls).toHaveLength(1);
    expect(mailbox.calls[0]?.body).toContain('政策文件有误');
    expect((await tickNow(office.db.manager, office.part(Settings).policy, 1))?.findings).toEqual([
      expect.objectContaining({ rule: 'policy_refused', faults: [expect.stringContaining('hours')] }),
    ]);
    writeFileSync(file, 'version: [');
    await looks();
    await auditsAgain();
    expect(mailbox.calls).toHaveLength(2);
    writeFileSync(file, SHIPPED);
    await looks();
    expect(await auditsAgain()).toEqual([]);
    expect((await findings()).map(({ gone }) => gone)).toEqual([true, true]);
    expect(mailbox.calls).toHaveLength(2);
  });
});
