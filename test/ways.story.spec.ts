import { ownWays, type OwnWays, testedWay, type TestedWay, way, wayPage, type WayView } from '../src/contract/way.js';
import { FakeSmtp } from './support/fake-smtp.js';
import { Office } from './support/office.js';

let office: Office;
let smtp: FakeSmtp;
let guard: string;

beforeEach(async () => {
  smtp = await FakeSmtp.start();
  office = await Office.open({ env: { SMTP_URL: smtp.url, PUBLIC_URL: 'http://board.test/' } });
  guard = await office.employs('guard', 'bureau_officer', 'SECURITY');
});
afterEach(async () => {
  await office.close();
  await smtp.stop();
});

const states = (address: string, cookie = guard) =>
  office.post<WayView>('/me/ways', { channel: 'email', address }, cookie);
const tests = (id: string, cookie = guard) => office.post<TestedWay>(`/me/ways/${id}/test`, {}, cookie);
const proves = (proof: string, cookie = guard) => office.post<WayView>('/me/ways/prove', { proof }, cookie);

/** The proof in the link of the last mail. */
function proofMailed(): string {
  const source = smtp.mails.at(-1)?.source ?? '';
  const body = source
    .split(/\n\n/)
    .map((part) => Buffer.from(part.replace(/\s/g, ''), 'base64').toString('utf8'))
    .join('\n');
  return /proof=([\w-]+)/.exec(`${source.replace(/=\n/g, '').replace(/=3D/g, '=')}\n${body}`)?.[1] ?? '';
}

test('a way is stated, tested and proven by what only its receiver can know', async () => {
  const { status, body } = await states('guard@office.test');
  expect([status, way.safeParse(body).error, body.provenAt]).toEqual([201, undefined, null]);
  expect((await states('guard@office.test')).body).toEqual(body);
  expect((await tests(body.id)).status).toBe(200);
  expect(smtp.mails.map((mail) => mail.to)).toEqual([['guard@office.test']]);
  const proof = proofMailed();
  expect((await proves(`${proof}x`)).status).toBe(400);
  const opened = await office.fetch(`/me/ways/prove?proof=${proof}`, guard);
  expect(opened.status).toBe(404);
  expect((await proves(proof)).body.provenAt).not.toBeNull();
  expect((await proves(proof)).status).toBe(400);
  const rows = (await office.journal()).filter((row) => row.kind.startsWith('way.'));
  expect(rows.map((row) => row.kind)).toEqual(['way.added', 'way.test_sent', 'way.proven']);
  expect(JSON.stringify(rows)).not.toContain('guard@office.test');
});

test("somebody else's proof, one too old, and one replaced by a later test prove nothing", async () => {
  const { body } = await states('guard@office.test');
  const other = await office.employs('film', 'bureau_officer', 'FILM');
  await tests(body.id);
  const first = proofMailed();
  expect((await proves(first, other)).status).toBe(400);
  expect((await tests(body.id, other)).status).toBe(404);
  expect((await tests(body.id)).status).toBe(429);
  await office.clock.forward({ minutes: 2 });
  await tests(body.id);
  expect((await proves(first)).status).toBe(400);
  await office.clock.forward({ hours: 25 });
  expect((await proves(proofMailed())).status).toBe(400);
});

test('a mail server that refuses is told to the person', async () => {
  const { body } = await states('guard@office.test');
  smtp.answers.push({ rcpt: '550 no such user' });
  const answer = await tests(body.id);
  expect([answer.status, testedWay.safeParse(answer.body).error]).toEqual([200, undefined]);
  expect(answer.body).toMatchObject({ outcome: 'refused', answer: expect.stringContaining('no such user') as string });
});

test('so is one that is to be asked later, and one that took it; its secrets and the proof are cut out of its words', async () => {
  const { body } = await states('guard@office.test');
  smtp.answers.push({ rcpt: '451 try later, token=abcdef' });
  expect((await tests(body.id)).body).toMatchObject({
    outcome: 'later',
    answer: expect.stringContaining('451 try later, token=…') as string,
  });
  await office.clock.forward({ minutes: 2 });
  expect((await tests(body.id)).body).toMatchObject({
    outcome: 'taken',
    answer: expect.stringMatching(/^250/) as string,
  });
});

test('disabled and stated again, it has to be proven anew; a form is checked by its channel', async () => {
  const { body } = await states('guard@office.test');
  await tests(body.id);
  await proves(proofMailed());
  const off = await office.send<WayView>('PATCH', `/me/ways/${body.id}`, { disabled: true }, guard);
  expect(off.body.disabledAt).not.toBeNull();
  expect((await tests(body.id)).status).toBe(409);
  expect((await states('guard@office.test')).body).toMatchObject({ disabledAt: null, provenAt: null });
  expect((await states('no address')).status).toBe(400);
  const robot = { channel: 'webhook', address: 'file:///etc/passwd' };
  expect((await office.post('/me/ways', robot, guard)).status).toBe(400);
});

test("each sees his own; the administrator sees everyone's", async () => {
  await states('guard@office.test');
  const own = await office.get<OwnWays>('/me/ways');
  expect([ownWays.safeParse(own).error, own.items]).toEqual([undefined, []]);
  expect(own.channels).toEqual([
    { channel: 'email', ready: true },
    { channel: 'webhook', ready: false },
    ...['wecom', 'dingtalk', 'feishu'].map((channel) => ({ channel, ready: true })),
    { channel: 'sms', ready: false },
  ]);
  const all = await office.get<{ items: { name: string }[] }>('/ways');
  expect([wayPage.safeParse(all).error, all.items.map((one) => one.name)]).toEqual([undefined, ['guard']]);
  expect((await office.fetch('/ways', guard)).status).toBe(403);
});
