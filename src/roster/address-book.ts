import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Settings } from '../settings/settings.js';
import { ownWays } from './own-ways.js';
import { readWays } from './roster-reading.js';
import { hasAddress, sharedMailbox } from './shared-mailbox.js';
import { type FarWay, farWays, type Reachable } from './way.js';

const ACCOUNT_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a recipient is a person; else it is the code of a shared mailbox. */
export const isAccountId = (recipient: string): boolean => ACCOUNT_ID.test(recipient);

/** An address to send to, or why there is none and whether there may be one later. */
export type Lookup = Pick<FarWay, 'address' | 'origin'> | { missing: string; permanent: boolean };

/** Where a recipient is reached by a channel as things stand now. */
@Injectable()
export class AddressBook {
  constructor(
    private readonly db: DataSource,
    private readonly settings: Settings,
  ) {}

  /**
   * Asked at each attempt, so that a corrected address counts for what is still waiting. A sender that is not set
   * (SMTP_URL, WEBHOOK_SECRET) is waited for: the next start may have it again.
   */
  async find(recipient: string, channel: string): Promise<Lookup> {
    if (!isAccountId(recipient)) {
      const permanent = !hasAddress(recipient, channel, this.settings);
      return pick(sharedMailbox(recipient, this.settings), channel, permanent);
    }
    const stated = await readWays(this.db.manager, recipient);
    if (stated === null) return { missing: '账号已停用或不存在 · the account is disabled or gone', permanent: true };
    const permanent = !stated.some((way) => way.channel === channel);
    return pick(ownWays(recipient, stated, this.settings), channel, permanent);
  }

  /** Channels that reach a recipient as things stand, in the order in which they are to be tried. */
  async ways(recipient: string): Promise<FarWay['channel'][]> {
    if (!isAccountId(recipient)) return farWays(sharedMailbox(recipient, this.settings).ways).map((way) => way.channel);
    const stated = await readWays(this.db.manager, recipient);
    return farWays(ownWays(recipient, stated ?? [], this.settings).ways).map((way) => way.channel);
  }
}

function pick({ ways, missing }: Reachable, channel: string, permanent: boolean): Lookup {
  const way = farWays(ways).find((one) => one.channel === channel);
  if (way) return { address: way.address, origin: way.origin };
  const why = missing.find((one) => one.startsWith(channel)) ?? `${channel}: 没有登记地址 · no address stated`;
  return { missing: why, permanent };
}
