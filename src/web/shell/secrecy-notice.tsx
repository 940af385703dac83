import { useTranslation } from 'react-i18next';
import '../styles/secrecy.css';

/** 本系统为非涉密系统: at the foot of every page, the door and the printed sheet among them. */
export function SecrecyNotice() {
  const { t } = useTranslation();
  return <footer className="secrecy">{t('app.secrecy')}</footer>;
}
