import type { VisitOutcome } from '../../contract/source.js';
import type { Tier } from '../../domain/clocks/policy.js';
import { failureClass } from './failure-class.js';
import { gapSeconds, type GapFacts } from './visit-gap.js';

const BOUNDS = {
  core: { fastest: 30, slowest: 60 },
  regular: { fastest: 60, slowest: 300 },
  wide: { fastest: 300, slowest: 1800 },
};
const TIERS = Object.keys(BOUNDS) as Tier[];
const DAY = 86_400;
const CHANCES = [0, 0.01, 0.3, 0.5, 0.99, 1];

const KNOWN: GapFacts = {
  freshSeconds: null,
  learnedSeconds: null,
  quietSeconds: null,
  failure: null,
  failures: 0,
  retryAfterSeconds: null,
  inHerd: false,
  chance: 0,
};
const gap = (tier: Tier, facts: Partial<GapFacts> = {}) => gapSeconds(BOUNDS[tier], tier, { ...KNOWN, ...facts });

describe('the gap until the next visit', () => {
  test('a source of which nothing is known is asked as often as its tier allows', () => {
    expect(TIERS.map((tier) => gap(tier))).toEqual([30, 60, 300]);
  });

  test('a source is asked twice in the time in which it brings something new', () => {
    expect(gap('regular', { learnedSeconds: 400 })).toBe(200);
    expect(gap('regular', { learnedSeconds: 40 })).toBe(60);
  });

  test('one that has long been quiet is asked less often', () => {
    expect(gap('regular', { learnedSeconds: 130, quietSeconds: 1_600 })).toBe(200);
  });

  test.each(TIERS)(
    'neither freshness nor habit ever pushes a %s source to or past its slowest, nor past its fastest',
    (tier) => {
      for (const seconds of [0, 1, 100, 1_000, DAY, 365 * DAY]) {
        for (const chance of CHANCES) {
          for (const inHerd of [true, false]) {
            for (const facts of [{ freshSeconds: seconds }, { learnedSeconds: seconds }, { quietSeconds: seconds }]) {
              const set = gap(tier, { ...facts, chance, inHerd });
              expect(set).toBeLessThan(BOUNDS[tier].slowest);
              expect(set).toBeGreaterThanOrEqual(BOUNDS[tier].fastest);
            }
          }
        }
      }
    },
  );

  test('what the server says moves the gap within the bounds', () => {
    expect(gap('regular', { freshSeconds: 120 })).toBe(120);
    expect(gap('regular', { freshSeconds: 120, learnedSeconds: 500 })).toBe(250);
  });

  test('visits are spread; after a herd over half of the gap', () => {
    const least = (inHerd: boolean) =>
      Math.min(...CHANCES.map((chance) => gap('wide', { freshSeconds: 1_000, chance, inHerd })));
    expect(least(false)).toBeCloseTo(900);
    expect(least(true)).toBeCloseTo(500);
    expect(new Set(CHANCES.map((chance) => gap('core', { chance, inHerd: true }))).size).toBe(CHANCES.length);
  });

  test('bounds that leave no room are kept at their slowest side', () => {
    for (const chance of CHANCES) {
      const set = gapSeconds({ fastest: 60, slowest: 60 }, 'core', { ...KNOWN, chance, freshSeconds: DAY });
      expect(set).toBeLessThan(60);
      expect(set).toBeGreaterThanOrEqual(51);
    }
  });

  test('failures lengthen it step by step up to a bound, and none ends the visits', () => {
    const after = (tier: Tier, failure: GapFacts['failure']) =>
      [1, 2, 3, 1_000_000].map((failures) => Math.round(gap(tier, { failure, failures })));
    expect(after('regular', 'soft')).toEqual([60, 120, 180, 570]);
    expect(after('regular', 'temporary')).toEqual([300, 600, 900, 1_140]);
    expect(after('regular', 'hard')).toEqual([300, 600, 900, 3_420]);
    expect(after('core', 'hard')).toEqual([60, 114, 114, 114]);
  });

  test('a core source stays within its bounds while its failures are soft', () => {
    for (let failures = 1; failures < 100; failures += 1) {
      for (const chance of CHANCES) expect(gap('core', { failure: 'soft', failures, chance })).toBeLessThan(60);
    }
  });

  test.each(TIERS)('Retry-After is obeyed by a %s source, up to a day', (tier) => {
    const asked = (retryAfterSeconds: number, chance: number) =>
      gap(tier, { failure: 'temporary', failures: 1, retryAfterSeconds, chance });
    for (const chance of CHANCES) {
      expect(asked(7_200, chance)).toBe(7_200);
      expect(asked(10 * DAY, chance)).toBe(DAY);
      expect(asked(1, chance)).toBeGreaterThan(1);
    }
  });
});

describe('classes of failures', () => {
  test.each<[VisitOutcome, number | undefined, boolean, string]>([
    ['timeout', undefined, false, 'soft'],
    ['dns', undefined, false, 'soft'],
    ['network', undefined, false, 'soft'],
    ['store_failed', undefined, false, 'soft'],
    ['http_5xx', 500, false, 'soft'],
    ['http_5xx', 503, false, 'soft'],
    ['http_5xx', 503, true, 'temporary'],
    ['http_4xx', 429, false, 'temporary'],
    ['http_4xx', 429, true, 'temporary'],
    ['blocked_by_challenge', 412, false, 'temporary'],
    ['http_4xx', 408, false, 'soft'],
    ['http_4xx', 404, false, 'hard'],
    ['http_4xx', 410, false, 'hard'],
    ['http_4xx', 403, true, 'hard'],
    ['not_a_feed', undefined, false, 'hard'],
    ['refused_address', undefined, false, 'hard'],
    ['tls', undefined, false, 'hard'],
    ['malformed', undefined, false, 'hard'],
    ['too_large', undefined, false, 'hard'],
    ['redirects', undefined, false, 'hard'],
  ])('%s %s (asks to wait: %s) is %s', (outcome, status, asksToWait, expected) => {
    expect(failureClass(outcome, status, asksToWait)).toBe(expected);
  });
});
