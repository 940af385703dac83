import { lookup as systemLookup, type LookupAddress, type LookupOptions } from 'node:dns';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { RefusedAddress } from './refused-address.js';

/** Asks the name service for every address of a host. */
export type Lookup = (
  hostname: string,
  options: LookupOptions & { all: true },
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/** Public by its range, yet the inner service of a cloud. */
const INNER_SERVICES = new Set(['168.63.129.16']);
const GLOBAL_IPV6 = ipaddr.parseCIDR('2000::/3');

/** True only for globally routable unicast addresses; IPv4 written inside IPv6 is judged as the IPv4 it is. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  if (parsed.range() !== 'unicast' || INNER_SERVICES.has(parsed.toString())) return false;
  return parsed.kind() === 'ipv4' || parsed.match(GLOBAL_IPV6);
}

function privateAddress(hostname: string, address: string): RefusedAddress {
  return new RefusedAddress(
    `${hostname} 指向内网或保留地址 ${address}，已拒绝；只有配置文件可以写内网地址（来源须设 allowPrivateNetwork） · ` +
      `private or reserved address refused; only a configuration file may name one (a source with allowPrivateNetwork)`,
  );
}

/** Names that stand for this machine or its own network, whatever the resolver says. */
const LOCAL_NAME = /^(localhost|.*\.(localhost|local|internal))$/i;

/** @throws RefusedAddress when the host is written as an address, or a name, that is not public */
export function checkLiteral(hostname: string): void {
  const bare = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  if (LOCAL_NAME.test(bare)) throw privateAddress(hostname, bare);
  if (isIP(bare) !== 0 && !isPublicAddress(bare)) throw privateAddress(hostname, bare);
}

type LookupCallback = (error: Error | null, address: string | LookupAddress[], family?: number) => void;

/**
 * A name look-up for `net.connect` that fails unless every address of the host is public. The socket dials just what was
 * checked, so a name that answers differently the next time (rebinding) gains nothing.
 */
export function guardedLookup(lookup: Lookup = systemLookup) {
  return (hostname: string, options: LookupOptions, callback: LookupCallback): void => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, []);
      const refused = addresses.find(({ address }) => !isPublicAddress(address));
      const [first] = addresses;
      if (refused) return callback(privateAddress(hostname, refused.address), []);
      if (!first) return callback(new Error(`${hostname} 没有地址 · has no address`), []);
      if (options.all) return callback(null, addresses);
      return callback(null, first.address, first.family);
    });
  };
}
