import Button from 'antd/es/button';
import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface SheetProps {
  title: string;
  /** What the sheet is about. */
  subject?: string;
  hint?: string;
  /** Room for a text to be written in. */
  wide?: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** A form over the page, in the browser's own dialog: focus stays inside and begins at `data-first`, Escape closes. */
export function Sheet({ title, subject, hint, wide = false, onClose, children }: SheetProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    shown?.querySelector<HTMLElement>('[data-first]')?.focus();
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={wide ? 'over over-wide' : 'over'}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className="over-body">
        <h2 id={id}>{title}</h2>
        {subject !== undefined && <p className="over-subject">{subject}</p>}
        {hint !== undefined && <p className="hint">{hint}</p>}
        {children}
      </div>
    </dialog>
  );
}

interface SheetEndProps {
  ok: string;
  onClose: () => void;
  pending: boolean;
  danger?: boolean;
  disabled?: boolean;
  /** Why the last attempt was refused. */
  refusal: string | null;
}

/** The foot of a sheet's form: what was refused, and the two ways out. */
export function SheetEnd({ ok, onClose, pending, danger = false, disabled = false, refusal }: SheetEndProps) {
  const { t } = useTranslation();
  return (
    <footer className="over-end">
      <p className="form-refusal" role="alert">
        {refusal}
      </p>
      <Button onClick={onClose}>{t('action.cancel')}</Button>
      <Button type="primary" htmlType="submit" danger={danger} disabled={disabled} loading={pending}>
        {ok}
      </Button>
    </footer>
  );
}
