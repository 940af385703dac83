import { hashPassword, passwordMatches, readablePassword } from './passwords.js';

describe('passwords', () => {
  test('are kept as argon2id and matched only by themselves', async () => {
    const hash = await hashPassword('正确的马-电池');
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await passwordMatches('正确的马-电池', hash)).toBe(true);
    expect(await passwordMatches('正确的马-电', hash)).toBe(false);
  });

  test('nothing matches an account that does not exist', async () => {
    expect(await passwordMatches('', null)).toBe(false);
    expect(await passwordMatches('admin', null)).toBe(false);
  });

  test('a first password can be read out and differs each time', () => {
    expect(readablePassword()).toMatch(/^([a-hjkmnp-z2-9]{4}-){3}[a-hjkmnp-z2-9]{4}$/);
    expect(new Set(Array.from({ length: 100 }, readablePassword)).size).toBe(100);
  });
});
