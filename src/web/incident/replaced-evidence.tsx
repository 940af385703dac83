import { useTranslation } from 'react-i18next';
import type { ReplacedEvidence as Replaced } from '../../contract/evidence-correction.js';
import type { IncidentView } from '../../contract/incident.js';
import { Moment, useMoment } from '../clock/moment.js';
import { usePersonName } from '../words/person-name.js';

/** When what stands in its place was published; null: it was withdrawn, or corrected further. */
function standingAt({ statements, pressConferences, replacedEvidence }: IncidentView, id: string | null) {
  const statement = statements.find((one) => one.id === id);
  const conference = pressConferences.find((one) => one.id === id);
  return statement?.publishedAt ?? conference?.startedAt ?? replacedEvidence.find((one) => one.id === id)?.at ?? null;
}

/** What was recorded and stands no longer: both instants, by whom, and why. */
export function ReplacedEvidence({ incident }: { incident: IncidentView }) {
  const { t } = useTranslation();
  const moment = useMoment();
  const nameOf = usePersonName();
  const { replacedEvidence } = incident;
  if (replacedEvidence.length === 0) return null;
  const became = ({ replacedBy }: Replaced) => {
    const at = standingAt(incident, replacedBy);
    return at === null ? t('correction.withdrawn') : t('correction.correctedTo', { time: moment(at) });
  };
  return (
    <section className="main-block" aria-labelledby="replaced-evidence">
      <h2 id="replaced-evidence">{t('correction.replaced')}</h2>
      <ol className="proofs">
        {replacedEvidence.map((one) => (
          <li key={one.id}>
            <span className="proof-at">
              <s>
                <Moment at={one.at} />
              </s>{' '}
              <b>{became(one)}</b>
            </span>
            <span className="proof-what">{one.title ?? one.url ?? one.place}</span>
            <span>{t('correction.because', { reason: one.reason })}</span>
            <small>
              {nameOf(one.correctedBy)} <Moment at={one.correctedAt} />
            </small>
          </li>
        ))}
      </ol>
    </section>
  );
}
