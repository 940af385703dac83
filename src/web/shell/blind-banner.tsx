import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useBoard } from '../board/board-context.js';
import { blindWords } from '../board/sight.js';
import { useClockOrMoment } from '../clock/moment.js';
import { useSay } from '../clock/say.js';
import { ToneSign } from '../marks/signs.js';
import { useMay } from '../session/person.js';

/** 盲区: where we do not see, and since when. */
export function BlindBanner() {
  const { t } = useTranslation();
  const say = useSay();
  const timeOf = useClockOrMoment();
  const calm = useBoard((state) => state.calm);
  const maySeeSources = useMay('source.read');
  if (calm === null || calm.seeing) return null;
  return (
    <div className="banner banner-blind" role="status">
      <ToneSign tone="overdue" />
      <strong>{t('calm.blind', { causes: blindWords(calm, say, timeOf) })}</strong>
      <span>{t('calm.watchOtherwise')}</span>
      {maySeeSources && <Link to="/sources">{t('calm.toSources')}</Link>}
    </div>
  );
}
