import type { Dispatcher } from 'undici';

export type Response = Dispatcher.ResponseData;

/** The first value of a header. */
export function headerOf(response: Response, name: string): string | null {
  const value = response.headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? null;
}

/** All headers, several of one name joined. */
export function headersOf(response: Response): Record<string, string> {
  const entries = Object.entries(response.headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join(', ') : (value ?? ''),
  ]);
  return Object.fromEntries(entries) as Record<string, string>;
}

/** Ends a response nobody reads; its connection is given up rather than drained. */
export function discard(response: Response): void {
  response.body.on('error', () => undefined);
  response.body.destroy();
}
