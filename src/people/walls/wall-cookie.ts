import type { IncomingMessage } from 'node:http';
import type { Request, Response } from 'express';

/** Apart from that of persons: neither opens what the other opens. */
const WALL_COOKIE = 'huiying_wall';
/** The longest that browsers keep one; it is renewed whenever the page is loaded. */
const KEPT_MS = 400 * 86_400_000;
const IN_HEADER = new RegExp(`(?:^|;\\s*)${WALL_COOKIE}=([\\w-]{43})(?:;|$)`);

/** The secret of a wall's browser; null when it shows none. */
export function wallSecretOf({ headers }: IncomingMessage): string | null {
  return IN_HEADER.exec(headers.cookie ?? '')?.[1] ?? null;
}

export function setWallCookie(request: Request, response: Response, secret: string): void {
  response.cookie(WALL_COOKIE, secret, {
    ...{ httpOnly: true, sameSite: 'strict', secure: request.secure, path: '/' },
    maxAge: KEPT_MS,
  });
}
