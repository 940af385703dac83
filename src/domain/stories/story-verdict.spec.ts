import { mergeVerdict, type StatedOccurrence, type StoryVerdict } from './story-verdict.js';

const none = {
  deaths: null,
  missing: null,
  seriousInjuries: null,
  injuries: null,
  poisoned: null,
  economicLossYuan: null,
};
const verdict = (change: Partial<StoryVerdict>): StoryVerdict => ({
  alert: false,
  inScope: false,
  level: null,
  basis: null,
  ruleId: null,
  verified: false,
  alertLevel: null,
  facts: none,
  eventKind: null,
  places: [],
  focus: [],
  lead: null,
  co: [],
  occurred: null,
  ...change,
});
const at = (hour: string, tier: StatedOccurrence['tier'], precision: StatedOccurrence['precision'] = 'minute') => ({
  at: `2026-03-02T${hour}:00.000Z`,
  precision,
  tier,
});
const occurred = (a: StatedOccurrence, b: StatedOccurrence) =>
  mergeVerdict(verdict({ occurred: a }), verdict({ occurred: b })).occurred;

describe('what is held of a story', () => {
  it('takes the graver level with its own ground', () => {
    const held = verdict({ level: 'II', basis: 'STATUTORY', ruleId: 'WS-II' });
    const next = verdict({ level: 'I', basis: 'OFFICIAL', ruleId: 'X-I' });
    expect(mergeVerdict(held, next)).toMatchObject({ level: 'I', basis: 'OFFICIAL', ruleId: 'X-I' });
    expect(mergeVerdict(next, held)).toMatchObject({ level: 'I', basis: 'OFFICIAL', ruleId: 'X-I' });
  });

  it('counts for a rise only what an alert tells', () => {
    const aftermath = mergeVerdict(verdict({ level: 'III' }), verdict({ level: 'II' }));
    expect(aftermath).toMatchObject({ level: 'II', alertLevel: null });
    const alerted = mergeVerdict(aftermath, verdict({ alert: true, level: 'II', alertLevel: 'II' }));
    expect(alerted).toMatchObject({ level: 'II', alertLevel: 'II' });
  });

  it('keeps the greater figure with its words', () => {
    const figure = (value: number) => ({ value, bound: 'exact' as const, span: `${value}人`, articleId: null });
    const held = verdict({ facts: { ...none, deaths: figure(12) } });
    const next = verdict({ facts: { ...none, deaths: figure(9), missing: figure(3) } });
    expect(mergeVerdict(held, next).facts).toMatchObject({ deaths: { value: 12 }, missing: { value: 3 } });
  });

  it('lets a time from a weighty source stand above an earlier one that may not count', () => {
    expect(occurred(at('01:00', 'wide'), at('01:05', 'core'))?.tier).toBe('core');
    expect(occurred(at('01:05', 'core'), at('01:00', 'wide'))?.tier).toBe('core');
    expect(occurred(at('01:05', 'core'), at('01:00', null))?.at).toContain('T01:00');
    expect(occurred(at('00:00', 'core', 'day'), at('01:00', 'wide'))?.precision).toBe('minute');
    expect(occurred(at('01:00', 'wide'), at('00:00', 'core', 'day'))?.precision).toBe('minute');
  });
});
