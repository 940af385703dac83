import type { TFunction } from 'i18next';
import { TARGET_NAMES, targetOf } from '../../domain/clocks/internal-target.js';
import { PRIORITIES } from '../../domain/priority.js';
import { text, type Tell } from './tell.js';

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

function targetNames(value: unknown, t: TFunction): string {
  const has = (name: string) =>
    list(value).some((one) => typeof one === 'object' && one !== null && 'name' in one && one.name === name);
  return TARGET_NAMES.filter(has)
    .map((name) => t(`internalTarget.name.${name}`))
    .join(t('list.comma'));
}

export const priorityNames = (value: unknown, t: TFunction): string =>
  PRIORITIES.filter((one) => list(value).includes(one))
    .map((one) => t(`priority.name.${one}`))
    .join(t('list.comma'));

/** Rows about the office's own targets and about priority matters. */
export const targetTellings: Record<string, Tell> = {
  'target.missed': ({ data }, { t }) => t('internalTarget.journalMissed', { names: targetNames(data.targets, t) }),
  'incident.prioritised': ({ actor, data }, { t, person }) => {
    const names = priorityNames(data.priority, t);
    const words = { actor: person(actor), names, reason: text(data.reason) };
    return t(names === '' ? 'priority.journalNone' : 'priority.journalSet', words);
  },
};

/** What a threshold's key says of a target; null: nothing. */
export function targetMark(key: string, t: TFunction): string | null {
  const name = targetOf(key);
  return name && t('internalTarget.mark', { name: t(`internalTarget.name.${name}`) });
}
