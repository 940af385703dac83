import type { Explanation, Judgement } from './explanation.js';

/** What an alert asks for, each asked by itself: all must hold. */
export function alertChecks({ reading }: Judgement): Explanation['alert']['checks'] {
  const { isIncident, scope, phase, level, provisional, alert } = reading;
  const grave = level === null && provisional;
  const checks: Explanation['alert']['checks'] = [
    { check: 'happening', holds: isIncident },
    { check: 'ours', holds: scope === 'domestic' || scope === 'mixed' },
    { check: 'current', holds: phase === 'breaking' || phase === 'update' },
    { check: 'serious', holds: level === 'I' || level === 'II' || grave },
  ];
  // Who says not where in China, and what happened barely or not at all, starts no clock: asked last, so it is only known where all else holds.
  const isKnown = checks.every(({ holds }) => holds);
  return isKnown ? [...checks, { check: 'told', holds: alert }] : checks;
}
