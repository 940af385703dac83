import type { QueryClient, QueryKey } from '@tanstack/react-query';
import type { BoardEntries } from '../../contract/board.js';
import { touchesLanes } from '../board/board-socket.js';
import { paced } from '../board/paced.js';
import { incidentKey } from './queries.js';

/** Between two readings, however much happens: a person may ask only so often, and the server has others to answer. */
const REREAD_MS = 1_000;

/** Reading these takes its time: a reading under way is not begun again. */
const LONG: readonly QueryKey[] = [['stories'], ['story']];

/** Hears what happened and has those pages read again that show it: at once, and in a storm once a second. */
export function rereading(queries: QueryClient): (batch: BoardEntries) => void {
  const old = new Map<string, QueryKey>();
  const reread = paced(REREAD_MS, () => {
    const keys = [...old.values()];
    old.clear();
    for (const queryKey of keys)
      void queries.invalidateQueries({ queryKey }, { cancelRefetch: !LONG.includes(queryKey) });
  });
  return (batch) => {
    for (const key of keysOf(batch)) old.set(JSON.stringify(key), key);
    reread();
  };
}

function keysOf({ incidents, gone, entries, ...batch }: BoardEntries): QueryKey[] {
  const keys: QueryKey[] = [...incidents.map(({ id }) => id), ...gone].map(incidentKey);
  keys.push(['response-times']);
  if (entries.some(({ kind }) => kind.startsWith('duty.'))) keys.push(['roster']);
  if (touchesLanes({ ...batch, incidents, gone, entries })) keys.push(...LONG);
  return keys;
}
