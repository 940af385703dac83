import { clockStart, dueAt, HOUR, type Instants, isOldNews, occurrenceCounts } from './deadlines.js';
import type { ClockRule, StartRule } from './policy.js';

const rule: StartRule = {
  emergency: ['occurred', 'first_published', 'detected'],
  other: ['first_published', 'detected'],
  occurredWithinHours: 168,
  occurredFromTiers: ['core'],
  maxAgeHours: 72,
  citation: 'test',
};
const at = (text: string) => new Date(`2026-03-0${text}:00Z`);
const known: Instants = {
  occurredAt: at('2T01:00'),
  occurredPrecision: 'hour',
  occurredFrom: 'core',
  firstPublishedAt: at('2T03:00'),
  detectedAt: at('2T04:00'),
};

describe('clock start', () => {
  it('takes the occurrence first, then the first publication, then the detection', () => {
    expect(clockStart(rule.emergency, known, rule)).toEqual({ startAt: known.occurredAt, basis: 'occurred' });
    expect(clockStart(rule.emergency, { ...known, occurredAt: null }, rule).basis).toBe('first_published');
    const nothing = { ...known, occurredAt: null, firstPublishedAt: null };
    expect(clockStart(rule.emergency, nothing, rule)).toEqual({ startAt: known.detectedAt, basis: 'detected' });
  });

  it('never anchors on a day, on a minor source, on the future or on an occurrence too far back', () => {
    expect(occurrenceCounts(known, rule)).toBe(true);
    expect(occurrenceCounts({ ...known, occurredPrecision: 'day' }, rule)).toBe(false);
    expect(occurrenceCounts({ ...known, occurredFrom: 'wide' }, rule)).toBe(false);
    expect(occurrenceCounts({ ...known, occurredFrom: null }, rule)).toBe(true);
    expect(occurrenceCounts({ ...known, occurredAt: at('2T03:01') }, rule)).toBe(false);
    expect(occurrenceCounts({ ...known, occurredAt: new Date(at('2T03:00').getTime() - 168 * HOUR) }, rule)).toBe(true);
    expect(occurrenceCounts({ ...known, occurredAt: new Date(at('2T03:00').getTime() - 168 * HOUR - 1) }, rule)).toBe(
      false,
    );
  });

  it('does not start later than the detection when a feed claims a later publication', () => {
    const lying = { ...known, occurredAt: null, firstPublishedAt: at('2T09:00') };
    expect(clockStart(rule.emergency, lying, rule).startAt).toEqual(known.detectedAt);
  });

  it('puts the limit exactly the rule’s clock hours after the start', () => {
    expect(dueAt(at('1T23:30'), { hours: 5 } as ClockRule)).toEqual(at('2T04:30'));
  });

  it('calls an item old only when it was published longer ago than the policy allows', () => {
    expect(isOldNews(new Date(known.detectedAt.getTime() - 72 * HOUR), known.detectedAt, rule)).toBe(false);
    expect(isOldNews(new Date(known.detectedAt.getTime() - 72 * HOUR - 1), known.detectedAt, rule)).toBe(true);
    expect(isOldNews(null, known.detectedAt, rule)).toBe(false);
  });
});
