import { type RefObject, useLayoutEffect } from 'react';

/** Tells the styles how much of the page's top the header covers: what sticks below it must not stand behind it. */
export function useHeaderHeight(header: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const one = header.current;
    if (one === null) return;
    const { style } = document.documentElement;
    const watch = new ResizeObserver(() => {
      const sticks = getComputedStyle(one).position === 'sticky';
      style.setProperty('--header', `${sticks ? one.offsetHeight : 0}px`);
    });
    watch.observe(one);
    return () => {
      watch.disconnect();
      style.removeProperty('--header');
    };
  }, [header]);
}
