const PREFIX = 'huiying.unsent';
/** So long an unsent text waits on the device for the one who typed it. Milliseconds. */
const KEPT_MS = 3 * 24 * 3_600_000;

interface Kept {
  /** Epoch milliseconds of the device. */
  at: number;
  values: unknown;
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** One form of one case, as one person fills it in. */
export const unsentKey = (person: string, incident: string, form: string): string =>
  `${PREFIX}:${person}:${incident}:${form}`;

/** @returns null: nothing is kept, or it is too old */
export function readUnsent(store: Store, key: string, now: number): unknown {
  const kept = parsed(store.getItem(key));
  return kept && isFresh(kept, now) ? kept.values : null;
}

/** A device that keeps nothing (private window, no room) does no harm: the form itself still holds the text. */
export function keepUnsent(store: Store, key: string, values: unknown, now: number): void {
  try {
    store.setItem(key, JSON.stringify({ at: now, values } satisfies Kept));
  } catch {
    return;
  }
}

/** What this person left unsent on the device, whichever the case; for the one who signs out. */
export function forgetUnsentOf(store: Store, person: string): void {
  for (const key of keysOf(store, `${PREFIX}:${person}:`)) store.removeItem(key);
}

/** What is too old goes, whoever typed it. */
export function sweepUnsent(store: Store, now: number): void {
  for (const key of keysOf(store, `${PREFIX}:`)) {
    const kept = parsed(store.getItem(key));
    if (!kept || !isFresh(kept, now)) store.removeItem(key);
  }
}

const isFresh = ({ at }: Kept, now: number): boolean => now - at < KEPT_MS;

function keysOf(store: Store, prefix: string): string[] {
  const keys = Array.from({ length: store.length }, (_, n) => store.key(n) ?? '');
  return keys.filter((key) => key.startsWith(prefix));
}

function parsed(text: string | null): Kept | null {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    return typeof value === 'object' && value !== null && 'at' in value && 'values' in value ? (value as Kept) : null;
  } catch {
    return null;
  }
}
