import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../session/person.js';

/** From the roster to hand-overs and one's own ways, and back. */
export function RosterViews() {
  const { t } = useTranslation();
  const mayHandOver = useMay('roster.hand_over');
  return (
    <nav className="collecting-views" aria-label={t('roster.views')}>
      <Link to="/roster" activeOptions={{ exact: true, includeSearch: false }} className="preset">
        {t('roster.title')}
      </Link>
      {mayHandOver && (
        <Link to="/roster/hand-overs" className="preset">
          {t('roster.handOver.title')}
        </Link>
      )}
      <Link to="/me/ways" className="preset">
        {t('roster.way.title')}
      </Link>
    </nav>
  );
}
