import type { TFunction } from 'i18next';
import type { IncidentLine } from '../../contract/incident.js';
import type { Heard } from './sound-watch.js';

/** More cases than this at once are told as one. */
const SINGLY = 3;
const TITLE_CHARACTERS = 40;

export interface Told {
  key: string;
  title: string;
  body: string;
  /** The case it is about; null: several. */
  incident: string | null;
}

const shortened = (title: string): string =>
  [...title].length > TITLE_CHARACTERS ? `${[...title].slice(0, TITLE_CHARACTERS).join('')}…` : title;

/**
 * What a desktop notification may say: number, level, short title. It stays on the desktop where others may see it, so a
 * restricted case (限知) is not named.
 */
function told(kind: 'grave' | 'overdue', lines: readonly IncidentLine[], t: TFunction): Told[] {
  if (lines.length > SINGLY) {
    const title = t(`sound.notice.${kind}Many`, { count: lines.length });
    return [{ key: kind, title, body: t('sound.notice.open'), incident: null }];
  }
  return lines.map((line) => {
    const level = line.level === null ? t('level.none') : t(`level.${line.level}`);
    const title = t(`sound.notice.${kind}One`, { level, number: line.number });
    const body = line.restrictedTo === null ? shortened(line.title) : t('sound.notice.restricted');
    return { key: `${kind} ${line.id}`, title, body, incident: line.id };
  });
}

export const noticesOf = ({ grave, overdue }: Pick<Heard, 'grave' | 'overdue'>, t: TFunction): Told[] => [
  ...told('grave', grave, t),
  ...told('overdue', overdue, t),
];

/** Whether what is shown under `key` still waits for somebody: a case that was acknowledged no longer does. */
export function stillHolds(key: string, ringing: readonly IncidentLine[]): boolean {
  if (!key.startsWith('grave')) return true;
  return key === 'grave' ? ringing.length > 0 : ringing.some(({ id }) => key === `grave ${id}`);
}
