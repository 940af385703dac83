import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { IncidentView } from '../../contract/incident.js';
import { openChapter } from '../i18n.js';

const WorkOfCase = lazy(async () => {
  const [{ WorkOfCase: Shown }] = await Promise.all([import('../work/work-of-case.js'), openChapter('work')]);
  return { default: Shown };
});

/** The work on the case comes after the page: clocks first. */
export function Work({ incident }: { incident: IncidentView }) {
  const { t } = useTranslation();
  return (
    <Suspense fallback={<p className="loading">{t('board.loading')}</p>}>
      <WorkOfCase incident={incident} />
    </Suspense>
  );
}
