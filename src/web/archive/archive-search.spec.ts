import { archiveQuery } from '../../contract/archive.js';
import { isNarrowed, queryOf, readArchiveSearch } from './archive-search.js';

const STORY = '8d0f6d0e-6a0b-4f0e-9a53-0d1f6a1f0a11';

describe('what the archive’s address says', () => {
  test('is read with care: what cannot be is left out', () => {
    expect(
      readArchiveSearch({ q: ' 地震 ', from: '2026-11-01', to: '2026-13-01', level: 'V', story: STORY, incident: 'x' }),
    ).toEqual({ q: '地震', from: '2026-11-01', story: STORY });
    expect(readArchiveSearch({ q: 119, source: '' })).toEqual({ q: '119' });
    expect(readArchiveSearch({ q: '震'.repeat(500) }).q).toHaveLength(200);
  });

  test('becomes a query that the api takes; days are those of Beijing, the last one included', () => {
    const query = queryOf({ q: '地震', from: '2026-11-01', to: '2026-11-02', level: 'I' }, null);
    expect(Object.fromEntries(new URLSearchParams(query))).toEqual({
      q: '地震',
      level: 'I',
      from: '2026-10-31T16:00:00.000Z',
      to: '2026-11-02T16:00:00.000Z',
    });
    expect(archiveQuery.safeParse(Object.fromEntries(new URLSearchParams(query))).success).toBe(true);
    expect(queryOf({}, `2026-11-01T00:00:00.000Z_${STORY}`)).toContain('cursor=2026-11-01');
  });

  test('is narrowed by anything but words', () => {
    expect([isNarrowed({ q: '地震' }), isNarrowed({ source: 'agency' })]).toEqual([false, true]);
  });
});
