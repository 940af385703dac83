import type { CaseFacts } from './case-facts.js';
import {
  afterReturn,
  irregularities,
  missingFor,
  stageAfter,
  stageOfRecords,
  STEPS,
  type StepName,
} from './lifecycle.js';
import { comesAfter, isStage, STAGES } from './stage.js';

const fresh: CaseFacts = {
  ...({ stage: 'collected', level: 'II', co: ['NEWS'], consulted: false, disposition: null } as const),
  ...{
    assigned: false,
    acknowledged: false,
    draft: 0,
    secrecyPassed: false,
    coSigned: [],
    signaturesLeft: 1,
    releases: 0,
  },
  ...{ duties: [], evaluated: false },
};
const reviewed: Partial<CaseFacts> = { consulted: true, draft: 1, secrecyPassed: true, coSigned: ['NEWS'] };

describe('the lifecycle of a case', () => {
  test.each<[StepName, Partial<CaseFacts>, string[]]>([
    ['assess', {}, ['consultation']],
    ['assess', { level: 'III' }, []],
    ['assess', { level: null }, []],
    ['assign', {}, ['consultation', 'disposition']],
    ['assign', { disposition: 'CLARIFY' }, ['consultation']],
    ['assign', { disposition: 'CLARIFY', consulted: true }, []],
    ['assign', { disposition: 'CLARIFY', level: 'III' }, []],
    ['assign', { disposition: 'MONITOR_ONLY', level: 'III' }, ['answered_elsewhere']],
    ['review', {}, ['draft']],
    ['sign', {}, ['consultation', 'draft', 'secrecy_review', 'co_sign']],
    ['sign', { draft: 1, secrecyPassed: true, level: null }, ['co_sign']],
    ['sign', { ...reviewed, consulted: false }, ['consultation']],
    ['sign', reviewed, []],
    ['sign', { ...reviewed, co: [], coSigned: [] }, []],
    ['close', {}, ['evaluation']],
    ['close', { level: 'IV' }, []],
    [
      'close',
      { evaluated: true, duties: [{ kind: 'statement_5h', standing: 'running', reasonGiven: false }] },
      ['duty_running'],
    ],
    [
      'close',
      { evaluated: true, duties: [{ kind: 'statement_5h', standing: 'missed', reasonGiven: false }] },
      ['miss_reason'],
    ],
    ['close', { evaluated: true, duties: [{ kind: 'statement_5h', standing: 'missed', reasonGiven: true }] }, []],
    ['archive', { stage: 'released' }, ['not_closed']],
    ['archive', { stage: 'closed' }, []],
    ['draft', { stage: 'closed' }, ['over']],
    ['reopen', {}, ['not_over']],
    ['reopen', { stage: 'merged' }, ['merged']],
    ['reopen', { stage: 'false_alarm' }, []],
  ])('%s of %j lacks %j', (step, facts, missing) => {
    expect(missingFor(step, { ...fresh, ...facts })).toEqual(missing);
  });

  it('never bars what has happened: a publication, a conference, a signature for receipt', () => {
    for (const step of ['acknowledge', 'release', 'follow_up'] as const)
      for (const stage of STAGES) expect(missingFor(step, { ...fresh, stage })).toEqual([]);
  });

  it('never goes back by a step', () => {
    for (const step of Object.keys(STEPS) as StepName[])
      for (const stage of STAGES) {
        const after = stageAfter(step, stage);
        expect(isStage(after) && comesAfter(stage, after)).toBe(false);
      }
  });

  it('a draft that was sent back is worked on again; a published one is not unpublished', () => {
    expect(afterReturn('in_review')).toBe('drafting');
    expect(afterReturn('signed')).toBe('drafting');
    expect(afterReturn('released')).toBe('released');
  });

  it('names what a publication had not gone through', () => {
    expect(irregularities(fresh)).toEqual(['secrecy_review', 'co_sign', 'sign_off']);
    expect(irregularities({ ...fresh, ...reviewed, signaturesLeft: 0 })).toEqual([]);
  });

  it('is taken up again where its records show it to be', () => {
    expect(stageOfRecords({ ...fresh, stage: 'closed', releases: 2, evaluated: false })).toBe('following_up');
    expect(stageOfRecords({ ...fresh, stage: 'false_alarm', acknowledged: true })).toBe('acknowledged');
    expect(stageOfRecords({ ...fresh, stage: 'closed' })).toBe('collected');
  });
});
