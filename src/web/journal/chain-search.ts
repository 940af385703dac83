import { fromField } from '../clock/beijing.js';

export const CHAIN_VIEWS = ['rows', 'anchors'] as const;

/** What the page shows; kept in the address. Times are 北京时间 as a field has them, `2026-11-20T10:00`. */
export interface ChainSearch {
  view?: 'anchors';
  kind?: string;
  actor?: string;
  incident?: string;
  number?: string;
  from?: string;
  to?: string;
  selfChecks?: true;
  before?: number;
  after?: number;
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Numbers too: a router reads `?number=2026` as one. */
const text = (value: unknown, shape: RegExp): string | undefined => {
  const read = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  return shape.test(read) ? read : undefined;
};
const time = (value: unknown): string | undefined =>
  typeof value === 'string' && fromField(value) !== null ? value : undefined;
const seq = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : undefined;

/** Reads the address; what it does not know is left out. */
export function readChainSearch(search: Record<string, unknown>): ChainSearch {
  return {
    view: search.view === 'anchors' ? 'anchors' : undefined,
    kind: text(search.kind, /^[a-z_]+(\.[a-z_]+)?$/),
    actor: text(search.actor, /^[\w:-]{1,80}$/),
    incident: text(search.incident, UUID),
    number: text(search.number, /^.{1,40}$/),
    from: time(search.from),
    to: time(search.to),
    selfChecks: search.selfChecks === true ? true : undefined,
    before: seq(search.before),
    after: seq(search.after),
  };
}

/** What the rows are narrowed to, as the api takes it. */
export function filterOf({
  kind,
  actor,
  incident,
  number,
  from,
  to,
  selfChecks,
}: ChainSearch): Record<string, unknown> {
  const given = {
    kind,
    actor,
    incident,
    number,
    from: from && fromField(from),
    to: to && fromField(to),
    selfChecks,
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

/** The query of one page of rows. */
export function rowsQueryOf(search: ChainSearch): string {
  const { before, after } = search;
  const page = before !== undefined ? { before } : after !== undefined ? { after } : {};
  const stated = Object.entries({ ...filterOf(search), ...page });
  return new URLSearchParams(stated.map(([name, value]) => [name, String(value)])).toString();
}

export const isNarrowed = (search: ChainSearch): boolean => Object.keys(filterOf(search)).length > 0;
