import { applyDecorators, createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { Person } from '../contract/session.js';
import type { WallName } from '../contract/wall.js';
import type { Right } from '../domain/rights.js';
import { personOf, type PersonRequest } from './principal.js';

/** Who may call a route: whoever holds the right, anyone, whoever is signed in, or a wall. A route that names none is closed. */
export type Admission = Right | 'public' | 'signed_in' | 'wall';

/** Metadata key read by the guard and by the test that walks all routes. */
export const ADMISSION = 'huiying:admission';

/** Opens a route to the roles that hold the right in the rights table (src/domain/rights.ts). */
export const Allow = (right: Right) => SetMetadata(ADMISSION, right satisfies Admission);

/** Opens a route to everyone, signed in or not. Only for sign-in, health and the description of the interface. */
export const Public = () => SetMetadata(ADMISSION, 'public' satisfies Admission);

/** Metadata key of routes whose caller signs each call. */
export const SIGNED_BY_CALLER = 'huiying:signed-by-caller';

/**
 * Opens a route to programs that sign each call; the route itself checks the signature. No session is looked at, so a
 * browser of another site gains nothing by calling it.
 */
export const SignedByCaller = () => applyDecorators(Public(), SetMetadata(SIGNED_BY_CALLER, true));

/** Opens a route to whoever is signed in, even while the first password has still to be changed. */
export const SignedIn = () => SetMetadata(ADMISSION, 'signed_in' satisfies Admission);

/** Opens a route to browsers on a wall (大屏), and to no person. */
export const WallOnly = () => SetMetadata(ADMISSION, 'wall' satisfies Admission);

/** The wall that makes the request. @throws on a route of persons */
export const CurrentWall = createParamDecorator((_: unknown, context: ExecutionContext): WallName => {
  const { wall } = context.switchToHttp().getRequest<PersonRequest>();
  if (!wall) throw new Error('@CurrentWall() stands on a route of persons: open it with @WallOnly');
  return wall;
});

/** The person who makes the request. @throws on a public route, where there may be none. */
export const CurrentPerson = createParamDecorator((_: unknown, context: ExecutionContext): Person => {
  const person = personOf(context.switchToHttp().getRequest());
  if (!person) throw new Error('@CurrentPerson() stands on a public route: open it with @Allow or @SignedIn');
  return person;
});
