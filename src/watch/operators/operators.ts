import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { PRESS_OFFICE } from '../../domain/press-office.js';
import { Channels } from '../../notices/channels.js';
import { isAccountId } from '../../roster/address-book.js';
import { OPERATORS, sharedMailbox } from '../../roster/shared-mailbox.js';
import { type FarWay, farWays, type Reachable } from '../../roster/way.js';
import { whoStands } from '../../roster/who-stands.js';
import { Settings } from '../../settings/settings.js';
import type { Words } from './words.js';

/** Time limit of one attempt, ms of real time. */
const ATTEMPT_MS = 10_000;
/** For asking the database who they are: it may be the very thing that is broken. */
const ASKING_MS = 2_000;

type OperatorWay = FarWay & { recipient: string };

/**
 * Calls those who keep the product running, past queue, outbox and worker: by every way of their shared mailbox, and by every proven
 * way of each administrator.
 */
@Injectable()
export class Operators implements OnApplicationBootstrap {
  private readonly logger = new Logger(Operators.name);
  /** The administrators as they were last known: while the database is away, they are to hear of that. */
  private persons: Reachable[] = [];

  constructor(
    private readonly db: DataSource,
    private readonly settings: Settings,
    private readonly channels: Channels,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.lookUp();
  }

  /** Looks again who the administrators are and how each is reached; as far as the database answers. */
  async lookUp(): Promise<void> {
    const none = { lead: PRESS_OFFICE, co: [] };
    const asked = whoStands(this.db.manager, this.settings, 'operators', none);
    const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), ASKING_MS).unref());
    const who = await Promise.race([asked, late]).catch(() => null);
    if (who) this.persons = who.filter(({ recipient }) => isAccountId(recipient));
  }

  /**
   * @param about names the matter and the occasion: a repeated attempt bears the same
   * @returns false when there are ways and none of them worked
   */
  async tell(words: Words, about: string): Promise<boolean> {
    this.logger.error(`${words.subject.zh} · ${words.subject.en}`);
    await this.lookUp();
    const ways = this.ways();
    if (ways.length === 0) {
      this.logger.error(
        'policy.yaml › operators.contacts 未设置,管理员也没有已验证的联系方式,无人收到 · is not set and no administrator has a proven way: nobody is told',
      );
      return true;
    }
    const taken = await Promise.all(ways.map((way) => this.send(way, words, about)));
    return taken.includes(true);
  }

  /** Each place once, though a person may have stated the address of the mailbox. */
  private ways(): OperatorWay[] {
    const mailbox = farWays(sharedMailbox(OPERATORS, this.settings).ways).map((way) => ({
      ...way,
      recipient: OPERATORS,
    }));
    const own = this.persons.flatMap(({ recipient, ways }) =>
      farWays(ways).flatMap((way) => (way.proven ? [{ ...way, recipient }] : [])),
    );
    const places = new Map([...own, ...mailbox].map((way) => [`${way.channel} ${way.address}`, way]));
    return [...places.values()];
  }

  private async send(
    { channel, address, origin, recipient }: OperatorWay,
    words: Words,
    about: string,
  ): Promise<boolean> {
    try {
      const idempotencyKey = `${about}:${recipient}:${channel}`;
      const outgoing = { id: about, alertId: about, idempotencyKey, address, origin };
      await this.channels
        .named(channel)
        ?.send({ ...outgoing, text: { recipient, ...words } }, AbortSignal.timeout(ATTEMPT_MS));
      return true;
    } catch (error) {
      this.logger.error(`未能通知运维 · operators not reached by ${channel}: ${String(error)}`);
      return false;
    }
  }
}
