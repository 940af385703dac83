import { useTranslation } from 'react-i18next';
import type { PersonalPurge } from '../../contract/personal-data.js';
import { PERSONAL_KINDS } from '../../domain/personal/personal-data.js';

const FIGURES = ['cases', 'articles', 'captures', 'attachments', 'held', 'waiting'] as const;

const sizeOf = (value: number | string[]): number => (typeof value === 'number' ? value : value.length);

/** What was found, by kind: `手机号 2、身份证号 1`. */
function useFound(): (found: PersonalPurge['found']) => string {
  const { t } = useTranslation();
  return (found) =>
    PERSONAL_KINDS.flatMap((kind) => (found[kind] ? [`${t(`personal.kind.${kind}`)} ${found[kind]}`] : [])).join(
      t('list.comma'),
    );
}

/** The counts of one run, past or to come. */
export function PurgeFigures({ purge }: { purge: PersonalPurge }) {
  const { t } = useTranslation();
  const found = useFound()(purge.found);
  return (
    <dl className="purge-figures">
      {FIGURES.map((name) => (
        <div key={name}>
          <dt title={t(`personal.figureHint.${name}`)}>{t(`personal.figure.${name}`)}</dt>
          <dd className={sizeOf(purge[name]) === 0 ? 'quiet' : undefined}>{sizeOf(purge[name])}</dd>
        </div>
      ))}
      <div>
        <dt>{t('personal.found')}</dt>
        <dd className={found === '' ? 'quiet' : undefined}>{found === '' ? t('personal.nothing') : found}</dd>
      </div>
    </dl>
  );
}
