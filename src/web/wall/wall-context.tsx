import { createContext, useContext, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../board/board-context.js';
import type { Signal } from '../board/signal.js';
import type { WallState, WallStore } from './wall-store.js';

export const WallContext = createContext<WallStore | null>(null);

export function useWallStore(): WallStore {
  const store = useContext(WallContext);
  if (store === null) throw new Error('The picture is known only on a wall.');
  return store;
}

/** A part of what the wall knows; `select` must answer the same reference while nothing has changed. */
export function useWall<T>(select: (state: WallState) => T): T {
  const store = useWallStore();
  return useSyncExternalStore(store.subscribe, () => select(store.state()));
}

/** How well the wall hears the server, judged every second. */
export function useWallSignal(): Signal {
  const store = useWallStore();
  useNow();
  useWall((state) => state);
  return store.signal();
}

/** Names bureaus by their code in the wall's language. */
export function useWallBureau(): (code: string) => string {
  const { i18n } = useTranslation();
  const bureaus = useWall((state) => state.picture?.bureaus);
  return (code) => {
    const bureau = bureaus?.find((one) => one.code === code);
    return (i18n.language === 'en' ? bureau?.nameEn : bureau?.nameZh) ?? code;
  };
}
