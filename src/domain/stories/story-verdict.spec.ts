import { alertGround } from './story-ground.js';
import { mergeVerdict, riseOf, type StatedOccurrence, type StoryVerdict } from './story-verdict.js';

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

  it('keeps what starts no clock apart, and rises by what does, whatever the own table said', () => {
    const grounds = { own: 'INTERNAL', law: 'STATUTORY' } as const;
    const on = (name: keyof typeof grounds, level: 'I' | 'II') => {
      const ground = { basis: grounds[name], ruleId: name, verified: name === 'law' };
      const alerts = name === 'law' ? { alertLevel: level } : { ownAlertLevel: level };
      return verdict({ alert: true, level, ...ground, ...alerts, alertOn: ground });
    };
    const held = mergeVerdict(on('own', 'II'), on('own', 'I'));
    expect([riseOf(null, on('own', 'II')), riseOf(on('own', 'II'), held), riseOf(held, held)]).toEqual([
      'II',
      'I',
      null,
    ]);
    for (const level of ['I', 'II'] as const) {
      const after = mergeVerdict(held, on('law', level));
      expect(riseOf(held, after)).toBe(level);
      expect(alertGround(after)).toMatchObject({ level, basis: 'STATUTORY', ruleId: 'law', verified: true });
      expect(riseOf(after, mergeVerdict(after, on('own', 'I')))).toBeNull();
    }
  });
});
