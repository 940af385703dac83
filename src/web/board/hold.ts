import { useEffect, useRef, useState, type FocusEvent } from 'react';

/**
 * While a pointer or the keyboard's focus is in the table its order stands still; `held` is that order, null when nobody is there.
 * A mouse click leaves focus behind without meaning to stay: only a visible focus holds.
 */
export function useHold(current: () => string[]) {
  const [held, setHeld] = useState<string[] | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const inside = useRef({ pointer: false, focus: false });
  const note = (part: 'pointer' | 'focus', value: boolean): void => {
    inside.current[part] = value;
    const { pointer, focus } = inside.current;
    setHeld((before) => (pointer || focus ? (before ?? current()) : null));
  };
  // An element that had the focus and was taken away tells nobody that the focus has left.
  useEffect(() => {
    if (inside.current.focus && !place.current?.contains(document.activeElement)) note('focus', false);
  });
  const handlers = {
    onPointerEnter: () => note('pointer', true),
    onPointerLeave: () => note('pointer', false),
    onFocus: (event: FocusEvent<HTMLElement>) => {
      if (event.target.matches(':focus-visible')) note('focus', true);
    },
    onBlur: (event: FocusEvent<HTMLElement>) => {
      if (!event.currentTarget.contains(event.relatedTarget)) note('focus', false);
    },
  };
  return { held, hold: setHeld, place, handlers };
}
