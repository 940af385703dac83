import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import Button from 'antd/es/button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShiftView } from '../../contract/roster.js';
import { refusalWords } from '../api/refusal-words.js';
import { useBoardStore } from '../board/board-context.js';
import { beijingDate, beijingParts, dayStart } from '../clock/beijing.js';
import { useMay, usePerson } from '../session/person.js';
import { useNamePage } from '../shell/page-name.js';
import { weekQuery } from './roster-queries.js';
import { RosterViews } from './roster-views.js';
import { CancelShift, ShiftSheet } from './shift-sheet.js';
import { Warnings } from './warnings.js';
import { Week } from './week.js';
import '../styles/report.css';
import '../styles/collecting.css';
import '../styles/roster.css';

const DAY_MS = 86_400_000;

type Open = { name: 'add' } | { name: 'change' | 'cancel'; shift: ShiftView };

/** Monday of the week of a day. */
function mondayOf(day: string): string {
  const { weekday } = beijingParts(dayStart(day));
  return beijingDate(dayStart(day) - ((weekday + 6) % 7) * DAY_MS);
}

function WeekSteps({ from }: { from: string }) {
  const { t } = useTranslation();
  const step = (days: number) => beijingDate(dayStart(from) + days * DAY_MS);
  return (
    <nav className="week-steps" aria-label={t('roster.weeks')}>
      <Link to="/roster" search={{ from: step(-7) }} className="preset">
        {t('roster.weekBefore')}
      </Link>
      <Link to="/roster" search={{}} className="preset" activeOptions={{ exact: true }}>
        {t('roster.thisWeek')}
      </Link>
      <Link to="/roster" search={{ from: step(7) }} className="preset">
        {t('roster.weekAfter')}
      </Link>
    </nav>
  );
}

/** Whether this person may plan for a post: a bureau's head for his own. */
function useMayPlan(): (post: string) => boolean {
  const may = useMay('roster.edit');
  const { bureau } = usePerson();
  return (post) => may && (bureau === null || bureau === post);
}

/** 值班表: who stands on duty when, and where nobody does. */
export function RosterPage() {
  const { t } = useTranslation();
  const { clock } = useBoardStore();
  const search = useSearch({ from: '/shell/roster' });
  const now = clock.now();
  const today = beijingDate(now);
  const from = search.from ?? mondayOf(today);
  const { data, error } = useQuery(weekQuery(from));
  const mayPlan = useMayPlan();
  const [open, setOpen] = useState<Open | null>(null);
  const close = (): void => setOpen(null);
  const day = dayStart(from > today ? from : today);
  useNamePage(t('roster.title'));
  return (
    <div className="report">
      <header className="report-head sources-head">
        <h1>{t('roster.title')}</h1>
        <p className="sheet-lead">{t('roster.lead')}</p>
        {data && data.candidates.length > 0 && (
          <div className="head-actions">
            <Button type="primary" onClick={() => setOpen({ name: 'add' })}>
              {t('roster.add')}
            </Button>
          </div>
        )}
      </header>
      <RosterViews />
      <WeekSteps from={from} />
      {data && (
        <Week
          roster={data}
          today={today}
          now={now}
          mayEdit={mayPlan}
          onChange={(shift) => setOpen({ name: 'change', shift })}
          onCancel={(shift) => setOpen({ name: 'cancel', shift })}
        />
      )}
      {data && <Warnings roster={data} />}
      {!data && (
        <p className={error ? 'form-refusal' : 'loading'}>{error ? refusalWords(error, t) : t('roster.loading')}</p>
      )}
      {data && open?.name === 'cancel' && <CancelShift shift={open.shift} onClose={close} />}
      {data && open && open.name !== 'cancel' && (
        <ShiftSheet
          candidates={data.candidates}
          before={open.name === 'change' ? open.shift : null}
          day={day}
          onClose={close}
        />
      )}
    </div>
  );
}
