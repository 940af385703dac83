import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import { refusalWords } from '../api/refusal-words.js';
import type { StoryLine } from '../../contract/story.js';
import { useMay } from '../session/person.js';
import { useNamePage } from '../shell/page-name.js';
import { type Lane, laneQuery } from '../stories/story-queries.js';
import { SavedViews } from '../views/saved-views.js';
import { useFirstStory } from './first-story.js';
import { FocusFilter } from './focus-filter.js';
import { useMarks } from './marks.js';
import { StoryList } from './story-list.js';
import { StoryPreview } from './story-preview.js';
import '../styles/incident.css';
import '../styles/stories.css';
import '../styles/triage.css';

const NONE: readonly StoryLine[] = [];
const LANES: readonly Lane[] = ['triage', 'national'];

/** The story that is opened is no filter. */
const OPENED = ['story'];

function Lanes({ lane }: { lane: Lane }) {
  const { t } = useTranslation();
  const triage = useInfiniteQuery(laneQuery('triage')).data;
  const national = useInfiniteQuery(laneQuery('national')).data;
  const counts = { triage: triage?.count, national: national?.count };
  return (
    <nav className="lanes" aria-label={t('triage.lanes')}>
      {LANES.map((one) => (
        <Link
          key={one}
          to="/triage"
          search={{ lane: one === 'triage' ? undefined : one }}
          aria-current={one === lane ? 'page' : undefined}
        >
          {t(`triage.lane.${one}`)} <span className="count">{counts[one] ?? ''}</span>
        </Link>
      ))}
    </nav>
  );
}

/** 研判台: what a person has to decide; to the right what it says, and why it stands here. */
export function TriagePage() {
  const { t } = useTranslation();
  const search = useSearch({ from: '/shell/triage' });
  const { lane = 'triage', focus, story } = search;
  const pages = useInfiniteQuery(laneQuery(lane, focus));
  const marks = useMarks();
  const mayGroup = useMay('story.group');
  const { data, error } = pages;
  useNamePage(t('triage.title'));
  const shown = data?.stories ?? NONE;
  useFirstStory(search, shown[0]?.id);
  const wanted = focus === undefined ? data?.count : data?.byFocus[focus];
  return (
    <div className={story ? 'triage has-story' : 'triage'}>
      <h1>{t('triage.title')}</h1>
      <div className="triage-lane">
        <Lanes lane={lane} />
        <p className="hint">{t(`triage.laneHint.${lane}`)}</p>
        {data && <FocusFilter counts={data.byFocus} lane={lane} focus={focus} />}
        <SavedViews page="triage" without={OPENED} />
        {error && <p className="quiet">{refusalWords(error, t)}</p>}
        {!data && !error && <p className="loading">{t('triage.loading')}</p>}
        {data && shown.length === 0 && (
          <p className="triage-empty quiet">{t(data.count === 0 ? 'triage.empty' : 'triage.emptyFilter')}</p>
        )}
        <StoryList stories={shown} search={search} marks={mayGroup ? marks : null} />
        {data && pages.hasNextPage && (
          <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {t('triage.more', { count: Math.max(0, (wanted ?? 0) - shown.length) })}
          </Button>
        )}
      </div>
      <div className="triage-preview">
        {story ? (
          <StoryPreview key={story} id={story} lane={lane} marks={marks} />
        ) : (
          shown.length > 0 && <p className="triage-empty quiet">{t('triage.choose')}</p>
        )}
      </div>
    </div>
  );
}
