/** Faults that say "the database is not there just now": of the network, and PostgreSQL's own (connection, shutdown). */
const CODES = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|08...|57P0[123]|53300|3D000)$/;
const WORDS = /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/;

/** Whether an error only means that the database cannot be reached; it comes back by itself. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, driverError } = error as Error & { code?: unknown; driverError?: unknown };
  return (typeof code === 'string' && CODES.test(code)) || WORDS.test(error.message) || isDatabaseAway(driverError);
}
