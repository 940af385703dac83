import { useTranslation } from 'react-i18next';
import type { IncidentLine } from '../../contract/incident.js';
import { LevelShape } from './signs.js';

/** A level as word, shape and colour; with `basis`, what it rests on. */
export function LevelWord({ level, pill = false }: { level: IncidentLine['level']; pill?: boolean }) {
  const { t } = useTranslation();
  if (level === null) return <span className="level level-none">{t('level.none')}</span>;
  return (
    <span className={`level level-${level}${pill ? ' level-pill' : ''}`}>
      <LevelShape level={level} />
      {t(`level.${level}`)}
    </span>
  );
}

/** 官方定级 / 法定标准 / 参照 / 内部, and 依据待核 while the table has not been checked. */
export function BasisWord({ line }: { line: Pick<IncidentLine, 'basis' | 'basisVerified'> }) {
  const { t } = useTranslation();
  if (line.basis === null) return null;
  const unverified = !line.basisVerified && line.basis !== 'OFFICIAL';
  return (
    <span className="basis">
      {t(`level.basis.${line.basis}`)}
      {unverified && (
        <span className="basis-unverified" title={t('level.unverifiedHint')}>
          {t('level.unverified')}
        </span>
      )}
    </span>
  );
}
