import { text, type Tell } from './tell.js';

const held =
  (key: `journal.hold_${'placed' | 'lifted'}`): Tell =>
  ({ actor, data }, { t, person }) =>
    t(key, { actor: person(actor), reason: text(data.reason) });

/** Personal data found in posts: purged when their time has passed, or held. */
export const personalTellings: Record<string, Tell> = {
  'personal_data.purged': ({ data }, { t }) =>
    t('journal.personal_purged', { count: typeof data.articles === 'number' ? data.articles : 0 }),
  'incident.hold_placed': held('journal.hold_placed'),
  'incident.hold_lifted': held('journal.hold_lifted'),
};
