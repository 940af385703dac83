import ipaddr from 'ipaddr.js';

/**
 * Where a request comes from, as far as counting goes: an IPv4 address, or the /64 of an IPv6 address, within which a
 * machine changes its address by itself.
 */
export function placeOf(address: string | undefined): string {
  if (address === undefined || !ipaddr.isValid(address)) return 'unknown';
  const parsed = ipaddr.process(address);
  if (parsed instanceof ipaddr.IPv4 || parsed.range() === 'loopback') return parsed.toString();
  return `${new ipaddr.IPv6([...parsed.parts.slice(0, 4), 0, 0, 0, 0]).toString()}/64`;
}
