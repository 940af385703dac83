import Button from 'antd/es/button';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from './use-keys.js';

const KeySheet = lazy(() => import('./key-sheet.js').then((module) => ({ default: module.KeySheet })));

/** Opens the list of keys; so does `?`, wherever one is. */
export function KeyButton() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const label = t('keys.title');
  useKeys(useMemo(() => [{ key: '?', name: t('keys.thisList'), act: () => setOpen(true) }], [t]));
  const face = (
    <svg viewBox="0 0 16 16" className="sign" aria-hidden="true">
      <path
        d="M1.75 4h12.5v8H1.75zM4.5 7h.01M8 7h.01M11.5 7h.01M5.5 9.5h5"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
  return (
    <>
      <Button
        type="text"
        className="key-button"
        icon={face}
        title={`${label} (?)`}
        aria-label={label}
        onClick={() => setOpen(true)}
      />
      {open && (
        <Suspense>
          <KeySheet onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
