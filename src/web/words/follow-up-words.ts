import { text, type Tell } from './tell.js';

/** The number of the last cycle of several: the next one has begun after it. */
function lastCycle(value: unknown): number {
  const last: unknown = Array.isArray(value) ? value.at(-1) : undefined;
  return typeof last === 'object' && last !== null && 'cycleNo' in last ? Number(last.cycleNo) : 0;
}

/** Rows about continued release. */
export const followUpTellings: Record<string, Tell> = {
  'follow_up.missed': ({ data }, { t }) => t('followUp.journalMissed', { n: lastCycle(data.missed) }),
  'follow_up.hastened': ({ data }, { t }) =>
    t(`followUp.journalHastened.${data.fact === 'rumour' ? 'rumour' : 'casualties'}`),
  'incident.follow_up_ended': ({ actor, data }, { t, person }) =>
    t('followUp.journalEnded', { actor: person(actor), reason: text(data.reason) }),
};
