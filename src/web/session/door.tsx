import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Mark } from '../marks/mark.js';
import { AppearanceButton, LanguageButton } from '../shell/preferences.js';
import '../styles/door.css';

const STAGES = ['collect', 'consult', 'assess', 'answer', 'evaluate'] as const;

/** What the product is for, in one line of time: five stages of the work, two limits of the law. */
function Purpose() {
  const { t } = useTranslation();
  return (
    <aside className="door-purpose">
      <p className="brand">
        <Mark size={28} />
        {t('app.name')}
      </p>
      <div className="door-limits">
        <p>
          <b>5</b>
          {t('door.statement')}
        </p>
        <p>
          <b>24</b>
          {t('door.conference')}
        </p>
      </div>
      <ol className="door-stages">
        {STAGES.map((stage) => (
          <li key={stage}>{t(`door.${stage}`)}</li>
        ))}
      </ol>
    </aside>
  );
}

/** The frame of the pages before the board: what this is, and one form. */
export function Door({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${title} · ${t('app.short')}`;
  }, [title, t]);
  return (
    <div className="door">
      <Purpose />
      <main className="door-main" id="main">
        <div className="door-preferences">
          <LanguageButton />
          <AppearanceButton />
        </div>
        <div className="door-form">
          <h1>{title}</h1>
          <p className="door-lead">{lead}</p>
          {children}
        </div>
      </main>
    </div>
  );
}
