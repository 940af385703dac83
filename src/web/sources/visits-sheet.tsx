import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import type { SourceView } from '../../contract/source.js';
import { Moment } from '../clock/moment.js';
import { Sheet } from '../shell/sheet.js';
import { kindOf } from './visit-kinds.js';

/** The strip as a table, latest first. */
export function VisitsSheet({ source, onClose }: { source: SourceView; onClose: () => void }) {
  const { t } = useTranslation();
  const visits = [...source.recent].reverse();
  return (
    <Sheet title={t('source.visitsTitle')} subject={source.name} onClose={onClose}>
      {source.failures > 0 && source.lastDetail !== null && <p className="trial-detail">{source.lastDetail}</p>}
      {visits.length === 0 && <p className="quiet">{t('source.strip.none')}</p>}
      {visits.length > 0 && (
        <table className="figures visits">
          <thead>
            <tr>
              <th scope="col">
                {t('source.visitsCol.at')} ({t('time.beijing')})
              </th>
              <th scope="col">{t('source.visitsCol.outcome')}</th>
              <th scope="col" className="num">
                {t('source.visitsCol.newItems')}
              </th>
            </tr>
          </thead>
          <tbody>
            {visits.map((visit) => (
              <tr key={visit.at}>
                <th scope="row">
                  <Moment at={visit.at} />
                </th>
                <td className={`visit-word-${kindOf(visit)}`}>{t(`source.outcome.${visit.outcome}`)}</td>
                <td className={`num${visit.newItems === 0 ? ' zero' : ''}`}>{visit.newItems}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <footer className="over-end">
        <Button onClick={onClose}>{t('opml.close')}</Button>
      </footer>
    </Sheet>
  );
}
