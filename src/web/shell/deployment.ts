const RELOADED = 'huiying.reloaded';
const ONCE_A_MINUTE_MS = 60_000;

/** A page part that is no longer there means that a new version was deployed: load the new page, once, not for ever. */
export function reloadAfterDeployment(): void {
  window.addEventListener('vite:preloadError', () => {
    if (mayReload()) reload();
  });
}

/**
 * The server names the file by which the deployed client begins; a page that began with another one is old and loads anew. It makes
 * sure first that there is a page to load: a screen that nobody sits at must not end at the browser's own error.
 */
export function followDeployment(entry: string): void {
  const own = document.querySelector<HTMLScriptElement>('script[type="module"][src]');
  if (own === null || new URL(own.src).pathname === entry || !mayReload()) return;
  void fetch(window.location.pathname, { cache: 'no-store' }).then(
    (answer) => answer.ok && reload(),
    () => undefined,
  );
}

const mayReload = (): boolean => Date.now() - Number(sessionStorage.getItem(RELOADED) ?? 0) >= ONCE_A_MINUTE_MS;

function reload(): void {
  sessionStorage.setItem(RELOADED, String(Date.now()));
  window.location.reload();
}
