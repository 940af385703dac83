import type { Explanation, Judgement } from './explanation.js';

/** What an alert asks for, each asked by itself: all must hold. */
export function alertChecks({ reading }: Judgement): Explanation['alert']['checks'] {
  const { isIncident, scope, phase, level, provisional } = reading;
  const grave = level === null && provisional;
  return [
    { check: 'happening', holds: isIncident },
    { check: 'ours', holds: scope === 'domestic' || scope === 'mixed' },
    { check: 'current', holds: phase === 'breaking' || phase === 'update' },
    { check: 'serious', holds: level === 'I' || level === 'II' || grave },
  ];
}
