import type { Problem } from '../../contract/problem.js';

const BASE = '/api/v1';

/** What the api refused, in its own words (RFC 9457). `status` 0: the server could not be reached. */
export class Refusal extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail ?? problem.title);
    this.name = 'Refusal';
  }

  get status(): number {
    return this.problem.status;
  }
}

async function refusalOf(response: Response): Promise<Refusal> {
  const bare: Problem = { type: 'about:blank', title: response.statusText, status: response.status };
  try {
    const body = (await response.json()) as Partial<Problem>;
    return new Refusal({ ...bare, ...body, status: response.status });
  } catch {
    return new Refusal(bare);
  }
}

/** One request to the api. Answers the parsed body (undefined for 204); throws `Refusal` for anything but success. */
export async function call<T>(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<T> {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (body !== undefined) headers['content-type'] = 'application/json';
  let response: Response;
  try {
    response = await fetch(BASE + path, {
      method,
      headers,
      credentials: 'same-origin',
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch {
    throw new Refusal({ type: 'about:blank', title: 'unreachable', status: 0 });
  }
  if (!response.ok) throw await refusalOf(response);
  const text = await response.text();
  return (text === '' ? undefined : JSON.parse(text)) as T;
}
