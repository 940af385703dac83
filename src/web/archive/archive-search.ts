import type { ArchiveLine } from '../../contract/archive.js';
import { LEVELS } from '../../domain/level.js';
import { daySpan } from '../clock/beijing.js';
import { readDay } from '../clock/read-day.js';

/** What the archive is narrowed to; kept in the address, absent when not narrowed. Days are Beijing days, both included. */
export interface ArchiveSearch {
  q?: string;
  from?: string;
  to?: string;
  source?: string;
  level?: NonNullable<ArchiveLine['level']>;
  story?: string;
  incident?: string;
}

const LONGEST_QUERY = 200;
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Numbers too: a router reads `?q=119` as one. */
const text = (value: unknown, most: number): string | undefined => {
  const read = typeof value === 'string' || typeof value === 'number' ? String(value).trim().slice(0, most) : '';
  return read === '' ? undefined : read;
};
const id = (value: unknown): string | undefined => (typeof value === 'string' && UUID.test(value) ? value : undefined);

/** Reads the address; what it does not know is left out. */
export function readArchiveSearch(search: Record<string, unknown>): ArchiveSearch {
  return {
    q: text(search.q, LONGEST_QUERY),
    from: readDay(search.from),
    to: readDay(search.to),
    source: text(search.source, 64),
    level: LEVELS.find((one) => one === search.level),
    story: id(search.story),
    incident: id(search.incident),
  };
}

/** Whether anything but words is asked for. */
export function isNarrowed({ q: _, ...filters }: ArchiveSearch): boolean {
  return Object.values(filters).some((value) => value !== undefined);
}

/** What is asked of the api. */
export function filterOf({ from, to, ...same }: ArchiveSearch): Record<string, string> {
  const given = { ...same, from: from && daySpan(from, from).from, to: to && daySpan(to, to).to };
  return Object.fromEntries(Object.entries(given).filter((one): one is [string, string] => one[1] !== undefined));
}

/** The query of one page, as the api takes it. */
export const queryOf = (search: ArchiveSearch, cursor: string | null): string =>
  new URLSearchParams({ ...filterOf(search), ...(cursor !== null && { cursor }) }).toString();
