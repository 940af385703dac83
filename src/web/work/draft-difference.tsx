import { useTranslation } from 'react-i18next';
import { lineDiff } from './line-diff.js';

/** How one text became another. What went and what came is told by sign and word, not by colour alone. */
export function DraftDifference({ before, after, label }: { before: string; after: string; label: string }) {
  const { t } = useTranslation();
  if (before === after) return <p className="quiet">{t('work.draft.same')}</p>;
  const word = { same: null, gone: t('work.draft.gone'), added: t('work.draft.added') };
  return (
    <ol className="work-diff" aria-label={label} tabIndex={0}>
      {lineDiff(before, after).map(({ kind, line }, n) => (
        <li key={n} className={`diff-${kind}`}>
          <b>{word[kind]}</b>
          <span>{line}</span>
        </li>
      ))}
    </ol>
  );
}
