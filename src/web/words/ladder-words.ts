import type { TFunction } from 'i18next';
import { ACK_EXPIRES, postOfRung, RUNG_POSTS, unreachedPost } from '../../domain/clocks/ladder.js';
import type { RungPost } from '../../domain/clocks/policy.js';
import { text, type Tell } from './tell.js';

const isPost = (value: string): value is RungPost => RUNG_POSTS.some((post) => post === value);

function skipWord(reason: string, t: TFunction): string {
  return reason === 'nobody' || reason === 'unreachable' || reason === 'undelivered'
    ? t(`ladder.reason.${reason}`)
    : reason;
}

/** What a row of the ladder means; null: it is none. */
export function rungMark(key: string, t: TFunction): string | null {
  if (key === ACK_EXPIRES) return t('journal.mark.ack_expires');
  const told = postOfRung(key);
  if (told !== null) return t('journal.mark.rung', { post: t(`ladder.post.${told}`) });
  const unreached = unreachedPost(key);
  return unreached === null ? null : t('journal.mark.rung_unreached', { post: t(`ladder.post.${unreached}`) });
}

/** Rows about rungs that were passed over, and acknowledgements that ended. */
export const ladderTellings: Record<string, Tell> = {
  'rung.skipped': ({ data }, { t }) => {
    const post = text(data.post);
    return t('journal.rung_skipped', {
      post: isPost(post) ? t(`ladder.post.${post}`) : post,
      reason: skipWord(text(data.reason), t),
    });
  },
  'acknowledgement.outgrown': ({ data }, { t, person }) =>
    t('journal.acknowledgement_outgrown', { who: person(text(data.by)) }),
  'acknowledgement.expired': ({ data }, { t, person }) =>
    t('journal.acknowledgement_expired', { who: person(text(data.by)) }),
};
