import { CANARY_STAGES, STAGE_NAMES } from '../src/domain/canary.js';
import type { Calm } from '../src/contract/calm.js';
import { FakeReceiver } from './support/fake-receiver.js';
import { FakeSmtp } from './support/fake-smtp.js';
import { Office } from './support/office.js';
import { SelfCheck } from './support/self-check.js';

const PERIOD_S = 300;

/** A report of the office's own walks from a feed to a socket; where it is stuck, the keepers hear within two periods. */
describe('the self-check', () => {
  let smtp: FakeSmtp;
  let receiver: FakeReceiver;
  let office: Office;
  let check: SelfCheck;

  beforeAll(async () => {
    smtp = await FakeSmtp.start();
    receiver = await FakeReceiver.start();
    office = await Office.open({
      jurisdiction: 'office',
      operators: { email: 'keeper@office.test', webhook: receiver.url },
      env: { SMTP_URL: smtp.url, WEBHOOK_SECRET: '0123456789abcdef' },
    });
    check = SelfCheck.of(office);
  });
  afterAll(async () => {
    await office.close();
    await Promise.all([smtp.stop(), receiver.stop()]);
  });
  afterEach(() => {
    smtp.mails.length = 0;
    receiver.calls.length = 0;
  });

  const subjects = () =>
    receiver.calls.map((call) => (JSON.parse(call.body) as { data: { subject: { zh: string } } }).data.subject.zh);
  const mails = () => smtp.mails.map(({ to, source }) => ({ to, text: textOf(source) }));

  it('passes every stage, and whoever asks hears that all is well', async () => {
    await check.turn();
    const run = await check.lastRun();
    const { started_at, fetched_at, stored_at, judged_at, opened_at, fired_at, heard_at, complete_at } = run;
    const stamps = [started_at, fetched_at, stored_at, judged_at, opened_at, fired_at, heard_at];
    expect(stamps.every((at) => at instanceof Date)).toBe(true);
    expect([...stamps].sort((a, b) => Number(a) - Number(b))).toEqual(stamps);
    expect(complete_at).toEqual(heard_at);
    expect(await check.readiness()).toBeNull();
    const metrics = await (await fetch(`${office.address}/metrics`)).text();
    expect(metrics).toMatch(/huiying_canary_age_seconds \d/);
    expect(metrics).not.toMatch(/huiying_canary_broken\{/);
  });

  it('runs once a period, by the schedule of any other source', async () => {
    const before = Number((await check.lastRun()).slot);
    await check.passes(15);
    const after = await check.lastRun();
    expect(Number(after.slot) - before).toBe(3 * PERIOD_S);
    expect(after.complete_at).not.toBeNull();
    expect([subjects(), mails()]).toEqual([[], []]);
  });

  it.each(CANARY_STAGES)(
    'names the stage %s within two periods, tells the keepers, and says when it is mended',
    async (stage) => {
      const lastGood = await check.lastRun();
      await check.breaks(stage);
      expect(await check.untilNamed()).toBeLessThanOrEqual(2 * PERIOD_S);
      const { zh, en } = STAGE_NAMES[stage];
      const detail = await check.readiness();
      expect(detail).toContain(`「${zh}」`);
      expect(detail).toContain(`broken at: ${en}, since ${lastGood.complete_at?.toISOString()}`);
      expect(subjects()).toEqual([`【自检中断】「${zh}」不通`]);
      expect(mails()).toEqual([{ to: ['keeper@office.test'], text: expect.stringContaining(`环节:${zh}`) as string }]);
      const calm = await office.get<Calm>('/calm');
      expect(calm.causes.filter(({ cause }) => cause === 'canary')).toEqual([
        expect.objectContaining({ detail: stage, since: lastGood.complete_at?.toISOString() }),
      ]);
      expect(await (await fetch(`${office.address}/metrics`)).text()).toContain(
        `huiying_canary_broken{stage="${stage}"} 1`,
      );

      await check.passes(10);
      expect(subjects()).toHaveLength(1);
      await check.mends();
      await check.passes(10);
      expect(await check.readiness()).toBeNull();
      expect(subjects()).toEqual([`【自检中断】「${zh}」不通`, `【自检恢复】「${zh}」已通`]);
      expect(mails()).toHaveLength(2);
      const [blind] = await office.db.query<{ since: Date; until: Date }[]>(
        `select since, until from blind_interval where cause = 'canary' order by id desc limit 1`,
      );
      expect(blind?.since).toEqual(lastGood.complete_at);
      const [recovery] = await office.db.query<{ at: Date }[]>('select max(ended_at) as at from canary_breakage');
      expect(blind?.until).toEqual(recovery?.at);
    },
  );

  it('is missed when nobody begins it any more', async () => {
    await office.clock.forward({ minutes: 5 });
    await check.turn();
    const lastGood = await check.lastRun();
    await office.clock.forward({ minutes: 9 });
    expect(await check.readiness()).toBeNull();
    await office.clock.forward({ minutes: 2 });
    expect(await check.readiness()).toContain('「定时进程」');
    expect((await office.get<Calm>('/calm')).causes).toContainEqual(
      expect.objectContaining({ cause: 'canary', detail: 'start', since: lastGood.complete_at?.toISOString() }),
    );
    await check.turn();
    expect(await check.readiness()).toBeNull();
    const back = await check.lastRun();
    const [blind] = await office.db.query<object[]>(
      `select since, until from blind_interval where cause = 'canary' order by id desc limit 1`,
    );
    expect(blind).toEqual({ since: lastGood.complete_at, until: back.started_at });
    expect(subjects()).toEqual([]);
  });

  it('is no false alarm when the product was stopped with one on its way', async () => {
    await check.breaks('judge');
    await office.clock.forward({ minutes: 5 });
    await check.turn();
    await office.clock.forward({ hours: 9 });
    await check.mends();
    await check.turn();
    await check.passes(5);
    expect(await check.readiness()).toBeNull();
    expect(subjects()).toEqual([]);
  });

  it('tells again each hour while it lasts, and each minute while nobody could be reached', async () => {
    await check.breaks('judge');
    receiver.answers.push(500);
    smtp.answers.push({ rcpt: '450 later' });
    await check.untilNamed();
    expect([subjects().length, mails().length]).toEqual([1, 0]);
    await check.passes(2);
    expect([subjects().length, mails().length]).toEqual([2, 1]);
    for (const hour of [2, 3]) {
      await office.clock.forward({ minutes: 58 });
      await check.turn();
      expect(mails()).toHaveLength(hour - 1);
      await office.clock.forward({ minutes: 3 });
      await check.turn();
      expect(mails()).toHaveLength(hour);
    }
    const occasions = receiver.calls.map((call) => call.headers['idempotency-key']);
    expect(new Set(occasions).size).toBe(occasions.length - 1);
    await check.mends();
    await check.passes(10);
    expect(subjects().at(-1)).toContain('自检恢复');
  });
});

describe('at the first start', () => {
  let office: Office;
  beforeEach(async () => {
    office = await Office.open();
  });
  afterEach(() => office.close());

  it('two periods pass before anything is missed', async () => {
    const check = SelfCheck.withoutBoard(office);
    await office.clock.forward({ minutes: 9 });
    expect(await check.readiness()).toBeNull();
    await check.breaks('judge');
    await check.turn();
    await check.passes(9);
    expect(await check.readiness()).toBeNull();
    await check.passes(1.5);
    expect(await check.readiness()).toContain('「研判」');
  });

  it('the board is said not to be watched when its address was not given', async () => {
    const check = SelfCheck.withoutBoard(office);
    await check.turn();
    expect((await check.lastRun()).complete_at).not.toBeNull();
    expect(await check.healthCheck()).toEqual({
      name: 'canary',
      ok: true,
      detail: expect.stringContaining('BOARD_URL') as string,
    });
  });
});

/** The text part of a mail, sent as base64. */
function textOf(source: string): string {
  const body = source.slice(source.indexOf('\n\n'));
  return Buffer.from(body.replaceAll('\n', ''), 'base64').toString();
}
