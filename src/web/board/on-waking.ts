/** When the network is back or the tab is looked at again. Answers how to stop. */
export function onWaking(wake: () => void): () => void {
  const onLook = (): void => {
    if (!document.hidden) wake();
  };
  window.addEventListener('online', wake);
  document.addEventListener('visibilitychange', onLook);
  return () => {
    window.removeEventListener('online', wake);
    document.removeEventListener('visibilitychange', onLook);
  };
}
