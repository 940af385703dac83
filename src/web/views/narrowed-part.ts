/** The query of an address without what is no filter, such as the place in a list or what is opened; empty when nothing is left. */
export function narrowedPart(query: string, without: readonly string[]): string {
  const stated = new URLSearchParams(query);
  for (const name of without) stated.delete(name);
  const left = stated.toString();
  return left === '' ? '' : `?${left}`;
}
