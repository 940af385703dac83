/** Problem types (RFC 9457 `type`) that a client treats apart; all others are `about:blank` and told by their status. */
export const PROBLEM_TYPES = {
  /** 403: the first password must be changed before anything else (POST /session/password). */
  mustChangePassword: 'urn:huiying:problem:must-change-password',
  /** 409: somebody else changed it since it was seen; read it again. */
  staleVersion: 'urn:huiying:problem:stale-version',
  /** 401: user name or password is wrong. */
  signInRefused: 'urn:huiying:problem:sign-in-refused',
  /** 401: this browser is no wall, or no longer one (revoked). */
  wallUnknown: 'urn:huiying:problem:wall-unknown',
  wallRevoked: 'urn:huiying:problem:wall-revoked',
  /** 409: the wall's link was exchanged before. */
  wallLinkUsed: 'urn:huiying:problem:wall-link-used',
} as const;
