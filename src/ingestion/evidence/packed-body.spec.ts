import { createHash } from 'node:crypto';
import { EvidenceDamaged, packBody, unpackBody } from './packed-body.js';

const feed = Buffer.from('<rss>影院停电</rss>'.repeat(200));

describe('a body as evidence', () => {
  test('is known by its raw bytes, stored smaller, and comes back byte for byte', async () => {
    const packed = await packBody(feed);
    expect(packed).toMatchObject({
      sha256: createHash('sha256').update(feed).digest('hex'),
      encoding: 'gzip',
      size: feed.length,
    });
    expect(packed.bytes.length).toBeLessThan(feed.length / 5);
    expect(Buffer.from(await unpackBody(packed)).equals(feed)).toBe(true);
  });

  test.each([
    ['an empty one', Buffer.alloc(0)],
    ['one that compression makes longer', Buffer.from('a')],
  ])('%s is stored as it is', async (_, raw) => {
    const packed = await packBody(raw);
    expect(packed.encoding).toBe('identity');
    expect(Buffer.from(await unpackBody(packed)).equals(raw)).toBe(true);
  });

  test.each([
    ['a bit has turned', (bytes: Buffer) => bytes.fill(bytes.readUInt8(40) ^ 1, 40, 41)],
    ['the end is missing', (bytes: Buffer) => bytes.subarray(0, -9)],
    ['something longer was put in its place', () => Buffer.alloc(feed.length + 1)],
  ])('%s: it is not handed out as what was kept, and that is said', async (_, damage) => {
    for (const packed of [
      await packBody(feed),
      { ...(await packBody(feed)), encoding: 'identity', bytes: feed } as const,
    ]) {
      const damaged = unpackBody({ ...packed, bytes: damage(Buffer.from(packed.bytes)) });
      await expect(damaged).rejects.toBeInstanceOf(EvidenceDamaged);
      await expect(damaged).rejects.toThrow(packed.sha256);
    }
  });
});
