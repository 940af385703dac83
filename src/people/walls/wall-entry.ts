import { ConflictException, Injectable, UnauthorizedException } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { PROBLEM_TYPES } from '../../contract/problem-types.js';
import type { WallName } from '../../contract/wall.js';
import { append } from '../../journal/append.js';
import { SignInTries } from '../sign-in-tries.js';
import { hashOf, newToken } from './wall-token.js';

type Known = WallName & { exchanged: boolean; revoked: boolean };

/** Longer than any user name that sign-in takes: neither counts for the other. */
const COUNTED_AS = 'wall'.padEnd(65);
/** How often a wall's being there is noted, s. */
const NOTED_EVERY_S = 60;

const KNOWN = `select id, name, place, exchanged_at is not null as exchanged, revoked_at is not null as revoked from wall`;

/** From a link to a wall's own secret, once; and which wall is behind a secret. */
@Injectable()
export class WallEntry {
  constructor(
    private readonly db: DataSource,
    private readonly tries: SignInTries,
  ) {}

  /**
   * Failures are counted by address, as those of sign-in are.
   * @param place where the request comes from
   * @returns the wall and its secret, or the seconds until this address may try again
   * @throws UnauthorizedException unknown or revoked; ConflictException exchanged before
   */
  async exchange(token: string, place: string): Promise<{ wall: WallName; secret: string } | number> {
    const taken = await this.tries.take(COUNTED_AS + place, null, place);
    if (typeof taken === 'number') return taken;
    return this.db.transaction(async (tx) => {
      const [known] = await tx.query<Known[]>(`${KNOWN} where token_hash = $1 for update`, [hashOf(token)]);
      const wall = present(known);
      if (known?.exchanged) throw linkUsed();
      const secret = newToken();
      await tx.query('update wall set session_hash = $2, exchanged_at = app_now() where id = $1', [
        wall.id,
        hashOf(secret),
      ]);
      await this.tries.forget(tx, taken);
      const data = { wallId: wall.id, name: wall.name, address: place };
      await append(tx, [{ kind: 'wall.exchanged', incidentId: null, actor: 'system:people', data }]);
      return { wall, secret };
    });
  }

  /** @throws UnauthorizedException this secret is nobody's, or the wall was revoked */
  async wallBehind(secret: string | null): Promise<WallName> {
    if (secret === null) throw unknown();
    const [known] = await this.db.query<Known[]>(`${KNOWN} where session_hash = $1`, [hashOf(secret)]);
    return present(known);
  }

  /** Which of these walls are still walls; that they are there is noted. */
  async present(ids: string[], db: EntityManager = this.db.manager): Promise<Set<string>> {
    if (ids.length === 0) return new Set();
    await db.query(
      `update wall set last_seen_at = app_now() where id = any($1) and revoked_at is null
         and (last_seen_at is null or last_seen_at < app_now() - make_interval(secs => $2))`,
      [ids, NOTED_EVERY_S],
    );
    const rows = await db.query<{ id: string }[]>('select id from wall where id = any($1) and revoked_at is null', [
      ids,
    ]);
    return new Set(rows.map(({ id }) => id));
  }
}

function present(known: Known | undefined): WallName {
  if (!known) throw unknown();
  const { id, name, place, revoked } = known;
  if (!revoked) return { id, name, place };
  const message = '此大屏已停用,请管理员新建一个 · this wall was revoked: ask the administrator for a new link';
  throw new UnauthorizedException({ message, type: PROBLEM_TYPES.wallRevoked });
}

function unknown(): UnauthorizedException {
  const message = '链接或凭证无效,请向管理员索取大屏链接 · no wall is known by this: ask the administrator for a link';
  return new UnauthorizedException({ message, type: PROBLEM_TYPES.wallUnknown });
}

function linkUsed(): ConflictException {
  const message =
    '此链接已在别处用过,只能用一次;若不是您,请管理员停用此大屏 · this link was used before: if not by you, have the wall revoked';
  return new ConflictException({ message, type: PROBLEM_TYPES.wallLinkUsed });
}
