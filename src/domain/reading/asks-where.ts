import type { Reading } from './assessment.js';

type Read = Pick<Reading, 'alert' | 'isIncident' | 'level' | 'phase' | 'provisional' | 'scope'>;

/**
 * Whether people are asked where a happening is: all holds that an alert wants, but a bare title such as 老屋失火致17人遇难 names no
 * place in China.
 */
export function asksWhere({ alert, isIncident, level, phase, provisional, scope }: Read): boolean {
  const ours = scope === 'domestic' || scope === 'mixed';
  const current = phase === 'breaking' || phase === 'update';
  const serious = level === 'I' || level === 'II' || (level === null && provisional);
  return !alert && isIncident && ours && current && serious;
}
