import { shippedReadingRules } from '../../../test/support/reading-rules.js';
import type { Circumstances } from './circumstances/circumstances.js';
import type { Facts } from './facts.js';
import type { Figure } from './figure.js';
import {
  type Condition,
  type Criterion,
  FACT_METRICS,
  type Line,
  type Metric,
  QUANTITIES,
  type SeverityRow,
  type SeverityRules,
  conditionsOf,
} from './reading-rules.js';
import { gradesOf } from './severity.js';

const shipped = shippedReadingRules().severity;

const NOTHING: Facts = {
  deaths: null,
  missing: null,
  seriousInjuries: null,
  injuries: null,
  poisoned: null,
  evacuated: null,
  economicLossYuan: null,
  magnitude: null,
};

const figure = (value: number): Figure => ({
  value,
  bound: 'exact',
  span: String(value),
  field: 'text',
  start: 0,
  confidence: 0.95,
});

/** The fact that feeds a metric. */
const FACT_OF: Record<(typeof FACT_METRICS)[number], keyof Facts> = {
  deaths: 'deaths',
  deathsOrMissing: 'deaths',
  seriousInjuries: 'seriousInjuries',
  injured: 'injuries',
  poisonedOrSeriouslyInjured: 'poisoned',
  foodPoisoned: 'poisoned',
  foodPoisoningDeaths: 'deaths',
  directLossCny: 'economicLossYuan',
  evacuated: 'evacuated',
  magnitude: 'magnitude',
};

const isFact = (metric: Metric): metric is keyof typeof FACT_OF => metric in FACT_OF;
const stepOf = (metric: Metric): number => {
  if (metric === 'magnitude' || metric === 'powerLossPct') return 0.1;
  return metric.endsWith('Hours') ? 0.01 : 1;
};
const inside = ({ metric, gte, lt }: Criterion): number => gte ?? (lt ?? 0) - stepOf(metric);

/** Whether a row of this one line is reached when every condition of it holds and `tried` is given the value. */
function reached(row: SeverityRow, line: Line, tried: Criterion, value: number): boolean {
  const facts: Facts = { ...NOTHING };
  const circumstances: Circumstances = { quantities: {}, said: [] };
  const give = (metric: Metric, amount: number): void => {
    if (isFact(metric)) facts[FACT_OF[metric]] = figure(amount);
    else circumstances.quantities[metric] = figure(amount);
  };
  for (const condition of conditionsOf(line)) {
    if ('said' in condition) circumstances.said.push({ id: condition.said, field: 'text', start: 0, span: '' });
    else give(condition.metric, condition === tried ? value : inside(condition));
  }
  return reaches(row, line, { facts, circumstances });
}

function reaches(
  row: SeverityRow,
  line: Line,
  { facts, circumstances }: { facts: Facts; circumstances: Circumstances },
): boolean {
  const alone = { ...row, anyOf: [line] };
  const internal = shipped.internal.rows.includes(row);
  const rules: SeverityRules = {
    ...shipped,
    reference: { ...shipped.reference, kind: '无' },
    rows: internal ? [] : [alone],
    internal: { ...shipped.internal, rows: internal ? [alone] : [] },
  };
  const tables = [row.kind, ...(row.category === '公共卫生' ? ['食品安全事故'] : [])];
  const question = { tables, day: null, initial: true, hurt: false, facts, circumstances };
  return gradesOf(rules, question).some((grade) => grade.ruleId === row.id);
}

const numbered = (one: Condition): one is Criterion => 'metric' in one;
const all = [...shipped.rows, ...shipped.internal.rows].flatMap((row) =>
  row.anyOf.flatMap((line, at) =>
    conditionsOf(line)
      .filter(numbered)
      .map((criterion) => ({ row, line, criterion, name: `${row.id} ${criterion.metric} (${at + 1})` })),
  ),
);

describe('every line of every table', () => {
  it.each(all.filter(({ criterion }) => (criterion.gte ?? 0) > 0))(
    '$name takes its lower number in and leaves what is below it out (以上包括本数)',
    ({ row, line, criterion }) => {
      const gte = criterion.gte ?? 0;
      expect(reached(row, line, criterion, gte)).toBe(true);
      expect(reached(row, line, criterion, gte - stepOf(criterion.metric))).toBe(false);
    },
  );

  it.each(all.filter(({ criterion }) => criterion.lt !== undefined))(
    '$name leaves its upper number out (以下不包括本数)',
    ({ row, line, criterion }) => {
      const lt = criterion.lt ?? 0;
      expect(reached(row, line, criterion, lt - stepOf(criterion.metric))).toBe(true);
      expect(reached(row, line, criterion, lt)).toBe(false);
      expect(reached(row, line, criterion, lt + stepOf(criterion.metric))).toBe(false);
    },
  );

  it.each(all.filter(({ criterion }) => criterion.metric === 'deathsOrMissing' && (criterion.gte ?? 0) > 1))(
    '$name counts the dead and the missing together',
    ({ row, line, criterion }) => {
      const gte = criterion.gte ?? 0;
      const with1Missing = (deaths: number) =>
        reaches(row, line, {
          facts: { ...NOTHING, deaths: figure(deaths), missing: figure(1) },
          circumstances: { quantities: {}, said: [] },
        });
      expect(with1Missing(gte - 1)).toBe(true);
      expect(with1Missing(gte - 2)).toBe(false);
    },
  );

  it('neither a joint line nor a word of it suffices alone', () => {
    const joint = [...shipped.rows, ...shipped.internal.rows].flatMap((row) =>
      row.anyOf.filter((line) => 'all' in line).map((line) => ({ row, line })),
    );
    expect(joint.length).toBeGreaterThan(20);
    for (const { row, line } of joint) {
      const [first] = conditionsOf(line);
      if (!first || !('said' in first)) continue;
      const said = [{ id: first.said, field: 'text' as const, start: 0, span: '' }];
      expect(reaches(row, line, { facts: NOTHING, circumstances: { quantities: {}, said } })).toBe(false);
    }
  });
});

describe('no dead rule', () => {
  const asked = [...shipped.rows, ...shipped.internal.rows].flatMap((row) => row.anyOf.flatMap(conditionsOf));

  it('every metric is asked for by a row', () => {
    const metrics = new Set(asked.filter(numbered).map(({ metric }) => metric));
    expect([...FACT_METRICS, ...QUANTITIES].filter((metric) => !metrics.has(metric))).toEqual([]);
  });

  it('every circumstance is asked for by a row', () => {
    const ids = new Set(asked.flatMap((one) => ('said' in one ? [one.said] : [])));
    expect(shipped.circumstances.map(({ id }) => id).filter((id) => !ids.has(id))).toEqual([]);
  });
});
