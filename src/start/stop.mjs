/** Milliseconds from the first stop signal until nothing of ours may run any more. */
const PATIENCE_MS = 9_500;

/**
 * Listens for Ctrl-C, SIGTERM and a closed terminal from now on. Signals may arrive twice (from the terminal and from
 * npm); only the first counts.
 * @returns {{ signal: AbortSignal, cause: NodeJS.Signals | null, deadline: number, request(cause: string): void }}
 *   `deadline` is in epoch milliseconds, far away while no stop was asked for
 */
export function listenForStop() {
  const controller = new AbortController();
  const stop = {
    signal: controller.signal,
    cause: null,
    deadline: Infinity,
    request(cause) {
      if (stop.cause) return;
      stop.cause = cause;
      stop.deadline = Date.now() + PATIENCE_MS;
      controller.abort();
    },
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => stop.request(name));
  // A closed pipe must not end us before the database has been stopped.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  return stop;
}
