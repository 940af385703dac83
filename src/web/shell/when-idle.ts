/** At the latest after so long, ms. */
const LATEST_MS = 3_000;

/** Runs what the first sight of a page does not need once the page has been drawn. Safari has no idle callback. */
export function whenIdle(run: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(run, { timeout: LATEST_MS });
  else setTimeout(run, LATEST_MS);
}
