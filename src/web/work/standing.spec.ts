import type { Workspace } from '../../contract/records/record.js';
import type { Where } from '../../domain/lifecycle/stage.js';
import { fiveOf, lacking, nextStep } from './standing.js';

const at = '2026-11-22T06:00:00.000Z';
const told = (code: string) => ({ code, zh: code, en: code });
const case_ = (through: Where[], missing: Record<string, string[]> = {}): Workspace => ({
  stage: through.at(-1) ?? 'collected',
  stages: through.map((stage) => ({ stage, at })),
  steps: Object.entries(missing).map(([step, codes]) => ({ step, missing: codes.map(told) })),
  irregularities: [],
  signOff: [],
  records: [],
  editing: [],
  waterfall: { stretches: [], startAt: '2026-01-01T00:00:00Z', limits: [] },
  checklist: null,
  papers: { version: '1', templates: [], elements: [] },
});

describe('where a case stands on the page', () => {
  it('shows the five stages with the one it is in, and the one it left out', () => {
    const five = fiveOf(case_(['collected', 'assessed', 'drafting']));
    expect(five.map(({ state }) => state)).toEqual(['done', 'skipped', 'done', 'now', 'ahead']);
    expect(five.map((one) => one.at)).toEqual([at, null, at, at, null]);
  });

  it('an exit leaves the stages where they were, and none of them is present', () => {
    const five = fiveOf(case_(['collected', 'assessed', 'monitor_only']));
    expect(five.map(({ state }) => state)).toEqual(['done', 'skipped', 'done', 'ahead', 'ahead']);
  });

  it('names the step it waits for', () => {
    expect(nextStep(case_(['collected'], { assess: ['consultation'] }))).toBe('consult');
    expect(nextStep(case_(['collected']))).toBe('assess');
    expect(nextStep(case_(['in_review'], { sign: ['co_sign'] }))).toBe('co_sign');
    expect(nextStep(case_(['in_review']))).toBe('sign');
    expect(nextStep(case_(['released'], { evaluate: ['duty_running'] }))).toBeNull();
    expect(nextStep(case_(['released']))).toBe('evaluate');
    expect(nextStep(case_(['closed']))).toBe('archive');
    expect(nextStep(case_(['false_alarm']))).toBeNull();
  });

  it('says what the steps to come lack, and is silent on those behind', () => {
    const missing = { assess: ['consultation'], close: ['duty_running'] };
    expect(lacking(case_(['collected'], missing)).map(({ step }) => step)).toEqual(['assess']);
    expect(lacking(case_(['released'], missing)).map(({ step }) => step)).toEqual(['close']);
    expect(lacking(case_(['merged'], missing))).toEqual([]);
  });
});
