import type { z } from 'zod';
import { type Channel, DeliveryError, type Outgoing, type Taken } from './channel.js';
import { CHANNEL_VARIABLES } from './channels.js';

type SenderVariables = Partial<z.output<z.ZodObject<typeof CHANNEL_VARIABLES>>>;

const CUT = '…';
/** Shorter strings are words, and would tear holes into an answer. */
const SHORTEST = 6;
/** A piece of a path so long is a robot's key. */
const LONG_PIECE = 16;

const URLS = /\b([a-z][a-z0-9+.-]*:\/\/)(?:[^\s/@"'<>]+@)?([^\s?#"'<>]*)(?:[?#][^\s"'<>]*)?/gi;
const NAMED =
  /((?:access_?token|api_?key|token|secret|signature|sign|password|passwd|pwd|key)["']?\s*[:=]\s*["']?)[^\s"',;&})]+/gi;
const BEARER = /\b((?:bearer|basic)\s+)[\w.~+/=-]+/gi;
const CODES = /\b(?:[0-9a-f]{32,}\b|[A-Za-z0-9+/]{40,}={0,2})/g;

/**
 * What a provider said, as it may be stored, logged and shown: without the secrets we know of, without anything that is
 * called a secret, and with addresses cut before their query.
 */
export function withoutSecrets(words: string, secrets: readonly string[]): string {
  const known = secrets
    .filter((one) => one.length >= SHORTEST)
    .sort((a, b) => b.length - a.length)
    .reduce((text, secret) => withoutTail(text.replaceAll(secret, CUT), secret), words);
  return known
    .replace(URLS, (_, scheme: string, rest: string) => `${scheme}${rest}`)
    .replace(BEARER, `$1${CUT}`)
    .replace(NAMED, `$1${CUT}`)
    .replace(CODES, CUT);
}

/** An answer may have been cut in the midst of a secret. */
function withoutTail(text: string, secret: string): string {
  for (let length = secret.length - 1; length >= SHORTEST; length -= 1)
    if (text.endsWith(secret.slice(0, length))) return text.slice(0, -length) + CUT;
  return text;
}

/** What of an address only its holder should know. */
function secretsOf(address: string | undefined): string[] {
  if (!address || !URL.canParse(address)) return [];
  const { username, password, pathname, search, hash } = new URL(address);
  const pieces = pathname.split('/').filter((piece) => piece.length >= LONG_PIECE);
  const values = [search, new URLSearchParams(hash.slice(1)).get('secret') ?? ''].flatMap((part) =>
    part.startsWith('?') ? [...new URLSearchParams(part).values()] : [part],
  );
  return [username, password, ...pieces, ...values].flatMap((one) => [one, decoded(one)]);
}

function decoded(piece: string): string {
  try {
    return decodeURIComponent(piece);
  } catch {
    return piece;
  }
}

/** The secrets of the office's own senders: of every variable of a channel what its form shows to be one. */
export function secretsOfSenders(env: SenderVariables): string[] {
  return Object.keys(CHANNEL_VARIABLES).flatMap((name) => secretsIn(name, env[name]));
}

/** A secret by its name, what an address hides, and every header's value. */
function secretsIn(name: string, value: unknown): string[] {
  if (typeof value === 'string') return /SECRET|TOKEN|PASSWORD|KEY/.test(name) ? [value] : secretsOf(value);
  if (value === null || typeof value !== 'object' || value instanceof RegExp) return [];
  return Object.values(value).flatMap((one) => (typeof one === 'string' ? [one, ...one.split(/\s+/)] : []));
}

/** A channel that repeats no secret, whatever its receiver answers and whatever goes wrong. */
export class DiscreetChannel implements Channel {
  constructor(
    private readonly channel: Channel,
    private readonly env: SenderVariables,
  ) {}

  get perMinute(): number | undefined {
    return this.channel.perMinute;
  }

  async send(notice: Outgoing, signal: AbortSignal): Promise<Taken> {
    const cut = (words: string) => withoutSecrets(words, [...secretsOfSenders(this.env), ...secretsOf(notice.address)]);
    try {
      const taken = await this.channel.send(notice, signal);
      return { ...taken, answer: cut(taken.answer) };
    } catch (error) {
      const words = cut(error instanceof Error ? error.message : String(error));
      if (error instanceof DeliveryError) throw new DeliveryError(words, error.permanent, error.waitSeconds);
      throw new DeliveryError(words, false);
    }
  }
}
