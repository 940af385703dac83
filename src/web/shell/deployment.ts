const RELOADED = 'huiying.reloaded';
const ONCE_A_MINUTE_MS = 60_000;

/** A page part that is no longer there means that a new version was deployed: load the new page, once, not for ever. */
export function reloadAfterDeployment(): void {
  window.addEventListener('vite:preloadError', () => {
    const last = Number(sessionStorage.getItem(RELOADED) ?? 0);
    if (Date.now() - last < ONCE_A_MINUTE_MS) return;
    sessionStorage.setItem(RELOADED, String(Date.now()));
    window.location.reload();
  });
}
