import fc from 'fast-check';
import { CaseDesk, CITIES, type Step } from './support/case-desk.js';

const SEQUENCES = 60;
const STEPS = 12;
const SEED = 20260113;

const minutes = fc.integer({ min: 1, max: 600 });
const who = fc.constantFrom('first' as const, 'second' as const, 'leader' as const);
const which = fc.constantFrom('a' as const, 'b' as const);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('passes' as const), minutes }),
  fc.record({
    do: fc.constant('publishes' as const),
    which,
    form: fc.constantFrom('statements' as const, 'press-conferences' as const),
    minutes,
  }),
  fc.record({ do: fc.constantFrom('acknowledges' as const, 'confirms' as const, 'dismisses' as const), which }),
  fc.record({
    do: fc.constant('grades' as const),
    which,
    level: fc.constantFrom('I' as const, 'II' as const, 'III' as const),
  }),
  fc.record({ do: fc.constant('corrects' as const), which, minutes }),
  fc.record({
    do: fc.constant('asksWaiver' as const),
    which,
    kind: fc.constantFrom('statement_5h' as const, 'press_conference_24h' as const, 'other_48h' as const),
  }),
  fc.record({ do: fc.constant('decides' as const), which, who, agree: fc.boolean() }),
  fc.record({ do: fc.constant('merges' as const), which }),
  fc.record({ do: fc.constant('isReported' as const), deaths: fc.constantFrom(12, 13, 31) }),
);

/** Whatever people and reports do to a case, in whatever order: what must hold of its clocks holds after every step. */
describe('the state machine of a case', () => {
  let desk: CaseDesk;
  beforeAll(async () => {
    desk = await CaseDesk.open();
  });
  afterAll(() => desk.close());

  it(`holds through ${SEQUENCES} sequences of up to ${STEPS} steps`, async () => {
    let n = 0;
    const steps = fc.array(step, { minLength: STEPS / 2, maxLength: STEPS });
    await fc.assert(
      fc.asyncProperty(steps, async (sequence) => {
        const city = CITIES[n++ % CITIES.length] ?? '';
        await desk.begins(`${city}`);
        for (const one of sequence) await desk.takes(one);
        await desk.reportAgrees();
      }),
      // A sequence is told by its seed; shrinking would open hundreds of cases more.
      { numRuns: SEQUENCES, seed: SEED, endOnFailure: true },
    );
  }, 600_000);
});
