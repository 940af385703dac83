import { FakeReceiver } from '../../test/support/fake-receiver.js';
import { Dialler } from '../network/dialler.js';
import { RefusedAddress } from '../network/refused-address.js';
import type { NoticeText } from '../notices/notice-text.js';
import type { Outgoing } from './channel.js';
import { signatureOf } from './signature.js';
import { WebhookChannel } from './webhook.js';

const SECRET = 'a-secret-of-the-office';

let receiver: FakeReceiver;
let dialler: Dialler;
let channel: WebhookChannel;
beforeEach(async () => {
  receiver = await FakeReceiver.start();
  dialler = new Dialler();
  channel = new WebhookChannel({ env: { WEBHOOK_SECRET: SECRET } }, dialler);
});
afterEach(async () => {
  await dialler.destroy();
  await receiver.stop();
});

function notice(): Outgoing {
  const text = {
    number: 'YQ-1',
    title: '影院起火',
    level: 'II',
    subject: { zh: '重大', en: 'Level II' },
  } as NoticeText;
  return {
    id: 'n1',
    alertId: 'a1',
    idempotencyKey: 'a1:SECURITY:webhook',
    address: receiver.url,
    origin: 'file',
    text,
  };
}

const never = new AbortController().signal;

describe('webhook', () => {
  test('is a CloudEvent with a signature that the receiver can check, and an idempotency key', async () => {
    await channel.send(notice(), never);
    const [call] = receiver.calls;
    expect(call?.headers['content-type']).toBe('application/cloudevents+json; charset=utf-8');
    expect(receiver.said()).toEqual({
      specversion: '1.0',
      id: 'a1:SECURITY:webhook',
      source: 'urn:huiying',
      type: 'huiying.notice.v1',
      datacontenttype: 'application/json',
      data: { id: 'n1', alertId: 'a1', number: 'YQ-1', title: '影院起火', level: 'II', subject: expect.anything() },
    });
    const signature = String(call?.headers['x-huiying-signature']);
    const at = Number(/^t=(\d+),/.exec(signature)?.[1]);
    expect(signature).toBe(signatureOf(SECRET, call?.body ?? '', at));
    expect(Math.abs(at - Date.now() / 1_000)).toBeLessThan(60);
    expect(call?.headers['idempotency-key']).toBe('a1:SECURITY:webhook');
  });

  test.each([
    [500, false],
    [503, false],
    [429, false],
    [408, false],
    [302, false],
    [400, true],
    [404, true],
    [410, true],
  ])('answered %i: refused for good = %s, and no redirect is followed', async (status, permanent) => {
    receiver.answers.push(status);
    await expect(channel.send(notice(), never)).rejects.toMatchObject({ permanent, message: `HTTP ${status}` });
    expect(receiver.calls.map((call) => call.path)).toEqual(['/alert']);
  });

  test('an address that no file of the office names never leads into a private network', async () => {
    const { port } = new URL(receiver.url);
    for (const host of ['127.0.0.1', 'localhost', '[::1]', '2130706433'])
      await expect(
        channel.send({ ...notice(), address: `http://${host}:${port}/alert`, origin: 'form' }, never),
      ).rejects.toBeInstanceOf(RefusedAddress);
    expect(receiver.calls).toEqual([]);
  });

  test('an answer without end is not read to its end', async () => {
    receiver.answers.push('endless');
    await channel.send(notice(), never);
  });

  test('a receiver that hangs is left when the attempt is ended', async () => {
    receiver.answers.push('hang');
    const attempt = new AbortController();
    const sending = channel.send(notice(), attempt.signal);
    attempt.abort(new Error('time is up'));
    await expect(sending).rejects.toThrow('time is up');
  });

  test('a receiver that is away is worth retrying', async () => {
    const target = notice();
    await receiver.stop();
    await expect(channel.send(target, never)).rejects.not.toHaveProperty('permanent', true);
    receiver = await FakeReceiver.start();
  });
});
