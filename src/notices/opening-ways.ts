import { isAccountId } from '../roster/address-book.js';
import { farWays, type Reachable, type Way } from '../roster/way.js';

/**
 * The ways by which someone is told at once. A person: the board and the first of his own ways, the next one when that
 * fails. A shared mailbox: every way, for what reads a webhook is not who reads the mail.
 */
export function openingWays({ recipient, ways }: Reachable): Way[] {
  if (!isAccountId(recipient)) return ways;
  return [...ways.filter((way) => way.channel === 'board'), ...farWays(ways).slice(0, 1)];
}
