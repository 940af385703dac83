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

export async function refusalOf(response: Response): Promise<Refusal> {
  const bare: Problem = { type: 'about:blank', title: response.statusText, status: response.status };
  try {
    const body = (await response.json()) as Partial<Problem>;
    return new Refusal({ ...bare, ...body, status: response.status });
  } catch {
    return new Refusal(bare);
  }
}

/** One request to the api. Answers the parsed body (undefined for 204); throws `Refusal` for anything but success. */
export function call<T>(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<T> {
  return body === undefined
    ? send(path, { method })
    : send(path, { method, body: JSON.stringify(body) }, 'application/json');
}

/** The same with a file as the body, as it is. */
export function callWithFile<T>(path: string, file: Blob): Promise<T> {
  return send(path, { method: 'POST', body: file }, 'application/octet-stream');
}

async function send<T>(path: string, request: RequestInit, type?: string): Promise<T> {
  const headers = { accept: 'application/json', ...(type !== undefined && { 'content-type': type }) };
  let response: Response;
  try {
    response = await fetch(BASE + path, { ...request, headers, credentials: 'same-origin' });
  } catch {
    throw new Refusal({ type: 'about:blank', title: 'unreachable', status: 0 });
  }
  if (!response.ok) throw await refusalOf(response);
  const text = await response.text();
  return (text === '' ? undefined : JSON.parse(text)) as T;
}
