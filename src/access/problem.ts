import { HttpException } from '@nestjs/common';
import type { Problem } from '../contract/problem.js';
import { isPassingFault } from '../database/passing-faults.js';
import { standardProblem } from './problem-texts.js';

/** The media type of RFC 9457. */
export const PROBLEM_TYPE = 'application/problem+json';

interface Told {
  message?: unknown;
  type?: unknown;
  faults?: Problem['faults'];
}

/**
 * What the client is told of an exception. Only texts of this product (Chinese first) go out as `detail`; what a library
 * says is replaced by the standard text of the status, so that nothing internal and nothing in one language leaves.
 */
export function problemOf(exception: unknown): Problem {
  if (!(exception instanceof HttpException)) return standardProblem(isPassingFault(exception) ? 503 : 500);
  const problem = standardProblem(exception.getStatus(), isSyntaxFault(exception) ? 'not_json' : undefined);
  if (problem.status >= 500 && problem.status !== 503) return problem;
  const response = exception.getResponse();
  const told: Told = typeof response === 'string' ? { message: response } : response;
  if (typeof told.message === 'string' && isOurs(told.message)) problem.detail = told.message;
  if (typeof told.type === 'string') problem.type = told.type;
  if (told.faults) problem.faults = told.faults;
  return problem;
}

function isOurs(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}

function isSyntaxFault(exception: HttpException): boolean {
  return exception.getStatus() === 400 && exception.cause instanceof SyntaxError;
}
