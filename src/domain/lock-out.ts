/** Failures in a row after which an account is shut for a while. */
export const MOST_FAILURES = 10;

/** How long the first lock lasts, the second, ...; all further ones last as long as the last, minutes. */
export const LOCK_MINUTES = [15, 30, 60, 120, 240, 480];

/** An address from which an account signed in within so many days is familiar: its failures are counted apart. */
export const FAMILIAR_DAYS = 30;

/** After so many hours without a failure the count begins anew, and the locks grow from the first again. */
export const FORGOTTEN_HOURS = 24;
