import { HOUR } from './deadlines.js';
import { type HeldStart, reconsiderStart, type StartFact } from './earlier-start.js';
import type { StartRule } from './policy.js';

const RULE: StartRule = {
  emergency: ['occurred', 'first_published', 'detected'],
  other: ['first_published', 'detected'],
  occurredWithinHours: 168,
  occurredFromTiers: ['core'],
  maxAgeHours: 72,
  citation: '',
};
const DETECTED = new Date('2026-03-10T12:00:00Z');
const before = (hours: number) => new Date(DETECTED.getTime() - hours * HOUR);

const held = (more: Partial<HeldStart> = {}): HeldStart => ({
  startAt: before(1),
  order: RULE.emergency,
  instants: {
    ...{ occurredAt: null, occurredPrecision: null, occurredFrom: null },
    firstPublishedAt: before(1),
    detectedAt: DETECTED,
  },
  byPerson: false,
  ...more,
});
const published = (hours: number, tier: StartFact['tier'] = 'core'): StartFact => ({
  ...{ basis: 'first_published', at: before(hours), precision: null, tier },
  articleId: `published-${hours}`,
});
const occurred = (
  hours: number,
  tier: StartFact['tier'] = 'core',
  precision: StartFact['precision'] = 'minute',
): StartFact => ({ basis: 'occurred', at: before(hours), precision, tier, articleId: `occurred-${hours}` });

describe('reconsidering a start', () => {
  it('nothing found leaves it as it is', () => {
    expect(reconsiderStart(held(), [], RULE)).toEqual({
      ...{ instants: held().instants, start: null, moved: null, proposed: [] },
    });
  });

  it('moves to the earliest publication that a core source dates', () => {
    const result = reconsiderStart(held(), [published(3), published(5), published(2)], RULE);
    expect(result).toMatchObject({
      start: { startAt: before(5), basis: 'first_published' },
      moved: { articleId: 'published-5' },
      proposed: [],
    });
  });

  it('never to a later one', () => {
    const result = reconsiderStart(held({ startAt: before(4) }), [published(0.5), occurred(2)], RULE);
    expect(result).toMatchObject({ start: null, moved: null, proposed: [] });
  });

  it('an occurrence counts with minute or hour precision', () => {
    for (const precision of ['minute', 'hour'] as const) {
      expect(reconsiderStart(held(), [occurred(6, 'core', precision)], RULE)).toMatchObject({
        start: { startAt: before(6), basis: 'occurred' },
      });
    }
  });

  it('a day anchors nothing; it is proposed once it was over before the start', () => {
    // The start stands one hour before detection: a day that began 25 h before it ended as the start began.
    const over = occurred(25, 'core', 'day');
    const own = occurred(24, 'core', 'day');
    expect(reconsiderStart(held(), [over, own], RULE)).toMatchObject({ start: null, moved: null, proposed: [over] });
    expect(reconsiderStart(held(), [occurred(192, 'core', 'day')], RULE)).toMatchObject({ proposed: [{}] });
    expect(reconsiderStart(held(), [occurred(193, 'core', 'day')], RULE)).toMatchObject({ proposed: [] });
    expect(reconsiderStart(held({ order: RULE.other }), [over], RULE)).toMatchObject({ proposed: [] });
  });

  it('the word of another tier is proposed', () => {
    const found = [published(4, 'regular'), occurred(5, 'wide')];
    expect(reconsiderStart(held(), found, RULE)).toMatchObject({ start: null, moved: null, proposed: found });
  });

  it('what a person vouches for moves it whatever the source', () => {
    expect(reconsiderStart(held(), [published(4, null)], RULE)).toMatchObject({ start: { startAt: before(4) } });
  });

  it('a publication exactly 72 h before detection moves it, an older one is proposed, one beyond a week is nothing', () => {
    expect(reconsiderStart(held(), [published(72)], RULE)).toMatchObject({ start: { startAt: before(72) } });
    expect(reconsiderStart(held(), [published(72.1)], RULE)).toMatchObject({
      ...{ start: null, proposed: [{ articleId: 'published-72.1' }] },
    });
    expect(reconsiderStart(held(), [published(169)], RULE)).toMatchObject({ start: null, proposed: [] });
  });

  it('an occurrence within 168 h of the first publication moves it, an older one does not', () => {
    expect(reconsiderStart(held(), [occurred(169)], RULE)).toMatchObject({ start: { startAt: before(169) } });
    expect(reconsiderStart(held(), [occurred(169.1)], RULE)).toMatchObject({ start: null, proposed: [] });
  });

  it('an occurrence after the first publication anchors nothing, even where that publication is found with it', () => {
    const result = reconsiderStart(held(), [published(4), occurred(3)], RULE);
    expect(result).toMatchObject({ start: { startAt: before(4), basis: 'first_published' }, proposed: [] });
  });

  it('once a person has stated a fact, everything is only proposed', () => {
    const found = [published(3), occurred(4)];
    expect(reconsiderStart(held({ byPerson: true }), found, RULE)).toMatchObject({ start: null, proposed: found });
  });

  it('a case of the 48 h duty asks for no occurrence', () => {
    const result = reconsiderStart(held({ order: RULE.other }), [occurred(4), published(3)], RULE);
    expect(result).toMatchObject({ start: { startAt: before(3), basis: 'first_published' }, proposed: [] });
  });

  it('the same found twice moves it once', () => {
    const first = reconsiderStart(held(), [published(3)], RULE);
    const next = held({ startAt: before(3), instants: first.instants });
    expect(reconsiderStart(next, [published(3)], RULE)).toMatchObject({ start: null, moved: null, proposed: [] });
  });
});
