import { useEffect, useSyncExternalStore } from 'react';

let current = '';
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Names the page that is shown, for the tab; the board itself has no name there unless all is calm. */
export function useNamePage(name: string): void {
  useEffect(() => {
    current = name;
    for (const listener of listeners) listener();
  }, [name]);
}

export const usePageName = (): string => useSyncExternalStore(subscribe, () => current);
