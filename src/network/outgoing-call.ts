import { type Dispatcher, request } from 'undici';
import type { AddressOrigin, Dialler } from './dialler.js';
import { endOf } from './end-of.js';

/** A call to a machine outside: a webhook, a chat robot, a short-message gateway. */
export interface OutgoingCall {
  url: string;
  /** Where the address was written; anything but a file of the office keeps the call to public addresses. */
  origin: AddressOrigin;
  headers: Record<string, string>;
  body: string;
  /** Ends the call when its time is up. */
  signal: AbortSignal;
}

export interface CallAnswer {
  status: number;
  /** The beginning of what was answered, at most `LONGEST_ANSWER` bytes, as UTF-8. */
  text: string;
}

const LONGEST_ANSWER = 16 * 1024;

/**
 * One POST through the guarded dialler. No redirect is followed: a signed body goes to the address that was written or
 * nowhere.
 * @throws RefusedAddress, or what the network says
 */
export async function postOut(dialler: Dialler, { url, origin, ...call }: OutgoingCall): Promise<CallAnswer> {
  const asked = request(url, { ...call, method: 'POST', dispatcher: dialler.towards(origin) });
  const response = await Promise.race([asked, endOf(call.signal)]);
  return { status: response.statusCode, text: await beginningOf(response.body) };
}

/** The status is what counts; a fault while the rest is read, or more of it than anybody needs, changes nothing. */
async function beginningOf(body: Dispatcher.ResponseData['body']): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      length += chunk.length;
      if (length >= LONGEST_ANSWER) break;
    }
  } catch {
    // What had come until then is what was answered.
  }
  return Buffer.concat(chunks).subarray(0, LONGEST_ANSWER).toString('utf8');
}
