import { Injectable, NotFoundException, UnprocessableEntityException } from '@nestjs/common';
import { DataSource, type EntityManager, IsNull } from 'typeorm';
import { StaleVersion } from '../access/stale-version.js';
import type { AccountView, ChangeAccount } from '../contract/account.js';
import type { Person } from '../contract/session.js';
import { databaseNow } from '../database/time.js';
import { isOfBureau } from '../domain/rights.js';
import { append } from '../journal/append.js';
import { Settings } from '../settings/settings.js';
import { bureauFor } from './account-bureau.js';
import { AccountReader } from './account-reader.js';
import { Account } from './account.entity.js';
import { refuseOrphans } from './restricted-orphans.js';

/** Any number that only changes of accounts use: who is the last administrator is decided by one at a time. */
const ACCOUNTS_LOCK = 7_214_907;

/** What one change does. `ends`: whether the sessions of the account end with it. Null: the wish is already true. */
export interface Change {
  kind: string;
  data: Record<string, unknown>;
  ends: boolean;
}
type Plan = (account: Account, tx: EntityManager) => Promise<Change | null>;

/** What an administrator changes of an account; each change is one transaction with its journal row. */
@Injectable()
export class AccountChanges {
  constructor(
    private readonly db: DataSource,
    private readonly reader: AccountReader,
    private readonly settings: Settings,
  ) {}

  /**
   * @param version what the administrator saw; a stale one is refused unless the wish is already true
   * @throws NotFoundException; ConflictException stale version
   */
  async carryOut(id: string, by: Person, version: number | undefined, plan: Plan): Promise<AccountView> {
    return this.db.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock($1)', [ACCOUNTS_LOCK]);
      const account = await tx.findOne(Account, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!account) throw new NotFoundException('没有这个账号 · no such account');
      const seen = account.version;
      const change = await plan(account, tx);
      if (change === null) return this.reader.one(id, tx);
      if (version !== undefined && version !== seen)
        throw new StaleVersion('账号刚被他人改动,请刷新后再试 · somebody changed this account: reload and try again');
      account.version = seen + 1;
      if (change.ends) await endSessions(tx, account);
      await tx.save(account);
      const view = await this.reader.one(id, tx);
      const data = { accountId: id, ...change.data };
      await append(tx, [{ kind: change.kind, incidentId: null, actor: by.id, data }]);
      return view;
    });
  }

  change(id: string, by: Person, wish: ChangeAccount): Promise<AccountView> {
    return this.carryOut(id, by, wish.version, async (account, tx) => {
      const wanted = await this.wanted(account, wish, tx);
      const told = differences(account, wanted);
      if (Object.keys(told).length === 0) return null;
      await refuseWithoutAdministrator(tx, account, wanted);
      await refuseOrphans(tx, account, wanted);
      Object.assign(account, wanted);
      const ends = 'role' in told || 'bureau' in told || told['disabled'] === true;
      return { kind: 'account.changed', data: told, ends };
    });
  }

  revoke(id: string, by: Person): Promise<AccountView> {
    return this.carryOut(id, by, undefined, async (_, tx) => {
      const { openSessions } = await this.reader.one(id, tx);
      return openSessions === 0
        ? null
        : { kind: 'account.sessions_revoked', data: { sessions: openSessions }, ends: true };
    });
  }

  unlock(id: string, by: Person): Promise<AccountView> {
    return this.carryOut(id, by, undefined, async (_, tx) => {
      const { lockedUntil } = await this.reader.one(id, tx);
      await tx.query('delete from sign_in_try where subject = $1', [id]);
      return lockedUntil === null ? null : { kind: 'account.unlocked', data: { lockedUntil }, ends: false };
    });
  }

  private async wanted(account: Account, wish: ChangeAccount, tx: EntityManager): Promise<Wanted> {
    const role = wish.role ?? account.role;
    const bureau = wish.bureau === undefined ? (isOfBureau(role) ? account.bureau : null) : wish.bureau;
    const stays = role === account.role && bureau === account.bureau;
    const disabled = wish.disabled ?? account.disabledAt !== null;
    return {
      role,
      bureau: stays ? bureau : bureauFor(this.settings.rules.bureaus.units, role, bureau, await databaseNow(tx)),
      displayName: wish.displayName ?? account.displayName,
      position: wish.position ?? account.position,
      disabledAt: disabled ? (account.disabledAt ?? (await databaseNow(tx))) : null,
    };
  }
}

type Wanted = Pick<Account, 'role' | 'bureau' | 'displayName' | 'position' | 'disabledAt'>;

/** What becomes different, as the journal tells it: names by the fact alone, since it holds no names. */
function differences(account: Account, wanted: Wanted): Record<string, unknown> {
  const told: Record<string, unknown> = {};
  if (wanted.role !== account.role) Object.assign(told, { roleBefore: account.role, role: wanted.role });
  if (wanted.bureau !== account.bureau) Object.assign(told, { bureauBefore: account.bureau, bureau: wanted.bureau });
  if (wanted.displayName !== account.displayName) told['renamed'] = true;
  if (wanted.position !== account.position) told['position'] = wanted.position;
  if ((wanted.disabledAt === null) !== (account.disabledAt === null)) told['disabled'] = wanted.disabledAt !== null;
  return told;
}

/** @throws UnprocessableEntityException when nobody would be left who may keep accounts */
async function refuseWithoutAdministrator(tx: EntityManager, account: Account, wanted: Wanted): Promise<void> {
  const keeps = wanted.role === 'administrator' && wanted.disabledAt === null;
  if (keeps || account.role !== 'administrator' || account.disabledAt !== null) return;
  if ((await tx.countBy(Account, { role: 'administrator', disabledAt: IsNull() })) > 1) return;
  throw new UnprocessableEntityException(
    '这是最后一个在用的管理员账号,不能停用或改作其他角色 · the last active administrator can neither be disabled nor lose the role',
  );
}

async function endSessions(tx: EntityManager, account: Account): Promise<void> {
  account.sessionEpoch += 1;
  await tx.query(`delete from web_session where sess->>'accountId' = $1`, [account.id]);
}
