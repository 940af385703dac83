const LONGEST_MS = 8_000;

/**
 * Stops once, on SIGTERM, SIGINT or when the process that started this one is gone. What does not close in time is
 * left to the next start: nothing is lost, since what must be done stands in rows.
 */
export function onStop(close: () => Promise<void>): void {
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), LONGEST_MS).unref();
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  if (process.connected) process.on('disconnect', stop);
}
