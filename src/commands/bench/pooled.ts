const AT_ONCE = 20;

/** Runs 0 .. count-1, a few at once. */
export async function pooled(count: number, run: (n: number) => Promise<unknown>): Promise<void> {
  let next = 0;
  const hand = async (): Promise<void> => {
    while (next < count) await run(next++);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, hand));
}
