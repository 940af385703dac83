import { Injectable, NotFoundException } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { NewWall, WallView, WallWithToken } from '../../contract/wall.js';
import type { Person } from '../../contract/session.js';
import { append } from '../../journal/append.js';
import { hashOf, newToken } from './wall-token.js';

interface Row {
  id: string;
  name: string;
  place: string;
  madeAt: Date;
  exchangedAt: Date | null;
  lastSeenAt: Date | null;
  revokedAt: Date | null;
}

const SELECT = `select id, name, place, made_at as "madeAt", exchanged_at as "exchangedAt", last_seen_at as "lastSeenAt",
  revoked_at as "revokedAt" from wall`;

/** Which screens may show the wall's picture: made and revoked by an administrator. */
@Injectable()
export class Walls {
  constructor(private readonly db: DataSource) {}

  /** Those in use first, the newest first. */
  async list(): Promise<WallView[]> {
    const rows = await this.db.query<Row[]>(`${SELECT} order by revoked_at is not null, made_at desc, id`);
    return rows.map(viewOf);
  }

  /** The token is told this once. */
  make({ name, place }: NewWall, by: Person): Promise<WallWithToken> {
    return this.db.transaction(async (tx) => {
      const token = newToken();
      const [made] = await tx.query<{ id: string }[]>(
        'insert into wall (name, place, token_hash, made_by) values ($1, $2, $3, $4) returning id',
        [name, place, hashOf(token), by.id],
      );
      const view = await readWall(tx, made?.id ?? '');
      const data = { wallId: view.id, name, place };
      await append(tx, [{ kind: 'wall.made', incidentId: null, actor: by.id, data }]);
      return { ...view, token };
    });
  }

  /** For good, whether its link was exchanged or not. Revoked again, it stays as it was. @throws NotFoundException */
  revoke(id: string, by: Person): Promise<WallView> {
    return this.db.transaction(async (tx) => {
      const { revokedAt } = await readWall(tx, id, 'for update');
      if (revokedAt === null)
        await tx.query('update wall set revoked_at = app_now(), revoked_by = $2 where id = $1', [id, by.id]);
      const view = await readWall(tx, id);
      const row = { kind: 'wall.revoked', incidentId: null, actor: by.id, data: { wallId: id, name: view.name } };
      await append(tx, revokedAt === null ? [row] : []);
      return view;
    });
  }
}

async function readWall(tx: EntityManager, id: string, lock = ''): Promise<WallView> {
  const [row] = await tx.query<Row[]>(`${SELECT} where id = $1 ${lock}`, [id]);
  if (!row) throw new NotFoundException('没有这个大屏 · there is no such wall');
  return viewOf(row);
}

function viewOf({ madeAt, exchangedAt, lastSeenAt, revokedAt, ...row }: Row): WallView {
  return {
    ...row,
    madeAt: madeAt.toISOString(),
    exchangedAt: exchangedAt?.toISOString() ?? null,
    lastSeenAt: lastSeenAt?.toISOString() ?? null,
    revokedAt: revokedAt?.toISOString() ?? null,
  };
}
