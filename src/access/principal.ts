import type { Request } from 'express';
import type { Person } from '../contract/session.js';

/** A request on which the guard has noted who makes it. */
export interface PersonRequest extends Request {
  person?: Person;
}

/** Who makes the request; null before the guard ran or when nobody is signed in. */
export function personOf(request: PersonRequest): Person | null {
  return request.person ?? null;
}
