import { Link, type ErrorComponentProps } from '@tanstack/react-router';
import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import { Refusal } from '../api/call.js';
import { refusalWords } from '../api/refusal-words.js';
import { Mark } from '../marks/mark.js';

/** A page that fell over: says that nothing was lost and how to go on. */
export function Crashed({ error }: ErrorComponentProps) {
  const { t } = useTranslation();
  const refused = error instanceof Refusal;
  return (
    <main className="fallback" id="main">
      <Mark size={40} />
      <h1>{t('refusal.crashed')}</h1>
      <p>{refused ? refusalWords(error, t) : t('refusal.crashedBody')}</p>
      <Button type="primary" onClick={() => window.location.reload()}>
        {t('refusal.reload')}
      </Button>
    </main>
  );
}

export function NotFound() {
  const { t } = useTranslation();
  return (
    <div className="fallback">
      <Mark size={40} />
      <h1>{t('refusal.notFound')}</h1>
      <p>{t('refusal.notFoundBody')}</p>
      <Link to="/">{t('refusal.toBoard')}</Link>
    </div>
  );
}
