import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { StoryPage } from '../../contract/story.js';
import { type Focus, FOCUSES } from '../../domain/routing/routing-rules.js';
import type { Lane } from '../stories/story-queries.js';

interface FocusFilterProps {
  /** Of the whole lane, as the server counts them. */
  counts: Partial<StoryPage['byFocus']>;
  lane: Lane;
  focus: Focus | undefined;
}

/** The four focuses with their counts; choosing one again lets all be seen. */
export function FocusFilter({ counts, lane, focus }: FocusFilterProps) {
  const { t } = useTranslation();
  const counted = FOCUSES.map((one) => ({ one, count: counts[one] ?? 0 }));
  const present = counted.filter(({ one, count }) => count > 0 || one === focus);
  if (present.length === 0) return null;
  return (
    <nav className="focus-filter" aria-label={t('triage.filter')}>
      {present.map(({ one, count }) => (
        <Link
          key={one}
          to="/triage"
          search={{ lane: lane === 'triage' ? undefined : lane, focus: one === focus ? undefined : one }}
          aria-current={one === focus ? 'true' : undefined}
        >
          {t(`focus.${one}`)} <span className="count">{count}</span>
        </Link>
      ))}
    </nav>
  );
}
