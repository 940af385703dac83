import { fromField } from '../clock/beijing.js';

const OFFSET_MS = 8 * 3_600_000;
/** Fields that hold an instant: typed as 北京时间, sent with their offset. */
const INSTANTS = [
  ...(['heldAt', 'answerBy', 'publishedAt', 'startedAt', 'endedAt'] as const),
  ...(['at', 'referredAt', 'dueAt', 'keptAt'] as const),
] as const;
export const isInstant = (name: string): boolean => (INSTANTS as readonly string[]).includes(name);

/** The value of a `datetime-local` field with seconds, as 北京时间. */
export const toSeconds = (ms: number): string => new Date(ms + OFFSET_MS).toISOString().slice(0, 19);

const isBlank = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'object' && !Array.isArray(value) && Object.keys(value).length === 0);

function sent(name: string, value: unknown): unknown {
  if (typeof value === 'string') {
    const trimmed = value.trim();
    if (trimmed === '') return undefined;
    return isInstant(name) ? (fromField(trimmed) ?? trimmed) : trimmed;
  }
  if (Array.isArray(value)) return value.map((one) => sent(name, one)).filter((one) => !isBlank(one));
  return typeof value === 'object' && value !== null ? bodyOf(value) : value;
}

/** What a form holds as the body of a record: blanks left out, times with their offset. */
export function bodyOf(values: object): Record<string, unknown> {
  const fields = Object.entries(values).map(([name, value]) => [name, sent(name, value)] as const);
  return Object.fromEntries(fields.filter(([, value]) => !isBlank(value)));
}

function shown(name: string, value: unknown): unknown {
  if (typeof value === 'string') return isInstant(name) ? toSeconds(Date.parse(value)) : value;
  if (Array.isArray(value)) return value.map((one) => shown(name, one));
  return typeof value === 'object' && value !== null ? valuesOf(value) : value;
}

/** A kept body as a form shows it, for its correction. */
export function valuesOf(body: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, shown(name, value)]));
}
