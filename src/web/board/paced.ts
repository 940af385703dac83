/** `act` at once, and while it is asked for again and again at most once in `everyMs`; the last asking is never lost. */
export function paced(everyMs: number, act: () => void): () => void {
  let isResting = false;
  let isAsked = false;
  const rest = (): void => {
    isResting = isAsked;
    isAsked = false;
    if (!isResting) return;
    setTimeout(rest, everyMs);
    act();
  };
  return () => {
    if (isResting) {
      isAsked = true;
      return;
    }
    isResting = true;
    setTimeout(rest, everyMs);
    act();
  };
}
