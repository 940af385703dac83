import { Link } from '@tanstack/react-router';
import Button from 'antd/es/button';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StoryLine } from '../../contract/story.js';
import { Moment } from '../clock/moment.js';
import { LevelWord } from '../marks/level-word.js';
import { useMay } from '../session/person.js';
import { useBoard } from './board-context.js';

const ConcernsUs = lazy(() => import('./concerns-us.js').then((module) => ({ default: module.ConcernsUs })));
const SHOWN = 5;

function Story({ story, onConcern }: { story: StoryLine; onConcern: (() => void) | null }) {
  const { t } = useTranslation();
  return (
    <li>
      <Link className="story-title" to="/triage" search={{ lane: story.lane ?? 'triage', story: story.id }}>
        {story.title}
      </Link>
      <span className="event-notes">
        <LevelWord level={story.level} />
        <span>{t('board.reports', { count: story.articleCount })}</span>
        <Moment at={story.firstPublishedAt ?? story.detectedAt} />
        {onConcern !== null && (
          <Button size="small" aria-label={t('board.concernsUsFor', { title: story.title })} onClick={onConcern}>
            {t('board.concernsUs')}
          </Button>
        )}
      </span>
    </li>
  );
}

/** The newest stories without clocks, and how many there are: the board stays calm, the desk for judging holds them all. */
export function StoryLane({ lane }: { lane: 'national' | 'triage' }) {
  const { t } = useTranslation();
  const stories = useBoard((state) => state[lane]);
  const count = useBoard((state) => state.laneCounts[lane]);
  const mayAccept = useMay('story.accept');
  const [asked, setAsked] = useState<StoryLine | null>(null);
  const shown = stories.slice(0, SHOWN);
  return (
    <section className="side-block" aria-labelledby={lane}>
      <h2 id={lane}>
        {t(`board.${lane}`)} <span className="count">{count}</span>
      </h2>
      <p className="quiet">{stories.length === 0 ? t(`board.${lane}Empty`) : t(`board.${lane}Hint`)}</p>
      <ol className="stories">
        {shown.map((story) => (
          <Story key={story.id} story={story} onConcern={mayAccept ? () => setAsked(story) : null} />
        ))}
      </ol>
      {count > shown.length && (
        <Link className="lane-all" to="/triage" search={{ lane: lane === 'triage' ? undefined : lane }}>
          {t('board.allOfLane', { count })}
        </Link>
      )}
      {asked !== null && (
        <Suspense>
          <ConcernsUs story={asked} onClose={() => setAsked(null)} />
        </Suspense>
      )}
    </section>
  );
}
