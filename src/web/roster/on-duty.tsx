import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DUTY_DESK } from '../../domain/roster/post.js';
import { Moment } from '../clock/moment.js';
import { onDutyQuery } from './roster-queries.js';

/** Who has the turn at the desk; nobody is said as loudly as it is. */
export function OnDuty() {
  const { t } = useTranslation();
  const { data } = useQuery(onDutyQuery);
  if (data === undefined) return null;
  const desk = data.filter((one) => one.post === DUTY_DESK);
  return (
    <Link to="/roster" className={`on-duty${desk.length === 0 ? ' on-duty-nobody' : ''}`}>
      <span className="month-label">{t('board.onDuty')}</span>
      {desk.length === 0 && <b>{t('board.nobodyOnDuty')}</b>}
      {desk.map(({ accountId, name, seat, until }) => (
        <span key={accountId}>
          <b>{name}</b> {seat === 'deputy' && <small>{t('board.deputy')} </small>}
          <small>
            {t('board.until')} <Moment at={until} show="short" />
          </small>
        </span>
      ))}
    </Link>
  );
}
