import { DUTY_DESK } from '../../domain/roster/post.js';
import { channelWord } from './channel-word.js';
import { text, type Tell } from './tell.js';

const ofShift =
  (key: `journal.duty_shift_${'planned' | 'cancelled' | 'ended'}`): Tell =>
  ({ actor, data }, { t, person, bureau, moment }) => {
    const post = text(data.post);
    return t(key, {
      actor: person(actor),
      who: person(text(data.accountId)),
      post: post === DUTY_DESK ? t('journal.duty_desk') : bureau(post),
      from: moment(text(data.startsAt)),
      to: moment(text(data.endsAt)),
      reason: text(data.reason),
    });
  };

const ofWay =
  (key: `journal.way_${'added' | 'changed' | 'disabled' | 'test_sent' | 'proven'}`): Tell =>
  ({ actor, data }, { t, person }) =>
    t(key, { actor: person(actor), channel: channelWord(text(data.channel), t) });

const count = (value: unknown): number => (Array.isArray(value) ? value.length : Number(value) || 0);

/** Rows about turns, hand-overs, ways to be reached and the daily check. */
export const dutyTellings: Record<string, Tell> = {
  'duty.nobody': ({ data }, { t }) => t(`journal.duty_${count(data.told) > 0 ? 'nobody_on_shift' : 'nobody'}`),
  'duty.shift_planned': ofShift('journal.duty_shift_planned'),
  'duty.shift_cancelled': ofShift('journal.duty_shift_cancelled'),
  'duty.shift_ended': ofShift('journal.duty_shift_ended'),
  'duty.handed_over': ({ actor, data }, { t, person }) =>
    t('journal.duty_handed_over', { actor: person(actor), to: person(text(data.to)), open: count(data.open) }),
  'duty.taken_over': ({ actor, data }, { t, person }) =>
    t('journal.duty_taken_over', { actor: person(actor), from: person(text(data.from)) }),
  'duty.checked': ({ data }, { t }) => {
    const [posts, gaps] = [count(data.findings), count(data.gaps)];
    return t(posts + gaps > 0 ? 'journal.duty_checked' : 'journal.duty_checked_well', { posts, gaps });
  },
  'way.added': ofWay('journal.way_added'),
  'way.changed': ofWay('journal.way_changed'),
  'way.disabled': ofWay('journal.way_disabled'),
  'way.test_sent': ofWay('journal.way_test_sent'),
  'way.proven': ofWay('journal.way_proven'),
};
