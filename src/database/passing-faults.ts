/** Faults of the way to the database, as Node names them. */
const NETWORK = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH|ENETUNREACH|EAI_AGAIN)$/;
/**
 * SQLSTATEs that speak of the moment, never of the rows: connections (08), read-only after a change of server (25006),
 * a transaction that was cut (25P03, 25P04), deadlocks (40), scarce resources (53), locks (55), cancelling and shutdown
 * (57), the server's own disk (58), the database not there yet (3D000).
 */
const STATES = /^(08...|25006|25P0[34]|40...|53...|55...|57...|58...|3D000)$/;
/** What pg and TypeORM say without a code when the connection went away. */
const WORDS =
  /Connection terminated|timeout exceeded when trying to connect|connection error|Client was closed|Query read timeout|timeout expired|Query runner already released/;

/**
 * Whether a fault of the database passes by itself: the same work will succeed later, and nothing is wrong with its data.
 * Work must be left as it is and tried again, never given up.
 */
export function isPassingFault(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { code, message, driverError }: { code?: unknown; message?: unknown; driverError?: unknown } = error;
  if (typeof code === 'string' && (NETWORK.test(code) || STATES.test(code))) return true;
  return (typeof message === 'string' && WORDS.test(message)) || (driverError !== error && isPassingFault(driverError));
}
