import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import type { IntakeView } from '../../contract/intake.js';
import { useMoment } from '../clock/moment.js';
import { ToneSign } from '../marks/signs.js';
import { Ago } from '../sources/ago.js';

export type IntakeSheet = 'how' | 'renew' | 'revoke';

const COLUMNS = ['name', 'tier', 'state', 'last', 'received', 'action'] as const;

function State({ intake }: { intake: IntakeView }) {
  const { t } = useTranslation();
  const moment = useMoment();
  const { revokedAt, lastReceivedAt } = intake;
  const state = revokedAt !== null ? 'revoked' : lastReceivedAt === null ? 'waiting' : 'active';
  const tone = state === 'active' ? 'met' : state === 'waiting' ? 'running' : 'waived';
  return (
    <>
      <span className={`verdict tone-${tone}`}>
        <ToneSign tone={tone} />
        {t(`intake.state.${state}`)}
      </span>
      {revokedAt !== null && <small>{t('intake.revokedAt', { time: moment(revokedAt) })}</small>}
    </>
  );
}

interface RowProps {
  intake: IntakeView;
  onSheet: (sheet: IntakeSheet, id: string) => void;
}

function IntakeRow({ intake, onSheet }: RowProps) {
  const { t } = useTranslation();
  const { id, name, family, tier, revokedAt, lastReceivedAt, received } = intake;
  return (
    <tr role="row">
      <th role="rowheader" scope="row" className="row-title">
        {name}
        <small>
          {id} · {family}
        </small>
      </th>
      <td role="cell">{t(`source.tier.${tier}`)}</td>
      <td role="cell">
        <State intake={intake} />
      </td>
      <td role="cell" data-label={t('intake.col.last')}>
        <Ago at={lastReceivedAt} />
      </td>
      <td role="cell" className={`num${received === 0 ? ' zero' : ''}`} data-label={t('intake.col.received')}>
        {received.toLocaleString('en')}
      </td>
      <td role="cell" className="intake-actions">
        {revokedAt === null && (
          <>
            <Button type="link" aria-label={t('intake.howFor', { name })} onClick={() => onSheet('how', id)}>
              {t('intake.how')}
            </Button>
            <Button type="link" aria-label={t('intake.renewFor', { name })} onClick={() => onSheet('renew', id)}>
              {t('intake.renew')}
            </Button>
            <Button
              type="link"
              danger
              aria-label={t('intake.revokeFor', { name })}
              onClick={() => onSheet('revoke', id)}
            >
              {t('intake.revoke')}
            </Button>
          </>
        )}
      </td>
    </tr>
  );
}

export function IntakeTable({ intakes, onSheet }: { intakes: IntakeView[]; onSheet: RowProps['onSheet'] }) {
  const { t } = useTranslation();
  return (
    <div className="wide-table" tabIndex={0} role="group" aria-label={t('intake.title')}>
      <table role="table" className="figures intakes">
        <thead role="rowgroup">
          <tr role="row">
            {COLUMNS.map((column) => (
              <th key={column} role="columnheader" scope="col" className={column === 'received' ? 'num' : undefined}>
                {t(`intake.col.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {intakes.map((intake) => (
            <IntakeRow key={intake.id} intake={intake} onSheet={onSheet} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
