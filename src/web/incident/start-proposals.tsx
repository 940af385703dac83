import { Link } from '@tanstack/react-router';
import Button from 'antd/es/button';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StartProposal } from '../../contract/clock-start.js';
import type { IncidentView } from '../../contract/incident.js';
import { useMoment } from '../clock/moment.js';
import { useMay } from '../session/person.js';

const CorrectStart = lazy(() => import('./correct-start.js').then((module) => ({ default: module.CorrectStart })));

/** Where the start of the clocks is shown: correcting it, and the earlier instants that reports speak of. */
export function StartProposals({ incident }: { incident: IncidentView }) {
  const { t } = useTranslation();
  const moment = useMoment();
  const mayRead = useMay('archive.read');
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
            {startProposals.map((one) => {
              const words = { fact: t(`clockStart.facts.${one.basis}`), time: moment(one.at) };
              return (
                <li key={`${one.basis} ${one.at}`}>
                  <span>{t('clockStart.says', { ...words, source: one.sourceName ?? '' })}</span>
                  {one.articleId !== null && mayRead && (
                    <Link to="/archive/$id" params={{ id: one.articleId }}>
                      {one.articleTitle}
                    </Link>
                  )}
                  {mayCorrect && (
                    <span className="possibly-acts">
                      <Button aria-label={t('clockStart.acceptFor', words)} onClick={() => setOpen({ proposal: one })}>
                        {t('clockStart.accept')}
                      </Button>
                    </span>
                  )}
                </li>
              );
            })}
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
