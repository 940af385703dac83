import { text, type Tell } from './tell.js';

/** What a bureau does with what it was assigned. */
export const bureauTellings: Record<string, Tell> = {
  'incident.handed_over': ({ actor, data }, { t, person }) =>
    t('journal.incident_handed_over', { actor: person(actor), to: person(text(data.to)), note: text(data.note) }),
  'incident.returned': ({ actor, data }, { t, person, bureau }) =>
    t('journal.incident_returned', {
      actor: person(actor),
      bureau: bureau(text(data.bureau)),
      reason: text(data.reason),
    }),
};
