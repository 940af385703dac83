import Button from 'antd/es/button';
import { useEffect, useId, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react';

export interface MenuChoice<K extends string> {
  key: K;
  label: string;
}

interface MenuButtonProps<K extends string> {
  /** What the menu is of, for those who hear it. */
  label: string;
  title: string;
  choices: readonly MenuChoice<K>[];
  onChoose: (key: K) => void;
  busy?: boolean;
}

/** Where an arrow leads: round the list, or to its ends. */
function stepped(key: string, at: number, count: number): number | null {
  if (key === 'ArrowDown') return (at + 1) % count;
  if (key === 'ArrowUp') return (at + count - 1) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
}

/** Closes when the focus leaves, on Escape, and by a press elsewhere. */
function useOpen(closed: () => void) {
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return;
    place.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus({ preventScroll: true });
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
    if (!open) return;
    const items = [...(place.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
    const next = stepped(event.key, items.indexOf(event.target as HTMLElement), items.length);
    if (next !== null) items[next]?.focus();
    if (event.key === 'Escape') {
      setOpen(false);
      closed();
    }
    if (next !== null || event.key === 'Escape') event.preventDefault();
  };
  return { open, setOpen, place, handlers: { onBlur, onKeyDown } };
}

/** Three dots that open a list of what can be done: arrows move, Enter chooses, Escape goes back to the dots. */
export function MenuButton<K extends string>({ label, title, choices, onChoose, busy = false }: MenuButtonProps<K>) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const { open, setOpen, place, handlers } = useOpen(() => button.current?.focus());
  const choose = (key: K): void => {
    setOpen(false);
    button.current?.focus();
    onChoose(key);
  };
  return (
    <div className="menu" ref={place} {...handlers}>
      <Button
        ref={button}
        type="text"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-label={label}
        title={title}
        loading={busy}
        onClick={() => setOpen(!open)}
        icon={
          <svg viewBox="0 0 16 16" className="sign" aria-hidden="true">
            <path d="M3 8h.01M8 8h.01M13 8h.01" stroke="currentColor" strokeWidth="2.5" strokeLinecap="round" />
          </svg>
        }
      />
      {open && (
        <div className="menu-list" role="menu" id={id} aria-label={label}>
          {choices.map(({ key, label: words }) => (
            <button key={key} type="button" role="menuitem" tabIndex={-1} onClick={() => choose(key)}>
              {words}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
