import { shippedReadingRules } from '../../test/support/reading-rules.js';
import { severityFile } from './severity-file.js';

const read = shippedReadingRules().severity;
/** As the file writes it: a list of words is one string. */
const shipped = {
  ...read,
  circumstances: read.circumstances.map((one) => ({ ...one, words: one.words.join(' ') })),
};

const faults = (file: unknown): string[] => {
  const result = severityFile.safeParse(file);
  return result.success ? [] : result.error.issues.map((issue) => issue.message);
};

const withRow = (change: object) => ({
  ...shipped,
  rows: [{ ...shipped.rows[0], ...change }, ...shipped.rows.slice(1)],
});

describe('severity.yaml', () => {
  it('ships with all four levels of 493号 and a source for every row', () => {
    expect(shipped.rows.filter((row) => row.kind === shipped.reference.kind).map((row) => row.level)).toEqual([
      'I',
      'II',
      'III',
      'IV',
    ]);
    expect(shipped.rows.filter((row) => row.source === '')).toEqual([]);
  });

  it('calls no row verified whose wording has not been read', () => {
    const unread = shipped.rows.filter((row) => !row.confidence.startsWith('V'));
    expect(unread.length).toBeGreaterThan(0);
    expect(unread.filter((row) => row.verified)).toEqual([]);
  });

  it.each([
    ['an unknown metric', { anyOf: [{ metric: 'happiness', gte: 1 }] }],
    ['a line without numbers', { anyOf: [{ metric: 'deaths' }] }],
    ['lt below gte', { anyOf: [{ metric: 'deaths', gte: 30, lt: 10 }] }],
    ['an empty row that nobody is said to judge', { anyOf: [] }],
    ['a row both empty-handed and read', { byPerson: true }],
    ['a circumstance that is not listed', { anyOf: [{ said: 'weather' }] }],
    ['a joint line of one', { anyOf: [{ all: [{ metric: 'deaths', gte: 30 }] }] }],
    ['a level that is none', { level: 'V' }],
    ['countsMissing against the lines', { countsMissing: true }],
    ['a day that is none', { validFrom: '2007-13-01' }],
    ['a row without a source', { source: '' }],
    ['a field nobody knows', { colour: 'red' }],
  ])('refuses %s', (_, change) => {
    expect(faults(withRow(change))).not.toEqual([]);
  });

  it('ships the own table of the office unadopted, apart from the law, and its rows with their grounds', () => {
    expect(shipped.internal).toMatchObject({ basis: 'INTERNAL', adopted: null });
    expect(shipped.internal.rows.filter((row) => row.confidence !== 'PROPOSAL' || row.source === '')).toEqual([]);
    expect(
      faults({ ...shipped, internal: { ...shipped.internal, adopted: { by: '', on: '2026-12-01' } } }),
    ).not.toEqual([]);
    expect(
      faults({ ...shipped, internal: { ...shipped.internal, adopted: { by: '办公厅', on: '2026-12-01' } } }),
    ).toEqual([]);
  });

  it('refuses ids used twice and a reference kind without its levels', () => {
    expect(faults({ ...shipped, rows: [...shipped.rows, shipped.rows[0]] })).toEqual([
      expect.stringContaining('used twice'),
    ]);
    expect(faults({ ...shipped, reference: { ...shipped.reference, kind: '无此种类' } })).toEqual([
      expect.stringContaining('无此种类'),
    ]);
  });
});
