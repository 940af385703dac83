import type { TFunction } from 'i18next';
import type { ClockKind } from '../../contract/clock.js';
import { SECOND_PERSON_KINDS, type SecondPersonKind } from '../../domain/second-person.js';
import { exitWord } from './exit-words.js';
import { text, type Tell } from './tell.js';

function whatWord(value: unknown, t: TFunction): string {
  const kind = SECOND_PERSON_KINDS.find((one) => one === value) ?? ('clock_start' satisfies SecondPersonKind);
  return t(`secondPerson.what.${kind}`);
}

const decided =
  (key: `secondPerson.journal.${'asked' | 'confirmed' | 'refused' | 'withdrawn'}`): Tell =>
  ({ actor, data }, { t, person, moment }) => {
    const { payload } = data;
    const asks = data.request === 'dismissal' && typeof payload === 'object' && payload !== null;
    const how = asks ? t('list.aside', { what: exitWord(payload as Record<string, unknown>, t, moment) }) : '';
    return t(key, { actor: person(actor), what: whatWord(data.request, t) + how, reason: text(data.reason) });
  };

const WHYS = ['merged', 'dismissed', 'duties_over', 'carried_over', 'evidence_replaced'] as const;
const ATTEMPTS = [
  ...(['own_request', 'not_entitled', 'changed_since', 'impossible_start', 'impossible_evidence', 'waiver'] as const),
];

/** A mark on what nobody else could agree to. */
export const single = (data: Record<string, unknown>, t: TFunction): string =>
  data.singleHanded === true ? t('secondPerson.journal.single') : '';

/** What was asked of a second person, decided, closed, or refused. */
export const secondPersonTellings: Record<string, Tell> = {
  'second_person.asked': decided('secondPerson.journal.asked'),
  'second_person.confirmed': decided('secondPerson.journal.confirmed'),
  'second_person.refused': decided('secondPerson.journal.refused'),
  'second_person.withdrawn': decided('secondPerson.journal.withdrawn'),
  'second_person.moot': ({ data }, { t }) => {
    const why = WHYS.find((one) => one === data.why) ?? 'other';
    return t('secondPerson.journal.moot', {
      what: whatWord(data.request, t),
      why: t(`secondPerson.journal.why.${why}`),
    });
  },
  'clock.waived': ({ actor, data }, { t, person }) =>
    t('secondPerson.journal.waived', {
      actor: person(actor),
      clock: t(`clock.kind.${text(data.clockKind) as ClockKind}`),
      reason: text(data.reason),
      single: single(data, t),
    }),
  'evidence.confirmed': ({ actor, data }, { t, person, moment }) => {
    const at = text(data.at);
    const isMet = Array.isArray(data.met) && data.met.length > 0;
    return t('secondPerson.journal.evidence', {
      actor: person(actor),
      time: at === '' ? '' : moment(at),
      verdict: t(isMet ? 'journal.verdict.met' : 'journal.verdict.none'),
      single: single(data, t),
    });
  },
  'evidence.corrected': ({ actor, data }, { t, person, moment }) =>
    t('correction.journalCorrected', {
      actor: person(actor),
      from: moment(text(data.from)),
      to: moment(text(data.to)),
      reason: text(data.reason),
    }) + single(data, t),
  'evidence.page_differs': ({ data }, { t, moment }) =>
    t('correction.journalDiffers', { page: moment(text(data.page)), recorded: moment(text(data.recorded)) }),
  'evidence.page_unreachable': ({ data }, { t }) => t('correction.journalUnreachable', { detail: text(data.detail) }),
  'evidence.withdrawn': ({ actor, data }, { t, person, moment }) =>
    t('correction.journalWithdrawn', { actor: person(actor), time: moment(text(data.at)), reason: text(data.reason) }),
  'attempt.refused': ({ actor, data }, { t, person }) => {
    const attempt = ATTEMPTS.find((one) => one === data.attempt) ?? 'other';
    return t('secondPerson.journal.attempt', {
      actor: person(actor),
      attempt: t(`secondPerson.journal.attempts.${attempt}`),
    });
  },
};
