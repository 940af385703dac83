import { asksWhetherOurs } from './question.js';
import type { Route } from './routing.js';

const asked = (share: number, { inScope = false, trap = null as string | null, subject = 'PUBLIC_INTEREST' } = {}) => {
  const why = { vote: { subject, share } } as Route['why'];
  return asksWhetherOurs({ reading: { trap }, route: { inScope, why } }, 0.9);
};

describe('asking people whether a matter is the office’s', () => {
  test('from the line on, on either side of it', () => {
    expect([0.8999, 0.9].map((share) => asked(share))).toEqual([false, true]);
  });

  test('not of what the rules decided, nor against it, nor without an opinion', () => {
    expect(asked(0.99, { inScope: true })).toBe(false);
    expect(asked(0.99, { trap: 'fiction' })).toBe(false);
    expect(asked(0.99, { subject: 'NONE' })).toBe(false);
    const why = { vote: null } as Route['why'];
    expect(asksWhetherOurs({ reading: { trap: null }, route: { inScope: false, why } }, 0)).toBe(false);
  });
});
