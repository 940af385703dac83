export const PEOPLE_VIEWS = ['accounts', 'signIns', 'rights'] as const;
export type PeopleView = (typeof PEOPLE_VIEWS)[number];

/** Which part of the page the address names; the accounts when none. */
export const readPeopleSearch = (search: Record<string, unknown>): { view?: PeopleView } => ({
  view: PEOPLE_VIEWS.find((one) => one === search.view),
});
