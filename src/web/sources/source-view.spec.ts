import type { SourceView } from '../../contract/source.js';
import { readSearch } from './source-search.js';
import { foldersOf, keepOrder, PAGE_ROWS, show } from './source-view.js';

const source = (id: string, change: Partial<SourceView> = {}): SourceView => ({
  id,
  name: id,
  url: `https://${id}.example/rss`,
  tier: 'regular',
  kind: 'public',
  family: 'f',
  folder: null,
  isIntake: false,
  origin: 'api',
  enabled: true,
  pausedAt: null,
  health: 'ok',
  nextVisitAt: null,
  lastVisitAt: null,
  lastOkAt: null,
  lastNewAt: null,
  lastOutcome: null,
  lastDetail: null,
  failures: 0,
  budgetSeconds: 600,
  expectedSeconds: null,
  expectedIsSet: false,
  silentSince: null,
  recent: [],
  ...change,
});
const ids = (rows: SourceView[]): string[] => rows.map((row) => row.id);

describe('the list of sources', () => {
  test('findings come first, then what matters most', () => {
    const rows = [
      source('paused', { health: 'paused' }),
      source('fine'),
      source('core', { tier: 'core' }),
      source('silent', { health: 'silent' }),
      source('failing', { health: 'failing', failures: 2 }),
      source('worse', { health: 'failing', failures: 9 }),
      source('blind', { health: 'blind', tier: 'core' }),
      source('new', { health: 'waiting' }),
    ];
    expect(ids(show(rows, {}).rows)).toEqual(['blind', 'worse', 'failing', 'silent', 'new', 'core', 'fine', 'paused']);
  });

  test('every word sought must be found, anywhere, in any case', () => {
    const rows = [source('a', { name: '某县新闻', family: 'County' }), source('b', { name: '某市新闻' })];
    expect(ids(show(rows, { q: '新闻 COUNTY' }).rows)).toEqual(['a']);
    expect(ids(show(rows, { q: 'b.example' }).rows)).toEqual(['b']);
    expect(show(rows, { q: '没有' }).found).toBe(0);
  });

  test('the counters say what they would show under the other filters', () => {
    const rows = [
      source('a', { tier: 'core', health: 'blind' }),
      source('b', { tier: 'core' }),
      source('c', { health: 'silent' }),
    ];
    const { counts, found } = show(rows, { tier: 'core', health: 'blind' });
    expect(counts).toMatchObject({ all: 2, blind: 1, ok: 1, silent: 0 });
    expect(found).toBe(1);
  });

  test('a folder holds those below it, and no others that begin alike', () => {
    const rows = [
      source('a', { folder: '地方/县报' }),
      source('b', { folder: '地方台' }),
      source('c', { folder: '地方' }),
    ];
    expect(ids(show(rows, { folder: '地方' }).rows)).toEqual(['a', 'c']);
    expect(foldersOf(rows)).toEqual(expect.arrayContaining(['地方', '地方/县报', '地方台']));
    expect(foldersOf(rows)).toHaveLength(3);
  });

  test('a thousand are shown page by page, and a page beyond the last is the last', () => {
    const rows = Array.from({ length: 1_000 }, (_, n) => source(`s${String(n).padStart(4, '0')}`));
    const second = show(rows, { page: 2 });
    expect(second.rows).toHaveLength(PAGE_ROWS);
    expect(second.rows[0]?.id).toBe(`s${String(PAGE_ROWS).padStart(4, '0')}`);
    expect(show(rows, { page: 99 })).toMatchObject({ page: 20, pages: 20 });
  });

  test('rows keep their places under a hand; what is new waits, what is gone goes', () => {
    const rows = [source('a'), source('b', { health: 'failing' }), source('new', { health: 'blind' })];
    expect(ids(keepOrder(rows, rows, ['gone', 'a', 'b']))).toEqual(['a', 'b']);
    expect(keepOrder(rows, rows, null)).toBe(rows);
    expect(keepOrder(rows, rows, ['gone'])).toBe(rows);
  });

  test('an address with nonsense narrows nothing', () => {
    expect(readSearch({ health: 'sick', tier: 'best', q: '  ', page: '0', folder: 7 })).toEqual({ folder: '7' });
    expect(readSearch({ health: 'blind', page: 3, q: ' 甲 ' })).toMatchObject({ health: 'blind', page: 3, q: '甲' });
  });
});
