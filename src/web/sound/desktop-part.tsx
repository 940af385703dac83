import Button from 'antd/es/button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askForNotices, noticeStanding } from './desktop-notice.js';

/** Whether notifications can be shown on the desktop, and why not; the browser is asked by this click alone. */
export function DesktopPart() {
  const { t } = useTranslation();
  const [standing, setStanding] = useState(noticeStanding);
  return (
    <section>
      <h2>{t('sound.desktop')}</h2>
      <p className="hint">{t(`sound.desktopIs.${standing}`)}</p>
      {standing === 'default' && (
        <Button size="small" onClick={() => void askForNotices().then(setStanding)}>
          {t('sound.desktopAsk')}
        </Button>
      )}
    </section>
  );
}
