import type { VisitOutcome } from '../../contract/source.js';

/**
 * What a failed visit says of the next one. Soft: it may go well the next moment. Temporary: the server asks for time. Hard:
 * somebody has to change something first. None of them ends the visits.
 */
export type FailureClass = 'soft' | 'temporary' | 'hard';

const SOFT: ReadonlySet<VisitOutcome> = new Set([
  'timeout',
  'network',
  'dns',
  'http_5xx',
  'store_failed',
  'never_started',
]);
/** Request Timeout, Too Early. */
const SOFT_STATUS = new Set([408, 425]);
const TOO_MANY_REQUESTS = 429;
const UNAVAILABLE = 503;

/** @param status of the answer, where there was one */
export function failureClass(outcome: VisitOutcome, status: number | undefined, asksToWait: boolean): FailureClass {
  if (outcome === 'blocked_by_challenge' || status === TOO_MANY_REQUESTS) return 'temporary';
  if (status === UNAVAILABLE && asksToWait) return 'temporary';
  return SOFT.has(outcome) || (status !== undefined && SOFT_STATUS.has(status)) ? 'soft' : 'hard';
}
