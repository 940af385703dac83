import { isFarChannel } from '../channels/channels.js';
import type { Settings } from '../settings/settings.js';
import type { OwnWay } from './roster-reading.js';
import { BOARD, type Reachable, senderMissing, type Way } from './way.js';

/**
 * How a person is reached: by the board, and by the best way of each channel. A way that nobody has proven may lead to a
 * stranger; it is used only while the person has no proven one.
 */
export function ownWays(accountId: string, stated: readonly OwnWay[], settings: Pick<Settings, 'env'>): Reachable {
  const reach: Reachable = { recipient: accountId, ways: [BOARD], missing: [] };
  const usable = usableOf(stated);
  if (usable.length === 0) reach.missing.push('没有登记联系方式 · has stated no way to be reached (/me/ways)');
  for (const { channel, address, proven } of usable) {
    if (reach.ways.some((way) => way.channel === channel)) continue;
    const missing = isFarChannel(channel)
      ? senderMissing(channel, settings)
      : `${channel}: 没有这个渠道 · no such channel`;
    if (missing !== null) reach.missing.push(missing);
    else reach.ways.push({ channel: channel as Way['channel'], address, origin: 'form', proven });
  }
  return { ...reach, missing: [...new Set(reach.missing)] };
}

function usableOf(stated: readonly OwnWay[]): readonly OwnWay[] {
  const proven = stated.filter((way) => way.proven);
  return proven.length > 0 ? proven : stated;
}
