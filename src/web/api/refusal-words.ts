import type { TFunction } from 'i18next';
import { Refusal } from './call.js';

/** What to tell the reader about a failed request: the server's own advice where it gave one, and each fault of a form. */
export function refusalWords(error: unknown, t: TFunction): string {
  if (!(error instanceof Refusal)) return t('refusal.unknown');
  if (error.status === 0) return t('refusal.unreachable');
  const { detail, title, faults } = error.problem;
  const listed = (faults ?? []).map((fault) => fault.message);
  const said = [detail ?? title, ...listed.filter((message) => message !== detail)].filter((part) => part !== '');
  return said.length > 0 ? said.join(' ') : t('refusal.status', { status: error.status });
}
