import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../session/person.js';

/** From the sources to the intakes and back, for those who may see both. */
export function CollectingViews() {
  const { t } = useTranslation();
  const mayManage = useMay('intake.manage');
  if (!mayManage) return null;
  return (
    <nav className="collecting-views" aria-label={t('source.views')}>
      <Link to="/sources" activeOptions={{ exact: true, includeSearch: false }} className="preset">
        {t('source.title')}
      </Link>
      <Link to="/sources/intakes" className="preset">
        {t('intake.title')}
      </Link>
    </nav>
  );
}
