import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { IncidentView } from '../../contract/incident.js';
import { Moment, useMoment } from '../clock/moment.js';
import { BasisWord, LevelWord } from '../marks/level-word.js';
import { SentBack } from '../marks/sent-back.js';
import { useMay } from '../session/person.js';
import { exitWord } from '../words/exit-words.js';
import { stageWord } from '../words/record-words.js';
import { text } from '../words/tell.js';
import { useBureauName } from '../words/bureau-name.js';
import { usePersonName } from '../words/person-name.js';

function Signed({ incident }: { incident: IncidentView }) {
  const { t } = useTranslation();
  const nameOf = usePersonName();
  const { acknowledgedAt, acknowledgedBy } = incident;
  if (acknowledgedAt === null) return <span className="unsigned">{t('status.unsigned')}</span>;
  return (
    <span>
      {nameOf(acknowledgedBy ?? '')} <Moment at={acknowledgedAt} /> {t('action.acknowledge')}
    </span>
  );
}

/** The number of the case it was merged into, as its last row of the journal tells it. */
function keptNumber({ journal, mergedInto }: IncidentView): string {
  const row = journal.findLast(({ data }) => data.mergedInto === mergedInto);
  return typeof row?.data.number === 'string' ? row.data.number : '';
}

/** Why no limit runs here any more. */
function Ended({ incident }: { incident: IncidentView }) {
  const { t } = useTranslation();
  const moment = useMoment();
  const mayTakeUp = useMay('incident.close');
  const { status, mergedInto } = incident;
  if (status !== 'dismissed') return null;
  const row = incident.journal.findLast(({ kind }) => kind === 'incident.dismissed');
  if (mergedInto === null)
    return (
      <p className="case-dismissed">
        {t('exit.left', { how: exitWord(row?.data ?? {}, t, moment), reason: text(row?.data.reason) })}{' '}
        {mayTakeUp && t('exit.again')}
      </p>
    );
  return (
    <p className="case-dismissed">
      {t('merge.wentInto')}{' '}
      <Link to="/incidents/$id" params={{ id: mergedInto }} className="number">
        {keptNumber(incident) || t('merge.theOther')}
      </Link>
      {t('merge.wentIntoNote')}
    </p>
  );
}

/** Who alone sees it. */
function Restricted({ incident: { restrictedTo } }: { incident: IncidentView }) {
  const { t } = useTranslation();
  const nameOf = usePersonName();
  if (restrictedTo === null) return null;
  return (
    <b className="restricted">
      {t('incident.restrictedTo', { names: restrictedTo.map(nameOf).join(t('list.comma')) })}
    </b>
  );
}

/** Number, title, level and what it rests on, who leads, where it stands. */
export function Head({ incident }: { incident: IncidentView }) {
  const { t } = useTranslation();
  const nameOf = useBureauName();
  const { level, number, status, lead, co, places, focus, mergedInto, stage } = incident;
  return (
    <header className="case-head">
      <p className="case-number">
        <Link to="/">{t('app.board')}</Link>
        <span aria-hidden="true">/</span>
        <span className="number">{number}</span>
        <span className={`status status-${status}`}>
          {status === 'dismissed' ? stageWord(stage, t) : t(`status.${status}`)}
        </span>
        {mergedInto === null && <Signed incident={incident} />}
      </p>
      <h1>{incident.title}</h1>
      <p className="case-line">
        <LevelWord level={level} pill />
        <BasisWord line={incident} />
        <span>
          {t('incident.lead')} <b>{nameOf(lead)}</b>
        </span>
        {co.length > 0 && <span>{t('board.co', { names: co.map(nameOf).join(t('list.comma')) })}</span>}
        <Restricted incident={incident} />
        {places.length > 0 && <span>{places.join(' ')}</span>}
        {focus.map((one) => (
          <span key={one} className="focus">
            {t(`focus.${one}`)}
          </span>
        ))}
      </p>
      <SentBack line={incident} />
      <Ended incident={incident} />
    </header>
  );
}
