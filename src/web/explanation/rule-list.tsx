import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Told } from './explanation-query.js';
import { saidWords } from './words.js';

type RuleMet = Told['scope']['rules'][number];

/** Rules that were met, folded away: id, weight, and the words that met them. */
export function RuleList({ rules }: { rules: RuleMet[] }) {
  const { t } = useTranslation();
  if (rules.length === 0) return null;
  return (
    <details className="rules">
      <summary>{t('explanation.rules')}</summary>
      <ul>
        {rules.map(({ rule, weight, rests }) => (
          <li key={rule}>
            <code>{rule}</code>
            {weight !== null && <span>{t('explanation.points', { weight: weight > 0 ? `+${weight}` : weight })}</span>}
            <q lang="zh-CN">{saidWords(rests, t) || noWords(rule, t)}</q>
          </li>
        ))}
      </ul>
    </details>
  );
}

function noWords(rule: string, t: TFunction): string {
  if (rule === 'FOREIGN') return t('explanation.foreignPoints');
  return rule === 'VOTE' ? t('explanation.votePoints') : '';
}
