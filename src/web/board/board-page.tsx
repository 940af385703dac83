import { Link, useSearch } from '@tanstack/react-router';
import Button from 'antd/es/button';
import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../session/person.js';
import { Later } from '../shell/later.js';
import { useNamePage } from '../shell/page-name.js';
import { useBoard } from './board-context.js';
import { Counters } from './counters.js';
import { Happenings } from './happenings.js';
import { IncidentTable } from './incident-table.js';
import { StoryLane } from './story-lane.js';
import '../styles/board.css';

const SavedViews = lazy(() => import('../views/saved-views.js').then((module) => ({ default: module.SavedViews })));

/** 值班台: what needs a hand now. */
export function BoardPage() {
  const { t } = useTranslation();
  const { show = 'all', campaign = null } = useSearch({ from: '/shell/' });
  const known = useBoard((state) => state.seq !== null);
  const mayReadStories = useMay('story.read');
  const mayOpen = useMay('incident.open');
  const mayReport = useMay('report.manual');
  useNamePage('');
  return (
    <div className="board">
      <h1 className="unseen">{t('board.title')}</h1>
      <Counters show={show} />
      <section className="board-table" aria-label={t('board.openIncidents')}>
        {known && (
          <Later>
            <SavedViews page="board" />
          </Later>
        )}
        {known ? <IncidentTable show={show} campaign={campaign} /> : <p className="loading">{t('board.loading')}</p>}
      </section>
      <aside className="board-side">
        <div className="by-hand">
          {mayOpen && (
            <Link to="/incidents/new" className="plain-link">
              <Button block>{t('app.openByHand')}</Button>
            </Link>
          )}
          {mayReport && (
            <Link to="/reports/new" className="plain-link">
              <Button block>{t('app.reportByHand')}</Button>
            </Link>
          )}
        </div>
        <Happenings />
        {mayReadStories && <StoryLane lane="triage" />}
        {mayReadStories && <StoryLane lane="national" />}
      </aside>
    </div>
  );
}
