import { ConflictException } from '@nestjs/common';
import { PROBLEM_TYPES } from '../contract/problem-types.js';

/** Somebody else changed the thing after this person saw it; nothing was done. Another 409 says in its own words what stands in the way. */
export class StaleVersion extends ConflictException {
  /** @param message tells, Chinese first, what was changed */
  constructor(message: string) {
    super({ message, type: PROBLEM_TYPES.staleVersion });
  }
}
