import { useTranslation } from 'react-i18next';
import type { Told } from './explanation-query.js';

/** What an alert asks for, each met or not: by word and sign. */
export function AlertChecks({ checks }: { checks: Told['alert']['checks'] }) {
  const { t } = useTranslation();
  return (
    <ul className="checks">
      {checks.map(({ check, holds }) => (
        <li key={check} className={holds ? 'holds' : 'fails'}>
          <span aria-hidden="true">{holds ? '✓' : '✗'}</span>
          <span className="unseen">{t(holds ? 'explanation.holds' : 'explanation.fails')}</span>
          {t(`explanation.check.${check}`)}
        </li>
      ))}
    </ul>
  );
}
