import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { WallPicture } from '../../contract/wall.js';
import { useNow } from '../board/board-context.js';
import { isOverdue } from '../board/board-order.js';
import { hms, SOON_MS } from '../clock/countdown.js';
import { useWallBureau } from './wall-context.js';
import { nextDue } from './wall-figures.js';

interface CounterProps {
  name: string;
  children: ReactNode;
  /** A word below the number. */
  note?: string;
  tone?: 'overdue' | 'soon' | 'quiet';
}

function Counter({ name, children, note, tone = 'quiet' }: CounterProps) {
  return (
    <div className={`wall-counter wall-counter-${tone}`}>
      <dt>{name}</dt>
      <dd>
        {children}
        {note !== undefined && <small>{note}</small>}
      </dd>
    </div>
  );
}

function Next({ lines }: Pick<WallPicture, 'lines'>) {
  const { t } = useTranslation();
  const now = useNow();
  const bureau = useWallBureau();
  const next = nextDue(lines, now);
  if (next === null)
    return (
      <Counter name={t('wall.next')}>
        <span className="wall-none">{t('wall.nextNone')}</span>
      </Counter>
    );
  const left = next.due - now;
  const note = `${next.line.number} · ${bureau(next.line.lead)}`;
  return (
    <Counter name={t('wall.next')} note={note} tone={left <= SOON_MS ? 'soon' : 'quiet'}>
      <b className="wall-countdown">{hms({ tone: 'running', ms: left })}</b>
    </Counter>
  );
}

/** This month's duties answered in time, of those judged. */
function Month({ month }: Pick<WallPicture, 'month'>) {
  const { t } = useTranslation();
  return (
    <Counter name={t('wall.month')}>
      {month.length === 0 && <span className="wall-none">{t('wall.monthNone')}</span>}
      {month.map(({ kind, met, due }) => (
        <span key={kind} className="wall-rate">
          <b>
            {met}
            <span className="wall-of">/{due}</span>
          </b>
          <small>{t(`clock.short.${kind}`)}</small>
        </span>
      ))}
    </Counter>
  );
}

/** The figures of the hour. */
export function WallCounters({ picture }: { picture: WallPicture }) {
  const { t } = useTranslation();
  const now = useNow();
  const { lines, restricted, openedToday, month } = picture;
  const overdue = lines.filter((line) => isOverdue(line, now)).length;
  const hidden = restricted > 0 ? t('wall.restricted', { count: restricted }) : undefined;
  return (
    <dl className="wall-counters">
      <Counter name={t('wall.overdue')} tone={overdue > 0 ? 'overdue' : 'quiet'}>
        <b>{overdue}</b>
      </Counter>
      <Next lines={lines} />
      <Counter name={t('wall.open')} note={hidden}>
        <b>{lines.length}</b>
      </Counter>
      <Counter name={t('wall.today')}>
        <b>{openedToday}</b>
      </Counter>
      <Month month={month} />
    </dl>
  );
}
