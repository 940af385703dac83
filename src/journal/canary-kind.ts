/** The journal's one row of a self-check: the only kind beside those of cases, accounts and the system that no board shows. */
export const CANARY_FIRED = 'canary.fired';
