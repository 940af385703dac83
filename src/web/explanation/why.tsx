import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { openChapter } from '../i18n.js';

const ExplanationDetails = lazy(async () => {
  await Promise.all([openChapter('archive'), openChapter('explanation')]);
  const { ExplanationDetails: Details } = await import('./explanation-details.js');
  return { default: Details };
});

interface WhyProps {
  articleId: string;
  title: string;
  /** Whether it is unfolded at first. */
  opened?: boolean;
}

/** 研判依据 of one article within a list, read when it is unfolded. */
export function Why({ articleId, title, opened = false }: WhyProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(opened);
  return (
    <details className="case-why" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary aria-label={t('incident.whyJudgedFor', { title })}>{t('incident.whyJudged')}</summary>
      {open && (
        <Suspense>
          <ExplanationDetails articleId={articleId} />
        </Suspense>
      )}
    </details>
  );
}
