import type { TFunction } from 'i18next';
import { text, type Tell } from './tell.js';

const count = (value: unknown): number => (typeof value === 'number' ? value : 0);

const holds = (data: Record<string, unknown>): boolean =>
  data.firstBad === null && Array.isArray(data.badAnchors) && data.badAnchors.length === 0;

const EXPORTED = ['journal', 'incidents', 'articles', 'sources', 'documents'] as const;

/** What an export was of; one that has no word here stands for itself. */
function exportWord(what: string, t: TFunction): string {
  const known = EXPORTED.find((one) => one === what);
  return known ? t(`journal.export.${known}`) : what;
}

/** Rows about the journal itself: its anchors, its checks, what was taken out of it; and what an administrator keeps. */
export const keepingTellings: Record<string, Tell> = {
  'journal.anchored': ({ data }, { t }) =>
    t('journal.journal_anchored', { day: text(data.day), seq: count(data.lastSeq) }),
  'journal.checked': ({ actor, data }, { t, person }) =>
    t(holds(data) ? 'journal.journal_checked' : 'journal.journal_checked_bad', {
      actor: person(actor),
      from: count(data.from),
      to: count(data.to),
    }),
  'office.options_changed': ({ actor, data }, { t, person }) =>
    t(data.watermark === true ? 'journal.watermark_on' : 'journal.watermark_off', { actor: person(actor) }),
  'wall.made': ({ actor, data }, { t, person }) =>
    t('journal.wall_made', { actor: person(actor), name: text(data.name) }),
  'wall.exchanged': ({ data }, { t }) =>
    t('journal.wall_exchanged', { name: text(data.name), address: text(data.address) }),
  'wall.revoked': ({ actor, data }, { t, person }) =>
    t('journal.wall_revoked', { actor: person(actor), name: text(data.name) }),
  'export.made': ({ actor, data }, { t, person }) =>
    t('journal.export_made', { actor: person(actor), what: exportWord(text(data.what), t), rows: count(data.rows) }),
};

/** Whether a row is of the keeping of the journal, not of the office's work. */
export const isKeeping = (kind: string): boolean => kind in keepingTellings;
