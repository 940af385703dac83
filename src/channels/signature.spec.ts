import { createHmac } from 'node:crypto';
import { signatureOf } from './signature.js';

test('a receiver can recompute the signature from time and body', () => {
  const signature = signatureOf('0123456789abcdef', '{"标题":"x"}', 1_763_800_000);
  const expected = createHmac('sha256', '0123456789abcdef').update('1763800000.{"标题":"x"}').digest('hex');
  expect(signature).toBe(`t=1763800000,v1=${expected}`);
});
