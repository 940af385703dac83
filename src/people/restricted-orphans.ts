import { UnprocessableEntityException } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { may, ROLES } from '../domain/rights.js';
import type { Account } from './account.entity.js';

/** Who may widen or lift a restriction, once they see the matter. */
const KEEPERS = ROLES.filter((role) => may(role, 'incident.restrict'));

/**
 * A restricted matter whose last keeper goes could be seen by nobody who may act on it.
 * @throws UnprocessableEntityException with the number of the case
 */
export async function refuseOrphans(
  tx: EntityManager,
  account: Account,
  wanted: Pick<Account, 'role' | 'disabledAt'>,
): Promise<void> {
  if (wanted.disabledAt === null && KEEPERS.includes(wanted.role)) return;
  const [orphan] = await tx.query<{ number: string }[]>(
    `select i.number from incident i
     where $1 = any(i.restricted_to) and i.status <> 'dismissed' and not exists (
       select from account a
       where a.id = any(i.restricted_to) and a.id <> $1 and a.disabled_at is null and a.role = any($2))
     limit 1`,
    [account.id, KEEPERS],
  );
  if (!orphan) return;
  throw new UnprocessableEntityException(
    `该账号是限知事项 ${orphan.number} 唯一在用的知情值班员,请先增列他人或解除限知 · the only active keeper of the restricted matter ${orphan.number}: name another one or lift it first`,
  );
}
