import { Link } from '@tanstack/react-router';
import Checkbox from 'antd/es/checkbox';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { StoryLine } from '../../contract/story.js';
import { Moment } from '../clock/moment.js';
import { useListKeys } from './list-keys.js';
import type { Marks } from './marks.js';
import { StoryFacts } from './story-facts.js';
import type { TriageSearch } from './triage-search.js';

interface StoryListProps {
  stories: readonly StoryLine[];
  search: TriageSearch;
  /** null: the person may merge nothing. */
  marks: Marks | null;
}

/** The stories of a lane, newest first as the server has them. */
export function StoryList({ stories, search, marks }: StoryListProps) {
  const { t } = useTranslation();
  const list = useRef<HTMLOListElement>(null);
  const chosen = search.story;
  useListKeys({ stories, search, marks, list });
  return (
    <>
      <ol className="story-list" aria-label={t('triage.list')} ref={list}>
        {stories.map((story) => (
          <li key={story.id} className={story.id === chosen ? 'is-chosen' : undefined}>
            {marks !== null && (
              <Checkbox
                className="story-mark"
                checked={marks.ids.has(story.id)}
                aria-label={t('triage.mark', { title: story.title })}
                onChange={() => marks.toggle(story.id)}
              />
            )}
            <Link
              to="/triage"
              search={{ ...search, story: story.id }}
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
              {story.waitsTooLong && <b className="waits-long">{t('triage.waitsTooLong')}</b>}
            </p>
          </li>
        ))}
      </ol>
      {stories.length > 1 && <p className="hint key-hint">{t('triage.keys')}</p>}
    </>
  );
}
