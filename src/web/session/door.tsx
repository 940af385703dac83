import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Mark } from '../marks/mark.js';
import { AppearanceButton, LanguageButton } from '../shell/preferences.js';
import '../styles/door.css';

/** The frame of the pages before the board: what this is, and one form. */
export function Door({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${title} · ${t('app.short')}`;
  }, [title, t]);
  return (
    <div className="door">
      <header className="door-brand">
        <span className="brand">
          <Mark size={28} />
          {t('app.name')}
        </span>
        <span className="door-preferences">
          <LanguageButton />
          <AppearanceButton />
        </span>
      </header>
      <main className="door-main" id="main">
        <h1>{title}</h1>
        <p className="door-lead">{lead}</p>
        {children}
      </main>
    </div>
  );
}
