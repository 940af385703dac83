import { decideOpening, type OpeningCase, provisionalLevel } from './opening.js';
import type { Policy } from './policy.js';

const policy = {
  jurisdiction: 'office',
  clockStart: { maxAgeHours: 72 },
  clocks: [{ kind: 'statement_5h', startsFor: { levels: ['I', 'II'], bases: ['OFFICIAL', 'STATUTORY', 'REFERENCE'] } }],
} as unknown as Policy;
const detectedAt = new Date('2026-03-02T00:00:00Z');
const grave: OpeningCase = {
  alert: true,
  inScope: true,
  level: 'I',
  basis: 'STATUTORY',
  firstPublishedAt: detectedAt,
  detectedAt,
};

describe('opening a case', () => {
  it('opens for a grave matter of the office', () => {
    expect(decideOpening(grave, policy)).toBe('incident');
  });

  it('opens nothing without an alert: what is in scope waits for a person, the rest for nobody', () => {
    expect(decideOpening({ ...grave, alert: false }, policy)).toBe('triage');
    expect(decideOpening({ ...grave, alert: false, inScope: false }, policy)).toBeNull();
  });

  it('puts matters of others into the national lane, unless the whole nation is watched', () => {
    expect(decideOpening({ ...grave, inScope: false }, policy)).toBe('national');
    expect(decideOpening({ ...grave, inScope: false }, { ...policy, jurisdiction: 'nation' })).toBe('incident');
  });

  it('leaves old news and internal grading to a person', () => {
    const old = new Date(detectedAt.getTime() - 73 * 3_600_000);
    expect(decideOpening({ ...grave, firstPublishedAt: old }, policy)).toBe('triage');
    expect(decideOpening({ ...grave, basis: 'INTERNAL' }, policy)).toBe('triage');
  });

  it('counts grave casualties without a number as level II until somebody knows better', () => {
    expect(provisionalLevel(null)).toBe('II');
    expect(decideOpening({ ...grave, level: null, basis: null }, policy)).toBe('incident');
  });
});

describe("a level by the office's own table", () => {
  const adopted = {
    ...policy,
    internalTableAdopted: true,
    internalLevelTriggersStatutoryClock: { I: true, II: false },
    clocks: [
      {
        kind: 'statement_5h',
        startsFor: { levels: ['I', 'II'], bases: ['OFFICIAL', 'STATUTORY', 'REFERENCE', 'INTERNAL'] },
      },
    ],
  } as unknown as Policy;
  const internal: OpeningCase = { ...grave, basis: 'INTERNAL' };

  it('waits for a person until the table is adopted', () => {
    expect(decideOpening(internal, { ...adopted, internalTableAdopted: false })).toBe('triage');
    expect(decideOpening(internal, adopted)).toBe('incident');
  });

  it('counts by level as the policy says, and never below II', () => {
    expect(decideOpening({ ...internal, level: 'II' }, adopted)).toBe('triage');
    const both = { ...adopted, internalLevelTriggersStatutoryClock: { I: true, II: true } };
    expect(decideOpening({ ...internal, level: 'II' }, both)).toBe('incident');
    expect(decideOpening({ ...internal, level: 'III' }, both)).toBe('triage');
  });

  it("says nothing of others' matters, whoever is watched", () => {
    expect(decideOpening({ ...internal, inScope: false }, adopted)).toBeNull();
    expect(decideOpening({ ...internal, inScope: false }, { ...adopted, jurisdiction: 'nation' })).toBeNull();
  });

  it('counts only where a clock takes that basis', () => {
    expect(decideOpening(internal, { ...adopted, clocks: policy.clocks })).toBe('triage');
  });
});
