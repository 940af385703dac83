import type { QueryClient } from '@tanstack/react-query';
import { redirect } from '@tanstack/react-router';
import { Refusal } from '../api/call.js';
import { sessionQuery } from '../api/queries.js';

/** A path of this product, and of no other. */
export const inside = (path: unknown): string | undefined =>
  typeof path === 'string' && /^\/(?![/\\])/.test(path) ? path : undefined;

/** Who is signed in; otherwise to the door, remembering where one wanted to go. */
export async function personOrDoor(queries: QueryClient, next: string) {
  try {
    return await queries.ensureQueryData(sessionQuery);
  } catch (error) {
    if (error instanceof Refusal && error.status === 401) redirect({ to: '/sign-in', search: { next }, throw: true });
    throw error;
  }
}
