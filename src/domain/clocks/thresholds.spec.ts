import type { ClockRule } from './policy.js';
import { thresholdsOf } from './thresholds.js';

const startAt = new Date('2026-03-02T00:00:00Z');
const minutes = (n: number) => new Date(startAt.getTime() + n * 60_000);
const rule = {
  thresholds: [
    { key: 'opened', at: 'opening', audience: ['press_office'] },
    { key: 'told', at: 'confirmation', audience: ['lead'] },
    { key: 'half', share: 0.5, audience: ['lead'] },
    { key: 'last_hour', minutesBefore: 60, audience: ['lead'] },
    { key: 'due', share: 1, audience: ['lead'] },
  ],
} as unknown as ClockRule;
const span = { startAt, dueAt: minutes(300), openedAt: minutes(20), confirmedAt: null, unconfirmedMinutes: 10 };
const fireAt = (key: string, change = {}) =>
  thresholdsOf(rule, { ...span, ...change }).find((one) => one.key === key)?.fireAt;

describe('thresholds', () => {
  it('are absolute to start and limit', () => {
    expect(fireAt('half')).toEqual(minutes(150));
    expect(fireAt('last_hour')).toEqual(minutes(240));
    expect(fireAt('due')).toEqual(minutes(300));
  });

  it('open with the case, not with the clock', () => {
    expect(fireAt('opened')).toEqual(minutes(20));
  });

  it('tell only the press office before the confirmation, and the others what they missed when the wait is over', () => {
    const late = { startAt: minutes(-300), dueAt: minutes(0), openedAt: minutes(20) };
    const both = { thresholds: [{ key: 'due', share: 1, audience: ['press_office', 'lead'] }] } as unknown as ClockRule;
    const rows = thresholdsOf(both, { ...span, ...late });
    expect(rows).toEqual([
      { key: 'due', fireAt: minutes(0), audience: ['press_office'] },
      { key: 'due_held', fireAt: minutes(30), audience: ['lead'] },
    ]);
    expect(thresholdsOf(both, { ...span, ...late, confirmedAt: minutes(20) })).toHaveLength(1);
  });

  it('tell the others on confirmation, or some minutes after opening without one', () => {
    expect(fireAt('told')).toEqual(minutes(30));
    expect(fireAt('told', { confirmedAt: minutes(21) })).toEqual(minutes(21));
  });
});
