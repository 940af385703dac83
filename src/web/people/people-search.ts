import { type Role, ROLES } from '../../domain/rights.js';

export const PEOPLE_VIEWS = ['accounts', 'signIns', 'rights', 'options', 'walls'] as const;
export type PeopleView = (typeof PEOPLE_VIEWS)[number];

/** Which part of the page is shown, the accounts when none is named, and what they are narrowed to; kept in the address. */
export interface PeopleSearch {
  view?: Exclude<PeopleView, 'accounts'>;
  /** Words of name, user name or position. */
  q?: string;
  role?: Role;
}

/** Reads the address; what it does not know is left out. Numbers too: a router reads `?q=2027` as one. */
export function readPeopleSearch({ view, q, role }: Record<string, unknown>): PeopleSearch {
  const words = typeof q === 'string' || typeof q === 'number' ? String(q).trim().slice(0, 100) : '';
  const known = PEOPLE_VIEWS.find((one) => one === view);
  return {
    view: known === 'accounts' ? undefined : known,
    q: words === '' ? undefined : words,
    role: ROLES.find((one) => one === role),
  };
}
