import { useLocation } from '@tanstack/react-router';
import { type FocusEvent, type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Open until a page is chosen, the focus leaves, Escape, or a press elsewhere. */
function useFolded() {
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!open) return;
    const away = (event: PointerEvent): void => {
      if (!(event.target instanceof Node && place.current?.contains(event.target))) setOpen(false);
    };
    document.addEventListener('pointerdown', away);
    return () => document.removeEventListener('pointerdown', away);
  }, [open]);
  const onBlur = (event: FocusEvent): void => {
    if (event.relatedTarget && !event.currentTarget.contains(event.relatedTarget)) setOpen(false);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !open) return;
    setOpen(false);
    button.current?.focus();
  };
  return { open, setOpen, place, button, handlers: { onBlur, onKeyDown } };
}

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
