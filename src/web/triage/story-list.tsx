import { Link } from '@tanstack/react-router';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { StoryLine } from '../../contract/story.js';
import type { Focus } from '../../domain/routing/routing-rules.js';
import { Moment } from '../clock/moment.js';
import type { Lane } from '../stories/story-queries.js';
import { StoryFacts } from './story-facts.js';

interface StoryListProps {
  stories: readonly StoryLine[];
  lane: Lane;
  focus: Focus | undefined;
  chosen: string | undefined;
}

const STEP: Record<string, number> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

/** j and k move within the list, only while it has the focus; nothing happens while an input method composes. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = STEP[event.key];
  if (step === undefined || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('a')];
  const at = links.findIndex((link) => link === document.activeElement);
  const next = links[at + step];
  if (at < 0 || !next) return;
  event.preventDefault();
  next.focus();
}

/** The stories of a lane, newest first as the server has them. */
export function StoryList({ stories, lane, focus, chosen }: StoryListProps) {
  const { t } = useTranslation();
  return (
    <>
      <ol className="story-list" aria-label={t('triage.list')} onKeyDown={moveFocus}>
        {stories.map((story) => (
          <li key={story.id} className={story.id === chosen ? 'is-chosen' : undefined}>
            <Link
              to="/triage"
              search={{ lane: lane === 'triage' ? undefined : lane, focus, story: story.id }}
              aria-current={story.id === chosen ? 'true' : undefined}
              resetScroll={false}
            >
              {story.title}
            </Link>
            <StoryFacts story={story} />
            <p className="event-notes">
              <span>{t('triage.reports', { count: story.articleCount })}</span>
              <span>{t('triage.families', { count: story.families })}</span>
              <Moment at={story.firstPublishedAt ?? story.detectedAt} />
            </p>
          </li>
        ))}
      </ol>
      {stories.length > 1 && <p className="hint key-hint">{t('triage.keys')}</p>}
    </>
  );
}
