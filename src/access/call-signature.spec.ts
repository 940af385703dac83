import { signatureOf } from '../channels/signature.js';
import { isSigned, isTimely, readSignature } from './call-signature.js';

const SECRET = 'a-secret-of-the-service';
const BODY = Buffer.from('{"title":"某影院起火"}');
const signed = (at: number, body = BODY.toString()) => readSignature(signatureOf(SECRET, body, at))!;

describe('signature of a call', () => {
  it('is that of the webhooks we send ourselves, over the bytes as they came', () => {
    expect(isSigned(signed(1_800_000_000), SECRET, BODY)).toBe(true);
  });

  it('does not fit another secret, another time, or one other bit', () => {
    expect(isSigned(signed(1_800_000_000), `${SECRET}x`, BODY)).toBe(false);
    expect(isSigned({ ...signed(1_800_000_000), unixSeconds: '1800000001' }, SECRET, BODY)).toBe(false);
    for (let at = 0; at < BODY.length; at += 1) {
      const altered = Buffer.from(BODY);
      altered[at]! ^= 1;
      expect(isSigned(signed(1_800_000_000), SECRET, altered)).toBe(false);
    }
  });

  it('holds for five minutes before and after', () => {
    const now = new Date(1_800_000_000_000);
    const timely = (seconds: number) => isTimely(signed(1_800_000_000 + seconds), now);
    expect([-301, -300, 0, 300, 301].map(timely)).toEqual([false, true, true, true, false]);
  });

  const code = 'ab'.repeat(32);
  it.each([
    undefined,
    '',
    `t=1,v1=${code.toUpperCase()}`,
    `t=01,v1=${code}`,
    `t=1,v1=${code},v1=${code}`,
    `t=1, v1=${code}`,
    `t=-1,v1=${code}`,
    `t=1e9,v1=${code}`,
    `t=1,v1=${code.slice(1)}`,
    `v1=${code},t=1`,
    [`t=1,v1=${code}`, `t=1,v1=${code}`],
  ])('is spelled in one way only: not %j', (header) => {
    expect(readSignature(header)).toBeNull();
  });
});
