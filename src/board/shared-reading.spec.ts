import { SharedReading } from './shared-reading.js';

interface Reading {
  seq: number;
  now: string;
}
const NOON = Date.parse('2026-05-12T04:00:00Z');

/** A journal at a position, a clock that stands still until it is moved, and a count of how often it was read. */
function setting() {
  const world = { seq: 7, clock: 0, reads: 0, away: false };
  const read = (): Promise<Reading> => {
    world.reads += 1;
    if (world.away) return Promise.reject(new Error('away'));
    return Promise.resolve({ seq: world.seq, now: new Date(NOON + world.clock).toISOString() });
  };
  return { world, shared: new SharedReading(read, 1_000, () => world.clock) };
}

describe('a reading shared by many screens', () => {
  test('is made once for all who ask at once', async () => {
    const { world, shared } = setting();
    const all = await Promise.all(Array.from({ length: 500 }, () => shared.since(7)));
    expect(world.reads).toBe(1);
    expect(new Set(all.map((one) => one.seq))).toEqual(new Set([7]));
  });

  test('is made anew when the journal has gone on, once for all who need it', async () => {
    const { world, shared } = setting();
    await shared.since(7);
    world.seq = 8;
    const all = await Promise.all(Array.from({ length: 500 }, () => shared.since(8)));
    expect(world.reads).toBe(2);
    expect(all.every((one) => one.seq === 8)).toBe(true);
  });

  test('is made anew after a while, and tells the present time until then', async () => {
    const { world, shared } = setting();
    await shared.since(7);
    world.clock = 900;
    expect((await shared.since(7)).now).toBe(new Date(NOON + 900).toISOString());
    expect(world.reads).toBe(1);
    world.clock = 1_001;
    expect((await shared.since(7)).now).toBe(new Date(NOON + 1_001).toISOString());
    expect(world.reads).toBe(2);
  });

  test('is not kept when it failed', async () => {
    const { world, shared } = setting();
    world.away = true;
    await expect(shared.since(7)).rejects.toThrow('away');
    world.away = false;
    expect((await shared.since(7)).seq).toBe(7);
  });
});
