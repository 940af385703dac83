import type { TFunction } from 'i18next';
import { PROBLEM_TYPES } from '../../contract/problem-types.js';
import { Refusal } from './call.js';

/** Somebody was faster: nothing was done, and what is shown is old. Other conflicts say in their own words what stands in the way. */
export const isStale = (error: unknown): boolean =>
  error instanceof Refusal && error.problem.type === PROBLEM_TYPES.staleVersion;

/** What to tell the reader about a failed request: the server's own advice where it gave one, and each fault of a form. */
export function refusalWords(error: unknown, t: TFunction): string {
  if (!(error instanceof Refusal)) return t('refusal.unknown');
  if (error.status === 0) return t('refusal.unreachable');
  const { detail, title, faults } = error.problem;
  const listed = (faults ?? []).map((fault) => fault.message);
  const said = [detail ?? title, ...listed.filter((message) => message !== detail)].filter((part) => part !== '');
  return said.length > 0 ? said.join(' ') : t('refusal.status', { status: error.status });
}
