import type { Told } from './explanation-query.js';
import { groupsOf } from './grouping.js';

const none: Told = {
  version: null,
  happening: { answer: false, because: 'no_words', rests: [], vote: null },
  trap: null,
  kind: { answer: null, tables: [], rests: [] },
  place: { places: [], scope: 'domestic', rests: [] },
  phase: { answer: null, rests: [] },
  occurred: null,
  figures: [],
  said: [],
  level: { answer: null, basis: null, provisional: false, grave: [], official: [] },
  grades: [],
  alert: { answer: false, checks: [] },
  scope: { answer: false, evidence: 0, line: 3, rules: [] },
  units: { lead: null, co: [], by: null, documents: [], rules: [], scores: [] },
  focus: [],
  disposition: null,
  secondOpinion: null,
  vetoes: [],
  wouldChange: { lines: [], words: [], scope: { missing: 3, steps: [] } },
};
const rests = { field: 'title', start: 0, end: 2, words: '火灾' } as const;
const fire: Told = {
  ...none,
  happening: { answer: true, because: 'words', rests: [rests], vote: null },
  kind: { answer: '火灾', tables: [], rests: [rests] },
  phase: { answer: 'breaking', rests: [] },
  figures: [{ name: 'deaths', value: 12, bound: 'exact', confidence: null, rests }],
  level: { ...none.level, answer: 'II' },
  scope: { ...none.scope, answer: true },
  units: { ...none.units, lead: 'FILM' },
};
const groupOf = (told: Told, name: string) => groupsOf(told).find((group) => group.name === name);

describe('the questions of a judgement in groups', () => {
  it('has what decided in sight and the rest folded away', () => {
    expect(groupsOf(fire)).toEqual([
      { name: 'facts', shown: ['figures', 'kind'], more: ['happening'] },
      { name: 'level', shown: ['level'], more: ['alert'] },
      { name: 'traps', shown: ['phase'], more: ['trap', 'place'] },
      { name: 'route', shown: ['scope', 'units'], more: ['focus'] },
    ]);
  });

  it('of an ordinary report tells only what speaks', () => {
    expect(groupsOf(none)).toEqual([
      { name: 'facts', shown: ['happening'], more: [] },
      { name: 'route', shown: ['scope'], more: ['units', 'focus'] },
    ]);
  });

  it('has a veto in sight, and what would have been alerted without it', () => {
    const drill: Told = {
      ...none,
      trap: { id: 'DRILL', rests: [] },
      vetoes: [{ by: 'trap', what: 'DRILL', rests: [] }],
    };
    expect(groupOf(drill, 'traps')).toEqual({ name: 'traps', shown: ['vetoes'], more: ['trap', 'place'] });
    expect(groupOf(drill, 'level')).toEqual({ name: 'level', shown: ['alert'], more: [] });
  });

  it('names the second opinion where it was asked, in sight where it tipped the scale', () => {
    const opinion = (tipped: boolean): Told => ({ ...none, secondOpinion: { subject: 'NONE', share: 0.9, tipped } });
    expect(groupOf(opinion(true), 'route')?.shown).toContain('opinion');
    expect(groupOf(opinion(false), 'route')?.more).toContain('opinion');
  });
});
