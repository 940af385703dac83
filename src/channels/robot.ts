import type { Dialler } from '../network/dialler.js';
import { postOut } from '../network/outgoing-call.js';
import { DeliveryError, type Outgoing, type Taken } from './channel.js';

/** A robot's address: where to call, its secret, and whom it mentions. What stands behind `#` is never sent. */
export interface RobotAddress {
  url: URL;
  secret: string | null;
  phones: string[];
  ids: string[];
  everyone: boolean;
}

const PHONE = /^(\+?\d{1,4}-)?\d{5,15}$/;

/** Reads `https://robot/send?key=…#secret=…&at=13800000000,zhangsan,all`. */
export function robotAddress(address: string): RobotAddress {
  if (!URL.canParse(address)) throw new DeliveryError('机器人地址不是网址 · the robot’s address is no URL', true);
  const url = new URL(address);
  const beside = new URLSearchParams(url.hash.slice(1));
  url.hash = '';
  const at = (beside.get('at') ?? '').split(',').filter(Boolean);
  return {
    url,
    secret: beside.get('secret'),
    phones: at.filter((one) => PHONE.test(one)),
    ids: at.filter((one) => one !== 'all' && !PHONE.test(one)),
    everyone: at.includes('all'),
  };
}

/** What a code inside the answer means; a code that is not named is worth retrying. */
export interface RobotCodes {
  permanent: ReadonlySet<number>;
  /** Too much at once: seconds to leave the robot alone. */
  busy: ReadonlyMap<number, number>;
}

/** HTTP answers that speak of the moment, not of the message. */
const WORTH_RETRYING = new Set([408, 425, 429]);
const BUSY_SECONDS = 60;

/**
 * One message to a robot. Robots answer 200 whatever comes of it: what counts is the code in the answer.
 * @param codes what the robot's codes mean; a message that speaks of a limit is one, whatever its code
 */
export async function callRobot(
  dialler: Dialler,
  { origin, idempotencyKey }: Outgoing,
  call: { url: URL; body: object; signal: AbortSignal },
  codes: RobotCodes,
): Promise<Taken> {
  const { status, text } = await postOut(dialler, {
    url: call.url.href,
    origin,
    signal: call.signal,
    headers: { 'content-type': 'application/json; charset=utf-8', 'idempotency-key': idempotencyKey },
    body: JSON.stringify(call.body),
  });
  if (status < 200 || status >= 300) throw refusedByStatus(status);
  const { code, message } = meaningOf(text);
  const answer = `${code} ${message}`.slice(0, 300);
  if (code === 0) return { answer };
  const wait = codes.busy.get(code) ?? (/too (fast|many)|limit|限流/i.test(message) ? BUSY_SECONDS : 0);
  throw new DeliveryError(answer, wait === 0 && codes.permanent.has(code), wait);
}

function refusedByStatus(status: number): DeliveryError {
  const permanent = status >= 400 && status < 500 && !WORTH_RETRYING.has(status);
  return new DeliveryError(`HTTP ${status}`, permanent, status === 429 ? BUSY_SECONDS : 0);
}

/** 企业微信 and 钉钉 say errcode and errmsg, 飞书 says code and msg (before: StatusCode and StatusMessage). */
function meaningOf(text: string): { code: number; message: string } {
  const said = parsed(text);
  const code = [said['errcode'], said['code'], said['StatusCode']].find((one) => typeof one === 'number');
  const message = [said['errmsg'], said['msg'], said['StatusMessage']].find((one) => typeof one === 'string');
  if (code === undefined)
    throw new DeliveryError(
      '回答里没有结果代码,请核对机器人地址 · no code in the answer, check the robot’s address',
      false,
    );
  return { code: code, message: message ?? '' };
}

function parsed(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
