import fc from 'fast-check';
import { CaseDesk, CITIES, type Step } from './support/case-desk.js';

const SEQUENCES = 60;
const STEPS = 12;
const SEED = 20260113;

const HAPPENINGS = [
  ...['incident.acknowledged', 'incident.confirmed', 'incident.graded', 'incident.raised', 'incident.dismissed'],
  ...['incident.merged', 'incident.start_moved', 'incident.reported_after_dismissal', 'clock.waived'],
  ...[
    'statement.recorded',
    'press_conference.recorded',
    'evidence.confirmed',
    'evidence.corrected',
    'evidence.withdrawn',
    'threshold.fired',
    'attempt.refused',
  ],
  ...['follow_up.missed', 'follow_up.hastened', 'acknowledgement.outgrown', 'incident.follow_up_ended'],
  ...['asked', 'confirmed', 'refused', 'withdrawn', 'moot'].map((outcome) => `second_person.${outcome}`),
];

const minutes = fc.integer({ min: 1, max: 600 });
/** Mostly somebody who may decide it. */
const who = fc.constantFrom('entitled' as const, 'entitled' as const, 'entitled' as const, 'first' as const);
const which = fc.constantFrom('a' as const, 'b' as const);
const nth = fc.nat(9);
const agree = fc.constantFrom(true, true, false);
const decides = fc.record({ do: fc.constant('decides' as const), which, who, agree });
const passes = fc.record({ do: fc.constant('passes' as const), minutes });
const publishes = fc.record({
  do: fc.constant('publishes' as const),
  which,
  form: fc.constantFrom('statements' as const, 'press-conferences' as const),
  minutes,
});
const step: fc.Arbitrary<Step> = fc.oneof(
  passes,
  passes,
  publishes,
  publishes,
  publishes,
  fc.record({
    do: fc.constantFrom('acknowledges' as const, 'confirms' as const, 'dismisses' as const, 'endsFollowUp' as const),
    which,
  }),
  fc.record({
    do: fc.constant('grades' as const),
    which,
    level: fc.constantFrom('I' as const, 'II' as const, 'III' as const),
  }),
  fc.record({ do: fc.constant('corrects' as const), which, minutes }),
  fc.record({ do: fc.constant('correctsEvidence' as const), which, minutes, nth }),
  fc.record({ do: fc.constant('correctsEvidence' as const), which, minutes, nth }),
  fc.record({ do: fc.constant('withdrawsEvidence' as const), which, nth }),
  fc.record({
    do: fc.constant('asksWaiver' as const),
    which,
    kind: fc.constantFrom('statement_5h' as const, 'press_conference_24h' as const, 'other_48h' as const),
  }),
  ...Array.from({ length: 4 }, () => decides),
  fc.record({ do: fc.constant('merges' as const), which }),
  fc.record({ do: fc.constant('isReported' as const), deaths: fc.constantFrom(12, 13, 31) }),
);

const agreed = (which: 'a' | 'b'): Step => ({ do: 'decides', which, who: 'entitled', agree: true });
/** What chance alone would seldom bring about in this order. */
const recordedLate: fc.Arbitrary<Step[]> = fc
  .tuple(which, fc.integer({ min: 1, max: 290 }))
  .map(([one, at]) => [
    { do: 'passes', minutes: 301 },
    { do: 'publishes', which: one, form: 'statements', minutes: at },
    agreed(one),
  ]);
const reportedAgain: fc.Arbitrary<Step[]> = fc
  .constantFrom(12, 31)
  .map((deaths) => [{ do: 'dismisses', which: 'a' }, agreed('a'), { do: 'isReported', deaths }]);
const takenBack: fc.Arbitrary<Step[]> = which.map((one) => [
  { do: 'dismisses', which: one },
  { do: 'decides', which: one, who: 'first', agree: false },
]);
const outgrown: fc.Arbitrary<Step[]> = which.map((one) => [
  { do: 'acknowledges', which: one },
  { do: 'grades', which: one, level: 'I' },
]);
/** Silence after the first release, then another one. */
const followed: fc.Arbitrary<Step[]> = fc
  .tuple(which, fc.integer({ min: 100, max: 4_000 }), fc.integer({ min: 1, max: 3_000 }))
  .map(([one, silent, at]) => [
    { do: 'publishes', which: one, form: 'statements', minutes: 0 },
    { do: 'passes', minutes: silent },
    { do: 'publishes', which: one, form: 'statements', minutes: at },
  ]);
/** What was published late turns out to have been published in time, or the other way round. */
const recordedWrong: fc.Arbitrary<Step[]> = fc
  .tuple(which, minutes, minutes, nth)
  .map(([one, at, really, n]) => [
    { do: 'passes', minutes: 301 },
    { do: 'publishes', which: one, form: 'statements', minutes: at },
    { do: 'correctsEvidence', which: one, minutes: really, nth: n },
    agreed(one),
    { do: 'withdrawsEvidence', which: one, nth: n },
  ]);
const many = fc.oneof(
  { weight: 12, arbitrary: step.map((one) => [one]) },
  { weight: 1, arbitrary: recordedLate },
  { weight: 1, arbitrary: reportedAgain },
  { weight: 1, arbitrary: takenBack },
  { weight: 1, arbitrary: followed },
  { weight: 1, arbitrary: outgrown },
  { weight: 1, arbitrary: recordedWrong },
);

/** Whatever people and reports do to a case, in whatever order: what must hold of its clocks holds after every step. */
describe('the state machine of a case', () => {
  let desk: CaseDesk;
  beforeAll(async () => {
    desk = await CaseDesk.open();
  });
  afterAll(() => desk.close());

  it(`holds through ${SEQUENCES} sequences of ${STEPS} steps and more`, async () => {
    let n = 0;
    const steps = fc.array(many, { minLength: STEPS, maxLength: STEPS });
    await fc.assert(
      fc.asyncProperty(steps, async (sequence) => {
        const city = CITIES[n++ % CITIES.length] ?? '';
        await desk.begins(city);
        for (const one of sequence.flat()) await desk.takes(one);
        await desk.reportAgrees();
        await desk.leaves();
      }),
      // A sequence is told by its seed; shrinking would open hundreds of cases more.
      { numRuns: SEQUENCES, seed: SEED, endOnFailure: true },
    );
    // The sequences have been everywhere.
    const happened = await desk.happened();
    expect(HAPPENINGS.filter((kind) => !happened.includes(kind))).toEqual([]);
  }, 600_000);
});
