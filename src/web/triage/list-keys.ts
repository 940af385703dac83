import { useNavigate } from '@tanstack/react-router';
import { type RefObject, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { StoryLine } from '../../contract/story.js';
import { useKeys } from '../keys/use-keys.js';
import type { Marks } from './marks.js';
import type { TriageSearch } from './triage-search.js';

interface ListKeys {
  stories: readonly StoryLine[];
  search: TriageSearch;
  /** null: the person may merge nothing. */
  marks: Marks | null;
  list: RefObject<HTMLElement | null>;
}

/** j and k go to the next story and the one before, x marks the one that is open. */
export function useListKeys({ stories, search, marks, list }: ListKeys): void {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const keys = useMemo(() => {
    const { story } = search;
    const at = stories.findIndex(({ id }) => id === story);
    const goTo = (index: number): void => {
      const next = stories[index];
      if (!next) return;
      list.current?.querySelectorAll<HTMLElement>('a')[index]?.focus();
      void navigate({ to: '/triage', search: { ...search, story: next.id }, replace: true, resetScroll: false });
    };
    const toggle = () => story !== undefined && marks?.toggle(story);
    return [
      { key: 'j', name: t('triage.key.next'), act: () => goTo(at + 1) },
      { key: 'k', name: t('triage.key.before'), act: () => goTo(at - 1) },
      ...(marks === null ? [] : [{ key: 'x', name: t('triage.key.mark'), act: toggle }]),
    ];
  }, [stories, search, marks, list, navigate, t]);
  useKeys(keys);
}
