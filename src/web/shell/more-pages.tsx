import { useLocation } from '@tanstack/react-router';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFolded } from './use-folded.js';

/** Pages behind one button; it bears the name of the one that is open. */
export function MorePages({ here, children }: { here: string | undefined; children: ReactNode }) {
  const { t } = useTranslation();
  const id = useId();
  const { pathname } = useLocation();
  const { open, setOpen, place, button, handlers } = useFolded();
  const [before, setBefore] = useState(pathname);
  if (before !== pathname) {
    setBefore(pathname);
    setOpen(false);
  }
  return (
    <div className="more-pages" ref={place} {...handlers}>
      <button
        type="button"
        ref={button}
        className={here === undefined ? undefined : 'active'}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {here === undefined ? t('nav.more') : t('nav.moreHere', { name: here })}
        <svg viewBox="0 0 12 12" className="more-sign" aria-hidden="true">
          <path d="M3 4.5 6 7.5 9 4.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
        </svg>
      </button>
      <div id={id} className="more-list" hidden={!open}>
        {children}
      </div>
    </div>
  );
}
