import type { TFunction } from 'i18next';
import { recordZh } from '../locales/zh-CN/record.js';
import { text, type Tell } from './tell.js';

type Stage = keyof typeof recordZh.stage;
type Kind = keyof typeof recordZh.record.kind;
type Missing = keyof typeof recordZh.record.missing;

const isOf = <T extends object>(words: T, name: string): name is keyof T & string => Object.hasOwn(words, name);

export function stageWord(stage: string, t: TFunction): string {
  return isOf(recordZh.stage, stage) ? t(`stage.${stage satisfies Stage}`) : stage;
}

export function recordWord(kind: string, t: TFunction): string {
  return isOf(recordZh.record.kind, kind) ? t(`record.kind.${kind satisfies Kind}`) : kind;
}

function missingWords(missing: unknown, t: TFunction): string {
  const codes = Array.isArray(missing) ? missing.map(text) : [];
  return codes
    .map((code) => (isOf(recordZh.record.missing, code) ? t(`record.missing.${code satisfies Missing}`) : code))
    .join(t('list.comma'));
}

const ofRecord =
  (key: 'record.journal.made' | 'record.journal.corrected'): Tell =>
  ({ actor, data }, { t, person }) => {
    const kind = recordWord(text(data.kind), t);
    const number = text(data.number) || (data.kind === 'draft' ? String(data.no) : '');
    return t(key, { actor: person(actor), kind, number, reason: text(data.reason) });
  };

const byReason =
  (key: `record.journal.${'closed' | 'archived' | 'reopened'}`): Tell =>
  ({ actor, data }, { t, person }) =>
    t(key, { actor: person(actor), reason: text(data.reason) });

/** Rows about the work on a case. */
export const recordTellings: Record<string, Tell> = {
  'record.made': ofRecord('record.journal.made'),
  'record.corrected': ofRecord('record.journal.corrected'),
  'attachment.added': ({ actor }, { t, person }) => t('record.journal.attached', { actor: person(actor) }),
  'conference.checked': ({ actor, data }, { t, person }) =>
    t(data.done === true ? 'record.journal.checked' : 'record.journal.unchecked', {
      actor: person(actor),
      item: text(data.item),
    }),
  'release.irregular': ({ data }, { t }) => t('record.journal.irregular', { missing: missingWords(data.missing, t) }),
  'incident.stage': ({ data }, { t }) => t('record.journal.stage', { stage: stageWord(text(data.to), t) }),
  'incident.to_be_answered': ({ actor }, { t, person }) => t('record.journal.toBeAnswered', { actor: person(actor) }),
  'incident.closed': byReason('record.journal.closed'),
  'incident.archived': byReason('record.journal.archived'),
  'incident.reopened': byReason('record.journal.reopened'),
};
