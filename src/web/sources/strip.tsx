import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { VisitMark } from '../../contract/source.js';
import { useMoment } from '../clock/moment.js';
import { kindOf, STRIP_LENGTH, tally, VISIT_KINDS, type VisitKind } from './visit-kinds.js';
import '../styles/strip.css';

const STEP = 7;
const HEIGHT = 18;

/** Told apart without colour: tall, half, low, broken in two, an empty frame. */
const shapes: Record<VisitKind, string> = {
  fresh: 'M0 0h5v18H0z',
  read: 'M0 9h5v9H0z',
  unchanged: 'M0 15h5v3H0z',
  failed: 'M0 0h5v6.5H0zM0 11.5h5V18H0z',
  missed: 'M.75.75h3.5v16.5H.75z',
};

function Shape({ kind }: { kind: VisitKind }) {
  return <path d={shapes[kind]} className={`visit visit-${kind}`} />;
}

/** One visit in words: when, and what came of it. */
export function useVisitWords(): (visit: VisitMark) => string {
  const { t } = useTranslation();
  const moment = useMoment();
  return ({ at, outcome, newItems }) =>
    outcome === 'ok' && newItems > 0
      ? t('source.strip.markNew', { time: moment(at), count: newItems })
      : t('source.strip.mark', { time: moment(at), outcome: t(`source.outcome.${outcome}`) });
}

/** The counts of the strip in words. */
function useTallyWords(): (visits: readonly VisitMark[]) => string {
  const { t } = useTranslation();
  return (visits) =>
    tally(visits)
      .map(({ kind, count }) => t('source.strip.part', { kind: t(`source.strip.kind.${kind}`), count }))
      .join(t('list.comma'));
}

/** The latest visits, oldest left; a picture with its counts as text, each mark with a title. */
export const Strip = memo(
  function Strip({ visits }: { visits: readonly VisitMark[] }) {
    const { t } = useTranslation();
    const words = useVisitWords();
    const tallied = useTallyWords();
    const shown = visits.slice(-STRIP_LENGTH);
    if (shown.length === 0) return <span className="quiet">{t('source.strip.none')}</span>;
    const parts = tallied(shown);
    const empty = STRIP_LENGTH - shown.length;
    return (
      <span className="strip">
        <svg
          viewBox={`0 0 ${STRIP_LENGTH * STEP - 2} ${HEIGHT}`}
          role="img"
          aria-label={t('source.strip.label', { count: shown.length, parts })}
        >
          <rect className="strip-ground" y={HEIGHT - 1} width={empty * STEP} height="1" />
          {shown.map((visit, n) => (
            <g key={visit.at} transform={`translate(${(empty + n) * STEP})`}>
              <title>{words(visit)}</title>
              <rect className="visit-place" width={STEP} height={HEIGHT} />
              <Shape kind={kindOf(visit)} />
            </g>
          ))}
        </svg>
        <small aria-hidden="true">{parts}</small>
      </span>
    );
  },
  (before, after) => before.visits === after.visits,
);

/** What the marks of the strips mean. */
export function StripLegend() {
  const { t } = useTranslation();
  return (
    <p className="strip-legend">
      <span>{t('source.strip.legend')}</span>
      {VISIT_KINDS.map((kind) => (
        <span key={kind}>
          <svg viewBox={`0 0 5 ${HEIGHT}`} aria-hidden="true">
            <Shape kind={kind} />
          </svg>
          {t(`source.strip.kind.${kind}`)}
        </span>
      ))}
    </p>
  );
}
