import { useTranslation } from 'react-i18next';
import type { PolicyPage, SeverityLine } from '../../contract/policy.js';
import { LevelWord } from '../marks/level-word.js';

const COLUMNS = ['level', 'text', 'source', 'confidence'] as const;

/** `M-high` and `M-med` are shades of one word. */
function useConfidence(): (confidence: string) => string {
  const { t } = useTranslation();
  return (confidence) => {
    const [word] = confidence.split('-');
    return word === 'V' || word === 'P' || word === 'M'
      ? t(`policy.confidence.${word}`)
      : t('policy.confidence.other', { confidence });
  };
}

function Line({ line }: { line: SeverityLine }) {
  const { t } = useTranslation();
  const confidence = useConfidence();
  return (
    <tr>
      <td>
        <LevelWord level={line.level} />
      </td>
      <td className="row-title">{line.text}</td>
      <td className="row-title">{line.source}</td>
      <td>
        {confidence(line.confidence)}
        {!line.verified && <small>{t('policy.unverified')}</small>}
      </td>
    </tr>
  );
}

/** The office's own table may have lines for a kind that the law's has, too. */
const keyOf = ({ kind, internal }: SeverityLine): string => `${kind} ${internal}`;

function Table({ lines }: { lines: SeverityLine[] }) {
  const { t } = useTranslation();
  const kind = lines[0]?.kind ?? '';
  const isOwn = lines.some(({ internal }) => internal);
  return (
    <details>
      <summary>
        {kind} <span className="quiet">{isOwn ? t('policy.internal') : ''}</span>{' '}
        <span className="count">{lines.length}</span>
      </summary>
      <div className="wide-table" tabIndex={0} role="group" aria-label={kind}>
        <table className="figures policy-table">
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <th key={column} scope="col">
                  {t(`policy.severityCol.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <Line key={line.id} line={line} />
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

/** 事件分级表: which figures make which level, line by line, with source and confidence. */
export function PolicySeverity({ severity: { version, adopted, lines } }: Pick<PolicyPage, 'severity'>) {
  const { t } = useTranslation();
  const keys = [...new Set(lines.map(keyOf))];
  return (
    <>
      <p className="hint">
        {t('policy.severityVersion', { version })} ·{' '}
        {adopted ? t('policy.internalAdopted', adopted) : t('policy.internalNotAdopted')}
      </p>
      {keys.map((key) => (
        <Table key={key} lines={lines.filter((line) => keyOf(line) === key)} />
      ))}
    </>
  );
}
