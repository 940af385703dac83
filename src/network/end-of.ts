/**
 * Rejects with the signal's reason. undici listens to its signal only once a connection stands; while a name is looked up or a
 * connection is made, this is what ends the waiting.
 */
export function endOf(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const end = (): void => reject(signal.reason as Error);
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
}
