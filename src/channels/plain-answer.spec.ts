import type { Environment } from '../settings/env.js';
import { type Channel, DeliveryError, type Outgoing } from './channel.js';
import { DiscreetChannel, withoutSecrets } from './plain-answer.js';

const ENV = {
  SMTP_URL: 'smtp://office:pass%40word@mail.test',
  WEBHOOK_SECRET: 'a-secret-of-sixteen',
  SMS_GATEWAY_URL: 'https://sms.test/send?account=office-17',
  SMS_GATEWAY_HEADERS: { Authorization: 'Bearer gateway-token' },
} as Partial<Environment>;
const ADDRESS = 'https://robot.test/hook/0b5c6d70-aaaa-bbbb/send?key=4f1d-key#secret=SECabcdef&at=13800000000';

const sends = (channel: Channel['send'], signal = AbortSignal.timeout(1_000)) =>
  new DiscreetChannel({ send: channel }, ENV).send({ address: ADDRESS } as Outgoing, signal);

describe('what a provider said', () => {
  test.each([
    ['535 office / pass@word rejected', '535 … / … rejected'],
    ['bad gateway-token', 'bad …'],
    ['signed with a-secret-of-sixteen', 'signed with …'],
    ['no such hook 0b5c6d70-aaaa-bbbb', 'no such hook …'],
    ['key 4f1d-key invalid', 'key … invalid'],
    ['cut in its midst: SECabcd', 'cut in its midst: …'],
    ['account office-17 owes', 'account … owes'],
  ])('%s', async (said, told) => {
    await expect(sends(() => Promise.resolve({ answer: said, reference: '7' }))).resolves.toEqual({
      answer: told,
      reference: '7',
    });
    await expect(sends(() => Promise.reject(new Error(said)))).rejects.toMatchObject({ message: told });
  });

  test.each([
    ['{"access_token":"abc","code":40}', '{"access_token":"…","code":40}'],
    ['sign=abc%3D&timestamp=1', 'sign=…&timestamp=1'],
    ['Authorization: Bearer abc.def', 'Authorization: Bearer …'],
    ['see https://a.test/help?token=abc#x for more', 'see https://a.test/help for more'],
    ['see https://user:pw@a.test/help', 'see https://a.test/help'],
    [`t=1,v1=${'ab'.repeat(32)}`, 't=1,v1=…'],
    ['93000 invalid webhook url, hint: [1700000000000]', '93000 invalid webhook url, hint: [1700000000000]'],
    ['250 2.0.0 Ok: queued as 4XyZ12 · 已受理', '250 2.0.0 Ok: queued as 4XyZ12 · 已受理'],
    ['550 no such user guard@office.test', '550 no such user guard@office.test'],
  ])('whoever it is of: %s', (said, told) => {
    expect(withoutSecrets(said, [])).toBe(told);
  });

  test('stays final or for now, as the channel said', async () => {
    const refusal = new DeliveryError('no', true, 5);
    await expect(sends(() => Promise.reject(refusal))).rejects.toMatchObject({ permanent: true, waitSeconds: 5 });
    await expect(sends(() => Promise.reject(new TypeError('reset')))).rejects.toMatchObject({ permanent: false });
  });
});
