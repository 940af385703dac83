import type { Request } from 'express';
import type { Person } from '../contract/session.js';
import type { WallName } from '../contract/wall.js';

/** A request on which the guard has noted who makes it. */
export interface PersonRequest extends Request {
  person?: Person;
  /** The wall that makes it, on routes of walls. */
  wall?: WallName;
}

/** Who makes the request; null before the guard ran or when nobody is signed in. */
export function personOf(request: PersonRequest): Person | null {
  return request.person ?? null;
}
