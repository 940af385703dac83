import { ConflictException, Injectable, NotFoundException } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { ChangeWay, NewWay, OwnWays, WayOfPerson, WayView } from '../../contract/way.js';
import type { Person } from '../../contract/session.js';
import { FAR_CHANNELS } from '../../channels/channels.js';
import { append } from '../../journal/append.js';
import { senderMissing } from '../../roster/way.js';
import { Settings } from '../../settings/settings.js';
import { allWays, ownWay, waysOf } from './way-reader.js';

const MOST_WAYS = 12;

/** What a person states of how he is reached. The journal names ways by id, never an address. */
@Injectable()
export class WayChanges {
  constructor(
    private readonly db: DataSource,
    private readonly settings: Settings,
  ) {}

  async own(person: Person): Promise<OwnWays> {
    const channels = FAR_CHANNELS.map((channel) => ({
      channel,
      ready: senderMissing(channel, this.settings) === null,
    }));
    return { items: await waysOf(this.db.manager, person.id), channels };
  }

  all(): Promise<WayOfPerson[]> {
    return allWays(this.db.manager);
  }

  /** An address stated again is enabled again, and has to be proven anew if it was disabled. @throws ConflictException too many */
  add(by: Person, { channel, address, rank }: NewWay): Promise<WayView> {
    return this.db.transaction(async (tx) => {
      await tx.query('select 1 from account where id = $1 for no key update', [by.id]);
      const before = await waysOf(tx, by.id);
      const same = before.find((way) => way.channel === channel && way.address === address);
      if (same && same.disabledAt === null && same.rank === rank) return same;
      if (before.filter((way) => way.disabledAt === null).length >= MOST_WAYS && (!same || same.disabledAt !== null))
        throw new ConflictException(`每人至多登记 ${MOST_WAYS} 个联系方式 · at most ${MOST_WAYS} ways a person`);
      const [row] = await tx.query<{ id: string }[]>(
        `insert into contact_way as w (account_id, channel, address, rank) values ($1, $2, $3, $4)
         on conflict (account_id, channel, address) do update set rank = excluded.rank, disabled_at = null,
           proven_at = case when w.disabled_at is null then w.proven_at end
         returning id`,
        [by.id, channel, address, rank],
      );
      return told(tx, by, row?.id ?? '', same ? 'way.changed' : 'way.added');
    });
  }

  /** @throws NotFoundException not a way of this person */
  change(by: Person, id: string, { rank, disabled }: ChangeWay): Promise<WayView> {
    return this.db.transaction(async (tx) => {
      await tx.query('select 1 from contact_way where id = $1 for update', [id]);
      const before = await mine(tx, by, id);
      const off = disabled ?? before.disabledAt !== null;
      if ((rank ?? before.rank) === before.rank && off === (before.disabledAt !== null)) return before;
      await tx.query(
        `update contact_way set rank = $2, proof_hash = null,
           proven_at = case when disabled_at is not null and not $3 then null else proven_at end,
           disabled_at = case when $3 then coalesce(disabled_at, app_now()) end
         where id = $1`,
        [id, rank ?? before.rank, off],
      );
      return told(tx, by, id, off && before.disabledAt === null ? 'way.disabled' : 'way.changed');
    });
  }
}

/** @throws NotFoundException not a way of this person */
export async function mine(tx: EntityManager, by: Person, id: string): Promise<WayView> {
  const way = await ownWay(tx, by.id, id);
  if (!way) throw new NotFoundException('您没有这个联系方式 · this is no way of yours');
  return way;
}

/** Last in a transaction: the way as it stands, and a row of the journal. */
export async function told(tx: EntityManager, by: Person, id: string, kind: string): Promise<WayView> {
  const way = await mine(tx, by, id);
  const data = { wayId: id, channel: way.channel, rank: way.rank };
  await append(tx, [{ kind, incidentId: null, actor: by.id, data }]);
  return way;
}
