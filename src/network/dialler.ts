import { Agent, buildConnector } from 'undici';
import { checkLiteral, guardedLookup, type Lookup } from './address-guard.js';
import { checkPort } from './port-guard.js';

/**
 * Where an address was written: in a file of the office, which may name machines of its own network, or anywhere else (a
 * form, the database, a redirect), where only public addresses may be named.
 */
export type AddressOrigin = 'file' | 'form';

export interface DiallerOptions {
  connectTimeoutMs?: number;
  /** How long an idle connection is kept for the next call. */
  keepAliveMs?: number;
  /** The name service; tests put their own in its place. */
  lookup?: Lookup | undefined;
}

const CONNECT_TIMEOUT_MS = 10_000;
const KEEP_ALIVE_MS = 4_000;
const LONGEST_HEADERS = 32 * 1024;
const SILENCE_MS = 30_000;

/**
 * The only way out: feed visits, evidence and every webhook dial through it. Unless a file of the office names the address,
 * it is judged at the moment of dialling, by number, never by name; a refusal comes out as RefusedAddress. No proxy of the
 * environment is used, no cookie kept, no redirect followed.
 */
export class Dialler {
  private readonly guarded: Agent;
  private readonly open: Agent;

  constructor(options: DiallerOptions = {}) {
    const { connectTimeoutMs: timeout = CONNECT_TIMEOUT_MS, lookup } = options;
    const open = buildConnector({ timeout, ...(lookup ? { lookup: openLookup(lookup) } : {}) });
    const guarded = checkedFirst(buildConnector({ timeout, lookup: guardedLookup(lookup) }));
    this.open = agent(open, options);
    this.guarded = agent(guarded, options);
  }

  /** The agent for an address; guarded unless the address stands in a file. */
  towards(origin: AddressOrigin = 'form'): Agent {
    return origin === 'file' ? this.open : this.guarded;
  }

  /** Breaks off what is under way. */
  async destroy(): Promise<void> {
    await Promise.all([this.guarded.destroy(), this.open.destroy()]);
  }
}

function agent(connect: buildConnector.connector, { keepAliveMs = KEEP_ALIVE_MS }: DiallerOptions): Agent {
  return new Agent({
    connect,
    keepAliveTimeout: keepAliveMs,
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
      checkPort(options.port);
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
