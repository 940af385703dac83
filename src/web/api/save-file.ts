import { Refusal, refusalOf } from './call.js';

const BASE = '/api/v1';

/** Asks for a file by a request that changes something, such as an export that is journalled, and has the browser save it. */
export async function saveFile(path: string, body: unknown, name: string): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(BASE + path, { method: 'POST', headers, body: JSON.stringify(body) }).catch(() => null);
  if (!answer) throw new Refusal({ type: 'about:blank', title: 'unreachable', status: 0 });
  if (!answer.ok) throw await refusalOf(answer);
  const address = URL.createObjectURL(await answer.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
