import { PROBLEM_TYPES } from '../../contract/problem-types.js';
import type { WallName } from '../../contract/wall.js';
import { call, Refusal } from '../api/call.js';

/** What a browser is, as far as walls go. `waiting`: it could not be asked just now. */
export type Entered =
  | { state: 'open'; wall: WallName }
  | { state: 'waiting' }
  | { state: 'unknown' }
  | { state: 'revoked' }
  | { state: 'used' };

/** The fragment of the link, taken out of the address at once: nobody reads it off the wall, no history keeps it. */
export function takeToken(): string | null {
  const token = window.location.hash.slice(1);
  if (token === '') return null;
  const { pathname, search } = window.location;
  window.history.replaceState(window.history.state, '', pathname + search);
  return token;
}

/** With a token: exchanges it. Without: asks which wall this browser is. */
export async function enter(token: string | null): Promise<Entered> {
  try {
    const wall =
      token === null
        ? await call<WallName>('GET', '/wall/session')
        : await call<WallName>('POST', '/wall/session', { token });
    return { state: 'open', wall };
  } catch (error) {
    return { state: refusedAs(error) };
  }
}

function refusedAs(error: unknown): 'waiting' | 'unknown' | 'revoked' | 'used' {
  if (!(error instanceof Refusal)) return 'waiting';
  const { type, status } = error.problem;
  if (type === PROBLEM_TYPES.wallRevoked) return 'revoked';
  if (type === PROBLEM_TYPES.wallLinkUsed) return 'used';
  return status === 401 || status === 400 ? 'unknown' : 'waiting';
}
