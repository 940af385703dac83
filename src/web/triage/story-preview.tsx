import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StoryView } from '../../contract/story.js';
import { Refusal } from '../api/call.js';
import { refusalWords } from '../api/refusal-words.js';
import { Moment } from '../clock/moment.js';
import { FigureHistory } from '../stories/figure-history.js';
import { Heat } from '../stories/heat.js';
import { OpinionBlock } from '../stories/opinion-block.js';
import { Publishers } from '../stories/publishers.js';
import { type Lane, storyQuery } from '../stories/story-queries.js';
import { useDispositionWord } from '../words/disposition-word.js';
import { usePersonName } from '../words/person-name.js';
import type { Marks } from './marks.js';
import { StoryActions } from './story-actions.js';
import { StoryArticles } from './story-articles.js';
import { StoryFacts } from './story-facts.js';

function Standing({ story }: { story: StoryView }) {
  const { t } = useTranslation();
  const nameOf = usePersonName();
  const dispositionWord = useDispositionWord();
  const { incident, setAside, possibly } = story;
  return (
    <>
      {incident && (
        <p>
          <Link to="/incidents/$id" params={{ id: incident.id }}>
            {t(possibly ? 'triage.possiblyOf' : 'triage.inIncident', { number: incident.number })}
          </Link>
        </p>
      )}
      {setAside && (
        <p className="quiet">
          {t('triage.was', {
            by: nameOf(setAside.by),
            what: dispositionWord(setAside.disposition),
            reason: setAside.reason,
          })}{' '}
          <Moment at={setAside.at} />
        </p>
      )}
    </>
  );
}

function Blocks({ story }: { story: StoryView }) {
  const { t } = useTranslation();
  return (
    <div className="preview-blocks">
      <section aria-labelledby="preview-figures">
        <h3 id="preview-figures">{t('stories.figures.title')}</h3>
        <FigureHistory figures={story.figures} addressOf={(id) => `#article-${id}`} />
      </section>
      <section aria-labelledby="preview-opinion">
        <h3 id="preview-opinion">{t('stories.opinion.name')}</h3>
        <OpinionBlock opinion={story.opinion} />
      </section>
      <section aria-labelledby="preview-publishers">
        <h3 id="preview-publishers">{t('stories.publishers.title')}</h3>
        <Publishers publishers={story.publishers} />
      </section>
    </div>
  );
}

function Preview({ story, lane, marks }: { story: StoryView; lane: Lane; marks: Marks }) {
  const { t } = useTranslation();
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  return (
    <article className="preview" aria-label={story.title}>
      <p className="back">
        <Link to="/triage" search={{ lane: lane === 'triage' ? undefined : lane }}>
          {t('triage.backToList')}
        </Link>
      </p>
      <h2>{story.title}</h2>
      <StoryFacts story={story} decided={story.setAside !== null} />
      <Standing story={story} />
      <Heat points={story.heat} opinion={story.opinion} />
      <StoryActions story={story} picked={picked} lane={lane} marks={marks} />
      <Blocks story={story} />
      <StoryArticles articles={story.articles} picked={picked} onPick={setPicked} />
    </article>
  );
}

/** One story of the lane: its levels and reach, what can be done with it, its articles and their reasons. */
export function StoryPreview({ id, lane, marks }: { id: string; lane: Lane; marks: Marks }) {
  const { t } = useTranslation();
  const { data, error } = useQuery(storyQuery(id));
  if (data) return <Preview story={data} lane={lane} marks={marks} />;
  if (!error) return <p className="loading">{t('triage.loading')}</p>;
  const missing = error instanceof Refusal && error.status === 404;
  return <p className="triage-empty quiet">{missing ? t('triage.notFound') : refusalWords(error, t)}</p>;
}
