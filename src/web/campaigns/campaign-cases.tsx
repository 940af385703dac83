import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { IncidentLine } from '../../contract/incident.js';
import { Moment } from '../clock/moment.js';
import { LevelWord } from '../marks/level-word.js';
import { casesQuery } from './campaign-queries.js';

const COLUMNS = ['incident', 'level', 'status', 'opened'] as const;

function Row({ line }: { line: IncidentLine }) {
  const { t } = useTranslation();
  return (
    <tr role="row">
      <th role="rowheader" scope="row" className="row-title">
        <Link to="/incidents/$id" params={{ id: line.id }}>
          {line.title}
        </Link>
        <small>{line.number}</small>
      </th>
      <td role="cell" data-label={t('campaign.caseCol.level')}>
        <LevelWord level={line.level} />
      </td>
      <td role="cell" data-label={t('campaign.caseCol.status')}>
        {t(`status.${line.status}`)}
      </td>
      <td role="cell" data-label={t('campaign.caseCol.opened')}>
        <Moment at={line.openedAt} />
      </td>
    </tr>
  );
}

function Table({ lines }: { lines: readonly IncidentLine[] }) {
  const { t } = useTranslation();
  return (
    <div className="wide-table" tabIndex={0} role="group" aria-label={t('campaign.cases')}>
      <table role="table" className="figures campaigns">
        <thead role="rowgroup">
          <tr role="row">
            {COLUMNS.map((column) => (
              <th key={column} role="columnheader" scope="col">
                {t(`campaign.caseCol.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {lines.map((line) => (
            <Row key={line.id} line={line} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Its latest incidents, closed ones too, as far as one may see them. */
export function CampaignCases({ id }: { id: string }) {
  const { t } = useTranslation();
  const heading = useId();
  const { data } = useQuery(casesQuery(id));
  return (
    <section className="report-block" aria-labelledby={heading}>
      <h2 id={heading}>{t('campaign.cases')}</h2>
      {data?.length === 0 && <p className="hint">{t('campaign.casesNone')}</p>}
      {data && data.length > 0 && (
        <>
          <Table lines={data} />
          <p className="campaign-more">
            <Link to="/" search={{ campaign: id }}>
              {t('campaign.toBoard')}
            </Link>
            <Link to="/incidents" search={{ campaign: id }}>
              {t('campaign.toRegister')}
            </Link>
          </p>
        </>
      )}
    </section>
  );
}
