import type { Policy } from '../../domain/clocks/policy.js';

/** Id of the built-in source. No file and no form can take it: their ids begin with a letter or a figure. */
export const CANARY_SOURCE = '@canary';

/** Ms between the beginnings of two self-checks. */
export function periodMs({ canary }: Pick<Policy, 'canary'>): number {
  return canary.everyMinutes * 60_000;
}
