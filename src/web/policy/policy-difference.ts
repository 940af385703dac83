/** One value that two versions of a policy do not share; null: the version has none. */
export interface Difference {
  /** Where it stands, as in the file: `clocks › statement_5h › hours`. */
  path: string;
  before: string | null;
  after: string | null;
}

/** What names an entry of a list better than its place. */
const NAMES = ['kind', 'key', 'post'] as const;

function nameOf(value: unknown, at: number): string {
  if (typeof value !== 'object' || value === null) return String(at + 1);
  const named = value as Record<string, unknown>;
  const name = NAMES.map((one) => named[one]).find((one) => typeof one === 'string');
  return typeof name === 'string' ? name : String(at + 1);
}

/** Lists of plain words are one value: their order counts. */
const isPlain = (value: unknown): boolean =>
  typeof value !== 'object' ||
  value === null ||
  (Array.isArray(value) && value.every((one) => typeof one !== 'object'));

const plainText = (value: unknown): string =>
  Array.isArray(value) ? value.join(', ') : JSON.stringify(value).replaceAll('"', '');

function leaves(value: unknown, path: readonly string[], into: Map<string, string>): Map<string, string> {
  if (isPlain(value)) {
    if (value !== undefined) into.set(path.join(' › '), plainText(value));
  } else if (Array.isArray(value)) value.forEach((one: unknown, at) => leaves(one, [...path, nameOf(one, at)], into));
  else for (const [key, held] of Object.entries(value as object)) leaves(held, [...path, key], into);
  return into;
}

/** What the later of two policies says otherwise; its version and title go without saying. */
export function differences(before: object, after: object): Difference[] {
  const [old, now] = [leaves(before, [], new Map()), leaves(after, [], new Map())];
  return [...new Set([...now.keys(), ...old.keys()])]
    .filter((path) => path !== 'version' && old.get(path) !== now.get(path))
    .map((path) => ({ path, before: old.get(path) ?? null, after: now.get(path) ?? null }));
}
