import { useNavigate } from '@tanstack/react-router';
import Button from 'antd/es/button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StoryView } from '../../contract/story.js';
import { ConcernsUs } from '../board/concerns-us.js';
import { useMay } from '../session/person.js';
import type { Lane } from '../stories/story-queries.js';
import { MergeSheet, SetAsideSheet, SplitSheet } from './story-sheets.js';

type Asked = 'needs' | 'setAside' | 'merge' | 'split';

interface StoryActionsProps {
  story: StoryView;
  /** The articles that are selected. */
  picked: ReadonlySet<string>;
  lane: Lane;
}

/** What can be done with a story: answer it, set it aside, join it into another, split articles off. */
export function StoryActions({ story, picked, lane }: StoryActionsProps) {
  const { t } = useTranslation();
  const mayAccept = useMay('story.accept');
  const navigate = useNavigate();
  const [asked, setAsked] = useState<Asked | null>(null);
  const onClose = () => setAsked(null);
  const onGone = () => void navigate({ to: '/triage', search: { lane: lane === 'triage' ? undefined : lane } });
  const maySplit = picked.size > 0 && picked.size < story.articles.length;
  const isDismissed = story.incident?.status === 'dismissed';
  if (!mayAccept || (story.incident && !story.possibly && !isDismissed)) return null;
  return (
    <div className="case-actions" role="group" aria-label={t('triage.actions')}>
      <Button type="primary" title={t('triage.needsHint')} onClick={() => setAsked('needs')}>
        {t('triage.needs')}
      </Button>
      {!isDismissed && <Button onClick={() => setAsked('setAside')}>{t('triage.setAside')}</Button>}
      <Button onClick={() => setAsked('merge')}>{t('triage.merge')}</Button>
      {maySplit && <Button onClick={() => setAsked('split')}>{t('triage.split', { count: picked.size })}</Button>}
      {asked === 'needs' && <ConcernsUs story={story} onClose={onClose} />}
      {asked === 'setAside' && <SetAsideSheet story={story} onClose={onClose} onDone={onGone} />}
      {asked === 'merge' && <MergeSheet story={story} lane={lane} onClose={onClose} onDone={onGone} />}
      {asked === 'split' && <SplitSheet story={story} picked={picked} onClose={onClose} />}
    </div>
  );
}
