import { text, type Tell } from './tell.js';

const ofOwnRelease =
  (key: `journal.own_release_${'proposed' | 'confirmed' | 'rejected'}`): Tell =>
  ({ actor, data }, { t, person, moment }) => {
    const at = text(data.at);
    const time = at === '' ? '' : moment(at);
    return t(key, { actor: person(actor), time, title: text(data.title), reason: text(data.reason) });
  };

/** What our own channel published, and what was decided of it. */
export const ownReleaseTellings: Record<string, Tell> = {
  'own_release.proposed': ofOwnRelease('journal.own_release_proposed'),
  'own_release.confirmed': ofOwnRelease('journal.own_release_confirmed'),
  'own_release.rejected': ofOwnRelease('journal.own_release_rejected'),
};
