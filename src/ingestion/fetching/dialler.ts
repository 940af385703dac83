import { Agent, buildConnector } from 'undici';
import { checkLiteral, guardedLookup, type Lookup } from './address-guard.js';

export interface DiallerOptions {
  /** Dials private addresses too: only for what the configuration file names. */
  allowPrivateNetwork: boolean;
  connectTimeoutMs?: number;
  /** The name service; tests put their own in its place. */
  lookup?: Lookup | undefined;
}

const CONNECT_TIMEOUT_MS = 10_000;
const LONGEST_HEADERS = 32 * 1024;
const SILENCE_MS = 30_000;

/**
 * The agent through which the product dials outward. Addresses are judged at the moment of dialling, by number, never by
 * name; a refusal comes out as RefusedAddress.
 */
export function createDialler({ allowPrivateNetwork, connectTimeoutMs, lookup }: DiallerOptions): Agent {
  const timeout = connectTimeoutMs ?? CONNECT_TIMEOUT_MS;
  const open = buildConnector({ timeout, ...(lookup ? { lookup: openLookup(lookup) } : {}) });
  const guarded = buildConnector({ timeout, lookup: guardedLookup(lookup) });
  return new Agent({
    connect: allowPrivateNetwork ? open : checkedFirst(guarded),
    maxHeaderSize: LONGEST_HEADERS,
    headersTimeout: SILENCE_MS,
    bodyTimeout: SILENCE_MS,
  });
}

/** `net.connect` asks no name service for a host written in figures, so these are checked before. */
function checkedFirst(connect: buildConnector.connector): buildConnector.connector {
  return (options, callback) => {
    try {
      checkLiteral(options.hostname);
    } catch (error) {
      callback(error as Error, null);
      return;
    }
    connect(options, callback);
  };
}

type NetLookup = ReturnType<typeof guardedLookup>;

function openLookup(lookup: Lookup): NetLookup {
  return (hostname, options, callback) =>
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      const [first] = addresses;
      if (error || options.all || !first) return callback(error, addresses);
      return callback(null, first.address, first.family);
    });
}
