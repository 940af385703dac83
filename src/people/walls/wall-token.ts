import { createHash, randomBytes } from 'node:crypto';

/** 32 random bytes in 43 characters that need no escape in an address or a cookie. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is kept of a token: so much chance needs no salt. */
export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();
