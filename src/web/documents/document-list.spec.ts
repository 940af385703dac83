import type { DocumentView } from '../../contract/document.js';
import { listedDocuments } from '../../domain/documents/document-list.js';
import { standingOf } from './document-list.js';

const entry = (given: Partial<DocumentView>): DocumentView => ({
  ...{ id: 'a', title: '放映办法', aliases: [], number: null, bureau: 'FILM', issuedOn: null, validFrom: null },
  ...{
    validTo: null,
    source: '公报',
    confidence: 'H',
    link: null,
    terms: [],
    origin: 'file',
    isEdited: false,
    changedAt: '2026-01-01T00:00:00Z',
  },
  ...given,
});
const TODAY = '2026-11-22';
const documents = [
  entry({}),
  entry({ id: 'b', title: '书店条例', aliases: ['书条例'], number: '新书发〔2016〕61号', bureau: 'BOOKS' }),
  entry({ id: 'c', title: '旧办法', validTo: '2020-01-01' }),
];
const found = (q: string, inForceOnly?: true) =>
  listedDocuments(documents, { q, inForceOnly }, TODAY, (code) => (code === 'FILM' ? '电影局' : '出版司')).map(
    ({ id }) => id,
  );

test('each word is sought in title, short titles, number and bureau', () => {
  expect(found('')).toEqual(['a', 'b', 'c']);
  expect(found('书条例')).toEqual(['b']);
  expect(found('２０１６')).toEqual(['b']);
  expect(found('(2016)61号')).toEqual(['b']);
  expect(found('电影局 办法')).toEqual(['a', 'c']);
  expect(found('办法', true)).toEqual(['a']);
});

test.each([
  [{}, 'always', ''],
  [{ validFrom: '2020-01-01' }, 'from', '2020-01-01'],
  [{ validFrom: '2030-01-01' }, 'notYet', '2030-01-01'],
  [{ validTo: TODAY }, 'until', TODAY],
  [{ validTo: '2026-11-21' }, 'ended', '2026-11-21'],
])('%o stands as %s', (given, standing, day) => expect(standingOf(entry(given), TODAY)).toEqual({ standing, day }));
