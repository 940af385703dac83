import { forgetUnsentOf, keepUnsent, readUnsent, sweepUnsent, unsentKey } from './unsent-store.js';

const DAY = 24 * 3_600_000;
const T0 = Date.UTC(2026, 10, 22);

/** What a browser offers, in memory. */
class Memory {
  private readonly held = new Map<string, string>();
  get length(): number {
    return this.held.size;
  }
  getItem = (key: string) => this.held.get(key) ?? null;
  setItem = (key: string, value: string) => void this.held.set(key, value);
  removeItem = (key: string) => void this.held.delete(key);
  key = (n: number) => [...this.held.keys()][n] ?? null;
}

describe('what was typed and not sent', () => {
  const key = unsentKey('zhao', 'case-1', 'draft');
  let store: Memory;
  beforeEach(() => {
    store = new Memory();
    keepUnsent(store, key, { text: '火灾已扑灭' }, T0);
  });

  it('is there again for the same person, case and form, and for no other', () => {
    expect(readUnsent(store, key, T0 + DAY)).toEqual({ text: '火灾已扑灭' });
    for (const other of [
      unsentKey('qian', 'case-1', 'draft'),
      unsentKey('zhao', 'case-2', 'draft'),
      unsentKey('zhao', 'case-1', 'release'),
    ])
      expect(readUnsent(store, other, T0 + DAY)).toBeNull();
  });

  it('waits three days, then it is gone from the device', () => {
    expect(readUnsent(store, key, T0 + 3 * DAY - 1)).not.toBeNull();
    expect(readUnsent(store, key, T0 + 3 * DAY)).toBeNull();
    sweepUnsent(store, T0 + 3 * DAY - 1);
    expect(store.length).toBe(1);
    sweepUnsent(store, T0 + 3 * DAY);
    expect(store.length).toBe(0);
  });

  it('goes with the one who signs out, and leaves what others typed and what the page remembers', () => {
    store.setItem('huiying.theme', 'dark');
    keepUnsent(store, unsentKey('zhao', 'case-2', 'dismiss'), { reason: '误报' }, T0);
    keepUnsent(store, unsentKey('qian', 'case-1', 'draft'), { text: '另一人的' }, T0);
    forgetUnsentOf(store, 'zhao');
    expect(store.length).toBe(2);
    expect(readUnsent(store, unsentKey('qian', 'case-1', 'draft'), T0)).toEqual({ text: '另一人的' });
  });

  it('does no harm where the device keeps nothing, or holds what cannot be read', () => {
    const full = Object.assign(new Memory(), {
      setItem: () => {
        throw new Error('no room');
      },
    });
    expect(() => keepUnsent(full, key, {}, T0)).not.toThrow();
    store.setItem(key, '{broken');
    expect(readUnsent(store, key, T0)).toBeNull();
  });
});
