import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import favicon from '../marks/favicon.svg?url';
import faviconLost from '../marks/favicon-lost.svg?url';
import faviconOverdue from '../marks/favicon-overdue.svg?url';
import { usePageName } from '../shell/page-name.js';
import { useSignal } from '../shell/signal-badge.js';
import { useBoard, useNow } from './board-context.js';
import { belongs, countUp } from './board-order.js';

const PRESSING = ['overdue', 'soon', 'unsigned'] as const;

/** What the tab shows from the corner of an eye: how many need a hand, how many are overdue, and whether it is live. */
export function TabFace() {
  const { t } = useTranslation();
  const now = useNow();
  const incidents = useBoard((state) => state.incidents);
  const page = usePageName();
  const lost = useSignal().state === 'lost';
  const lines = [...incidents.values()];
  const overdue = countUp(lines, now).overdue;
  const pressing = lines.filter((line) => PRESSING.some((show) => belongs(line, show, now))).length;
  const state = overdue > 0 ? t('board.tab.overdue', { count: overdue }) : '';
  const parts = [state, page === '' && state === '' ? t('app.board') : page, t('app.short')];
  const title = `${pressing > 0 ? `(${pressing}) ` : ''}${parts.filter((part) => part !== '').join(' · ')}`;
  useEffect(() => {
    document.title = title;
  }, [title]);
  useEffect(() => {
    const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
    if (icon) icon.href = lost ? faviconLost : overdue > 0 ? faviconOverdue : favicon;
  }, [lost, overdue]);
  return null;
}
