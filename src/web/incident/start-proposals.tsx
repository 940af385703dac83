import { Link } from '@tanstack/react-router';
import Button from 'antd/es/button';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StartProposal } from '../../contract/clock-start.js';
import type { IncidentView } from '../../contract/incident.js';
import { useDay, useMoment } from '../clock/moment.js';
import { useMay } from '../session/person.js';

const CorrectStart = lazy(() => import('./correct-start.js').then((module) => ({ default: module.CorrectStart })));

interface ProposalProps {
  proposal: StartProposal;
  /** Left out for those who may not correct a start. */
  onAccept: (() => void) | undefined;
}

/** What one report says; of a day the hour is asked for. */
function Proposal({ proposal, onAccept }: ProposalProps) {
  const { t } = useTranslation();
  const moment = useMoment();
  const day = useDay();
  const mayRead = useMay('archive.read');
  const { basis, at, precision, articleId, articleTitle, sourceName } = proposal;
  const isDay = precision === 'day';
  const words = { fact: t(`clockStart.facts.${basis}`), time: isDay ? day(at) : moment(at) };
  return (
    <li>
      <span>{t('clockStart.says', { ...words, source: sourceName ?? '' })}</span>
      {isDay && <b>{t('clockStart.dayOnly')}</b>}
      {articleId !== null && mayRead && (
        <Link to="/archive/$id" params={{ id: articleId }}>
          {articleTitle}
        </Link>
      )}
      {onAccept && (
        <span className="possibly-acts">
          <Button aria-label={t(isDay ? 'clockStart.stateFor' : 'clockStart.acceptFor', words)} onClick={onAccept}>
            {t(isDay ? 'clockStart.state' : 'clockStart.accept')}
          </Button>
        </span>
      )}
    </li>
  );
}

/** Where the start of the clocks is shown: correcting it, and the earlier instants that reports speak of. */
export function StartProposals({ incident }: { incident: IncidentView }) {
  const { t } = useTranslation();
  const mayCorrect = useMay('incident.correct_start');
  const [open, setOpen] = useState<{ proposal: StartProposal | null } | null>(null);
  const { startProposals, status } = incident;
  if (status === 'dismissed') return null;
  return (
    <>
      {mayCorrect && (
        <p className="start-correct">
          <Button size="small" onClick={() => setOpen({ proposal: null })}>
            {t('clockStart.correct')}
          </Button>
        </p>
      )}
      {startProposals.length > 0 && (
        <section className="possibly" aria-labelledby="start-proposals">
          <h2 id="start-proposals">{t('clockStart.proposals')}</h2>
          <p className="hint">{t('clockStart.proposalsHint')}</p>
          <ul>
            {startProposals.map((one) => (
              <Proposal
                key={`${one.basis} ${one.at} ${one.precision}`}
                proposal={one}
                onAccept={mayCorrect ? () => setOpen({ proposal: one }) : undefined}
              />
            ))}
          </ul>
        </section>
      )}
      {open && (
        <Suspense>
          <CorrectStart incident={incident} proposal={open.proposal} onClose={() => setOpen(null)} />
        </Suspense>
      )}
    </>
  );
}
