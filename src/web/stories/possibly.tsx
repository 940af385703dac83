import { Link } from '@tanstack/react-router';
import Button from 'antd/es/button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IncidentView } from '../../contract/incident.js';
import { Moment } from '../clock/moment.js';
import { LevelWord } from '../marks/level-word.js';
import { useMay } from '../session/person.js';
import { StorySheet } from './story-sheet.js';

type CaseStory = IncidentView['stories'][number];

interface Asked {
  story: CaseStory;
  act: 'join' | 'split';
}

interface RowProps {
  story: CaseStory;
  /** Null for those who may only read, or where the case has no story of its own. */
  onAsk: ((act: Asked['act']) => void) | null;
}

function Row({ story, onAsk }: RowProps) {
  const { t } = useTranslation();
  const { title, level, articleCount, firstPublishedAt } = story;
  return (
    <li>
      <Link to="/triage" search={{ story: story.id }}>
        <b>{title}</b>
      </Link>
      <span className="event-notes">
        <LevelWord level={level} />
        <span>{t('stories.possibly.reports', { count: articleCount })}</span>
        {firstPublishedAt !== null && <Moment at={firstPublishedAt} />}
      </span>
      {onAsk && (
        <span className="possibly-acts">
          <Button aria-label={t('stories.possibly.sameFor', { title })} onClick={() => onAsk('join')}>
            {t('stories.possibly.same')}
          </Button>
          <Button aria-label={t('stories.possibly.otherFor', { title })} onClick={() => onAsk('split')}>
            {t('stories.possibly.other')}
          </Button>
        </span>
      )}
    </li>
  );
}

function Ask({ asked: { story, act }, into, onClose }: { asked: Asked; into: string; onClose: () => void }) {
  const { t } = useTranslation();
  const joins = act === 'join';
  return (
    <StorySheet
      story={story}
      act={act}
      title={t(joins ? 'stories.possibly.sameTitle' : 'stories.possibly.otherTitle')}
      hint={t(joins ? 'stories.possibly.sameBody' : 'stories.possibly.otherBody')}
      ok={t(joins ? 'stories.possibly.same' : 'stories.possibly.other')}
      said={t('stories.possibly.done')}
      body={({ reason }) => (joins ? { into, reason } : { reason })}
      onClose={onClose}
    />
  );
}

/** 可能是同一事件: stories that stand beneath the case with one pair of clocks until a person decides. */
export function Possibly({ incident }: { incident: IncidentView }) {
  const { t } = useTranslation();
  const mayAccept = useMay('story.accept');
  const [asked, setAsked] = useState<Asked | null>(null);
  const doubtful = incident.stories.filter(({ possibly }) => possibly);
  const own = incident.stories.find(({ possibly }) => !possibly);
  if (doubtful.length === 0) return null;
  return (
    <section className="possibly" aria-labelledby="possibly">
      <h2 id="possibly">
        {t('stories.possibly.title')} <span className="count">{doubtful.length}</span>
      </h2>
      <p className="hint">{t('stories.possibly.hint')}</p>
      <ul>
        {doubtful.map((story) => (
          <Row key={story.id} story={story} onAsk={mayAccept && own ? (act) => setAsked({ story, act }) : null} />
        ))}
      </ul>
      {asked && own && <Ask asked={asked} into={own.id} onClose={() => setAsked(null)} />}
    </section>
  );
}
