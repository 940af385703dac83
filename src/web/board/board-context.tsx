import { createContext, useContext, useSyncExternalStore } from 'react';
import type { ServerClock } from '../clock/server-clock.js';
import type { BoardState } from './board-state.js';
import type { BoardStore } from './board-store.js';

export const BoardContext = createContext<BoardStore | null>(null);

export function useBoardStore(): BoardStore {
  const store = useContext(BoardContext);
  if (store === null) throw new Error('The board is known only inside the shell.');
  return store;
}

/** A part of the board's state; `select` must answer the same reference while nothing has changed. */
export function useBoard<T>(select: (state: BoardState) => T): T {
  const store = useBoardStore();
  return useSyncExternalStore(store.subscribe, () => select(store.state()));
}

/** Server time, wherever a page counts by it. */
export const ClockContext = createContext<ServerClock | null>(null);

function useClock(): ServerClock {
  const clock = useContext(ClockContext);
  if (clock === null) throw new Error('Server time is known only where the server is heard.');
  return clock;
}

/** Something that follows from server time: draws again only in the second in which it changes, so it must be a plain value. */
export function useAt<T extends string | number | boolean>(read: (now: number) => T): T {
  const clock = useClock();
  return useSyncExternalStore(clock.subscribe, () => read(clock.second()));
}

/** Server time, epoch milliseconds; draws again every second, everything on the page in the same second. */
export function useNow(): number {
  const clock = useClock();
  return useSyncExternalStore(clock.subscribe, clock.second);
}
