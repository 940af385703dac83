import type { SourceHealth, SourceView } from '../../contract/source.js';
import { isListed } from '../../domain/source-list.js';
import { HEALTHS, TIERS, type SourceSearch } from './source-search.js';

/** Rows of one page: what a browser draws at once, every second, without effort. */
export const PAGE_ROWS = 50;

/** Findings first, then the sources that matter most, then by name. */
export function byNeed(a: SourceView, b: SourceView): number {
  return (
    HEALTHS.indexOf(a.health) - HEALTHS.indexOf(b.health) ||
    TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier) ||
    b.failures - a.failures ||
    a.name.localeCompare(b.name, 'zh-CN') ||
    a.id.localeCompare(b.id)
  );
}

export type HealthCounts = Record<SourceHealth, number> & { all: number };

export interface Shown {
  /** The rows of the page, in order. */
  rows: SourceView[];
  /** How many sources there are under the other filters, by health: what each counter would show. */
  counts: HealthCounts;
  /** Rows on all pages. */
  found: number;
  page: number;
  pages: number;
}

/** What the page shows; the counters choose the health. A page beyond the last is the last. */
export function show(sources: readonly SourceView[], search: SourceSearch): Shown {
  const asked = sources.filter((source) => isListed(source, { ...search, health: undefined }));
  const counts: HealthCounts = { all: asked.length, ok: 0, failing: 0, blind: 0, silent: 0, paused: 0, waiting: 0 };
  for (const { health } of asked) counts[health] += 1;
  const found = search.health === undefined ? asked : asked.filter((source) => source.health === search.health);
  const pages = Math.max(1, Math.ceil(found.length / PAGE_ROWS));
  const page = Math.min(search.page ?? 1, pages);
  const rows = [...found].sort(byNeed).slice((page - 1) * PAGE_ROWS, page * PAGE_ROWS);
  return { rows, counts, found: found.length, page, pages };
}

/** The same rows in the order in which they stand under a hand (`held`: ids) while any of them is left; what has come since waits. */
export function keepOrder(sources: readonly SourceView[], rows: SourceView[], held: readonly string[] | null) {
  if (held === null) return rows;
  const byId = new Map(sources.map((source) => [source.id, source]));
  const kept = held.map((id) => byId.get(id)).filter((source) => source !== undefined);
  return kept.length === 0 ? rows : kept;
}

/** `地方/县报` stands in `地方/县报` and in `地方`. */
const withParents = (folder: string): string[] =>
  folder.split('/').map((_, depth, parts) => parts.slice(0, depth + 1).join('/'));

/** The folders in use and those they stand in, in order. */
export function foldersOf(sources: readonly SourceView[]): string[] {
  const folders = sources.flatMap(({ folder }) => (folder === null ? [] : withParents(folder)));
  return [...new Set(folders)].sort((a, b) => a.localeCompare(b, 'zh-CN'));
}
