import { useTranslation } from 'react-i18next';
import type { IncidentView } from '../../contract/incident.js';
import { Moment } from '../clock/moment.js';

/** The four instants that are kept, and which of them the clocks run from. */
export function Instants({ incident }: { incident: IncidentView }) {
  const { t } = useTranslation();
  const { clockBasis, occurredAt, occurredPrecision, firstPublishedAt, detectedAt, notifiedAt } = incident;
  const rows = [
    { key: 'occurred', at: occurredAt, anchor: clockBasis === 'occurred' },
    { key: 'firstPublished', at: firstPublishedAt, anchor: clockBasis === 'first_published' },
    { key: 'detected', at: detectedAt, anchor: clockBasis === 'detected' },
    { key: 'notified', at: notifiedAt, anchor: false },
  ] as const;
  return (
    <section className="side-block" aria-labelledby="instants">
      <h2 id="instants">{t('incident.instants')}</h2>
      <dl className="pairs">
        {rows.map(({ key, at, anchor }) => (
          <div key={key} className={anchor ? 'is-anchor' : undefined}>
            <dt>{t(`incident.instant.${key}`)}</dt>
            <dd>
              {at === null ? (
                <span className="quiet">{t('incident.instantUnknown')}</span>
              ) : (
                <Moment at={at} show={key === 'occurred' && occurredPrecision === 'day' ? 'day' : 'moment'} />
              )}
              {key === 'occurred' && occurredPrecision !== null && (
                <small>{t(`incident.precision.${occurredPrecision}`)}</small>
              )}
              {anchor && <small className="anchor">{t('incident.anchor')}</small>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
