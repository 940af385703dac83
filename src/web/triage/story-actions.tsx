import { useNavigate } from '@tanstack/react-router';
import Button from 'antd/es/button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StoryView } from '../../contract/story.js';
import { ConcernsUs } from '../board/concerns-us.js';
import { useMay } from '../session/person.js';
import type { Lane } from '../stories/story-queries.js';
import { type Asked, useActionKeys } from './action-keys.js';
import type { Marks } from './marks.js';
import { MergeMarked } from './merge-marked.js';
import { MergeSheet, SetAsideSheet, SplitSheet } from './story-sheets.js';

interface StoryActionsProps {
  story: StoryView;
  /** The articles that are selected. */
  picked: ReadonlySet<string>;
  /** The stories that are marked in the list. */
  marks: Marks;
  lane: Lane;
}

/** What can be done with a story: answer it, set it aside, join it into another, split articles off. */
export function StoryActions(props: StoryActionsProps) {
  const { story } = props;
  const mayAccept = useMay('story.accept');
  const isDismissed = story.incident?.status === 'dismissed';
  if (!mayAccept || (story.incident && !story.possibly && !isDismissed)) return null;
  return <Actions {...props} maySetAside={!isDismissed} />;
}

function Actions({ story, picked, marks, lane, maySetAside }: StoryActionsProps & { maySetAside: boolean }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [asked, setAsked] = useState<Asked | null>(null);
  useActionKeys(setAsked, maySetAside);
  const onClose = () => setAsked(null);
  const onGone = () => void navigate({ to: '/triage', search: { lane: lane === 'triage' ? undefined : lane } });
  const maySplit = picked.size > 0 && picked.size < story.articles.length;
  const marked = [...marks.ids].filter((id) => id !== story.id).length;
  return (
    <div className="case-actions" role="group" aria-label={t('triage.actions')}>
      <Button type="primary" title={t('triage.needsHint')} onClick={() => setAsked({ act: 'needs' })}>
        {t('triage.needs')}
      </Button>
      {maySetAside && <Button onClick={() => setAsked({ act: 'setAside' })}>{t('triage.setAside')}</Button>}
      <Button onClick={() => setAsked({ act: 'merge' })}>
        {marked > 0 ? t('triage.mergeMarked', { count: marked }) : t('triage.merge')}
      </Button>
      {maySplit && (
        <Button onClick={() => setAsked({ act: 'split' })}>{t('triage.split', { count: picked.size })}</Button>
      )}
      {asked?.act === 'needs' && <ConcernsUs story={story} level={asked.level} onClose={onClose} />}
      {asked?.act === 'setAside' && <SetAsideSheet story={story} onClose={onClose} onDone={onGone} />}
      {asked?.act === 'merge' && marked > 0 && <MergeMarked story={story} marks={marks} onClose={onClose} />}
      {asked?.act === 'merge' && marked === 0 && (
        <MergeSheet story={story} lane={lane} onClose={onClose} onDone={onGone} />
      )}
      {asked?.act === 'split' && <SplitSheet story={story} picked={picked} onClose={onClose} />}
    </div>
  );
}
