/**
 * Keeps the screen from going dark while the page is in sight, where the browser can (a secure context). The lock ends whenever the
 * page is hidden, so it is asked for again. Answers how to stop.
 */
export function stayAwake(): () => void {
  const lock = typeof navigator !== 'undefined' && 'wakeLock' in navigator ? navigator.wakeLock : null;
  let held: WakeLockSentinel | null = null;
  let stopped = false;
  const ask = async (): Promise<void> => {
    if (stopped || document.hidden || (held && !held.released)) return;
    held = (await lock?.request('screen').catch(() => null)) ?? null;
    if (stopped) await held?.release();
  };
  const onLook = (): void => void ask();
  document.addEventListener('visibilitychange', onLook);
  void ask();
  return () => {
    stopped = true;
    document.removeEventListener('visibilitychange', onLook);
    void held?.release();
  };
}
