import { randomBytes } from 'node:crypto';
import { ConflictException, Injectable, NotFoundException } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { IntakeView, IntakeWithSecret, NewIntake } from '../../contract/intake.js';
import type { Person } from '../../contract/session.js';
import { append } from '../../journal/append.js';

const SECRET_BYTES = 32;

type Row = Omit<IntakeView, 'createdAt' | 'revokedAt' | 'lastReceivedAt'> & {
  createdAt: Date;
  revokedAt: Date | null;
  lastReceivedAt: Date | null;
};

const SELECT = `
  select i.id, s.name, s.tier, s.family, i.created_at as "createdAt", i.revoked_at as "revokedAt",
    i.last_received_at as "lastReceivedAt", i.received::float8 as received
  from intake i join source s on s.id = i.id`;

function viewOf(row: Row): IntakeView {
  return {
    ...row,
    createdAt: row.createdAt.toISOString(),
    revokedAt: row.revokedAt?.toISOString() ?? null,
    lastReceivedAt: row.lastReceivedAt?.toISOString() ?? null,
  };
}

const newSecret = (): string => randomBytes(SECRET_BYTES).toString('base64url');

/** The monitoring services that may send us articles. A secret is told once, to whoever made it. */
@Injectable()
export class Intakes {
  constructor(private readonly db: DataSource) {}

  async list(): Promise<IntakeView[]> {
    const rows = await this.db.query<Row[]>(`${SELECT} order by i.revoked_at is not null, i.id`);
    return rows.map(viewOf);
  }

  /** The articles of an intake belong to a source of its own, which is never visited. @throws ConflictException when the id is taken */
  add({ id, name, tier, family }: NewIntake, by: Person): Promise<IntakeWithSecret> {
    return this.db.transaction(async (tx) => {
      const [source] = await tx.query<object[]>(
        `insert into source (id, name, url, tier, family, origin, enabled) values ($1, $2, '', $3, $4, 'api', false)
         on conflict (id) do nothing returning id`,
        [id, name, tier, family],
      );
      if (!source) throw new ConflictException(`编号已被使用：${id} · this id is in use: choose another`);
      const secret = newSecret();
      await tx.query('insert into intake (id, secret) values ($1, $2)', [id, secret]);
      const view = await readIntake(tx, id);
      await append(tx, [{ kind: 'intake.created', incidentId: null, actor: by.id, data: { intakeId: id, tier } }]);
      return { ...view, secret };
    });
  }

  /** The old secret is dead at once, also for calls that are under way. @throws ConflictException when the intake was revoked */
  renewSecret(id: string, by: Person): Promise<IntakeWithSecret> {
    return this.db.transaction(async (tx) => {
      const { revokedAt } = await readIntake(tx, id, 'for update of i');
      if (revokedAt !== null)
        throw new ConflictException('该接入已停用，请新建一个 · this intake was revoked: make another one');
      const secret = newSecret();
      await tx.query('update intake set secret = $2 where id = $1', [id, secret]);
      const view = await readIntake(tx, id);
      await append(tx, [{ kind: 'intake.secret_renewed', incidentId: null, actor: by.id, data: { intakeId: id } }]);
      return { ...view, secret };
    });
  }

  /** For good; its articles stay. Revoked again, it stays as it was. */
  revoke(id: string, by: Person): Promise<IntakeView> {
    return this.db.transaction(async (tx) => {
      const { revokedAt } = await readIntake(tx, id, 'for update of i');
      await tx.query('update intake set revoked_at = coalesce(revoked_at, app_now()) where id = $1', [id]);
      const view = await readIntake(tx, id);
      const row = { kind: 'intake.revoked', incidentId: null, actor: by.id, data: { intakeId: id } };
      if (revokedAt === null) await append(tx, [row]);
      return view;
    });
  }
}

async function readIntake(tx: EntityManager, id: string, lock = ''): Promise<IntakeView> {
  const [row] = await tx.query<Row[]>(`${SELECT} where i.id = $1 ${lock}`, [id]);
  if (!row) throw new NotFoundException('没有这个接入 · there is no such intake');
  return viewOf(row);
}
