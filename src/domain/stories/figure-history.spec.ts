import { figureHistory, type FigureStatement } from './figure-history.js';

const day = (hour: string) => `2026-03-02T${hour}:00.000Z`;
const says = (value: number, hour: string, more: Partial<FigureStatement> = {}): FigureStatement => ({
  ...{ value, bound: 'exact', span: `${value}人`, articleId: `${value}@${hour}`, at: day(hour), weight: 1 },
  ...{ publisher: 'one', source: '某报', ...more },
});
const values = (statements: FigureStatement[]) => figureHistory(statements)?.steps.map((step) => step.value);

describe('the history of a figure', () => {
  it('tells the values in the order they came up, whatever the order they were read in', () => {
    const told = [says(3, '01:00'), says(17, '06:00'), says(29, '12:00')];
    expect(values(told)).toEqual([3, 17, 29]);
    expect(figureHistory([...told].reverse())).toEqual(figureHistory(told));
    expect(figureHistory(told)).toMatchObject({ stands: { value: 29 }, why: 'latest', conflicts: [] });
    expect(figureHistory([])).toBeNull();
  });

  it('counts repetitions instead of listing them', () => {
    const history = figureHistory([says(3, '01:00'), says(3, '02:00', { publisher: 'two' }), says(17, '06:00')]);
    expect(history?.steps.map(({ value, repeats }) => [value, repeats])).toEqual([
      [3, 1],
      [17, 0],
    ]);
  });

  it('shows a fallen figure as a conflict, and lets the greater one stand', () => {
    const history = figureHistory([says(17, '01:00'), says(12, '09:00')]);
    expect(history).toMatchObject({ stands: { value: 17 }, why: 'greater' });
    expect(history?.conflicts).toMatchObject([{ kind: 'fallen', earlier: { value: 17 }, later: { value: 12 } }]);
  });

  it('lets an official or core source stand before others at the same time, and shows that they differ', () => {
    const official = says(9, '10:00', { publisher: 'body', weight: 2 });
    const history = figureHistory([official, says(30, '10:20', { publisher: 'forum' })]);
    expect(history).toMatchObject({ stands: { value: 9 }, why: 'official' });
    expect(history?.conflicts).toMatchObject([{ kind: 'differs', earlier: { value: 9 }, later: { value: 30 } }]);
    expect(figureHistory([official, says(30, '15:00', { publisher: 'forum' })])).toMatchObject({
      ...{ stands: { value: 30 }, conflicts: [] },
    });
  });

  it('sees no conflict in a bound that holds', () => {
    const history = figureHistory([says(12, '01:00'), says(10, '02:00', { bound: 'at_least', publisher: 'two' })]);
    expect(history).toMatchObject({ stands: { value: 12 }, conflicts: [] });
  });

  it('obeys a person, until something new is said', () => {
    const person = says(12, '10:00', { weight: 3, articleId: null, publisher: null });
    const before = [says(17, '01:00'), says(12, '09:00'), person];
    expect(figureHistory(before)).toMatchObject({ stands: { value: 12 }, why: 'person', conflicts: [] });
    expect(figureHistory([...before, says(17, '11:00')])).toMatchObject({ stands: { value: 12 }, why: 'person' });
    expect(figureHistory([...before, says(13, '11:00')])).toMatchObject({ stands: { value: 13 }, why: 'latest' });
  });

  it('takes what was stored within one minute in the order in which it was stored', () => {
    const stored = (value: number, second: string, more: Partial<FigureStatement> = {}) =>
      says(value, '10:00', { storedAt: `2026-03-02T10:00:${second}Z`, articleId: `${90 - value}`, ...more });
    const published = [stored(3, '01.000100'), stored(17, '01.000200'), stored(29, '02.000000')];
    expect(figureHistory([...published].reverse())).toMatchObject({ stands: { value: 29 }, conflicts: [] });
    expect(values([...published].reverse())).toEqual([3, 17, 29]);
  });

  it('sees history, not a conflict, in a rising figure that several report without saying when it was published', () => {
    const reported = (value: number, second: string) =>
      says(value, '10:00', {
        ...{ at: `2026-03-02T10:00:${second}Z`, storedAt: `2026-03-02T10:00:${second}000Z` },
        ...{ publisher: `caller ${value}`, isUndated: true },
      });
    const told = [reported(3, '01.000'), reported(17, '07.000'), reported(29, '40.000')];
    expect(values([...told].reverse())).toEqual([3, 17, 29]);
    expect(figureHistory(told)).toMatchObject({ stands: { value: 29 }, why: 'latest', conflicts: [] });
    const fallen = figureHistory([...told, reported(21, '50.000')]);
    expect(fallen?.conflicts).toMatchObject([{ kind: 'differs', earlier: { value: 29 }, later: { value: 21 } }]);
  });
});
