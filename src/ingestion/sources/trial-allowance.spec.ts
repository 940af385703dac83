import { TrialAllowance } from './trial-allowance.js';

describe('trials of one person', () => {
  it('are ten a minute, each counted for itself', () => {
    const allowance = new TrialAllowance();
    for (let at = 0; at < 10; at += 1) expect(allowance.take('li', at * 1_000)).toBe(0);
    expect(allowance.take('li', 10_000)).toBe(50);
    expect(allowance.take('wu', 10_000)).toBe(0);
    expect(allowance.take('li', 59_999)).toBe(1);
    expect(allowance.take('li', 60_000)).toBe(0);
    expect(allowance.take('li', 60_500)).toBe(1);
  });
});
