import { ConflictException, Injectable, UnprocessableEntityException } from '@nestjs/common';
import { DataSource, type EntityManager, QueryFailedError } from 'typeorm';
import type { AccountWithPassword, NewAccount, ResetPassword } from '../contract/account.js';
import type { Person } from '../contract/session.js';
import { databaseNow } from '../database/time.js';
import { append } from '../journal/append.js';
import { Settings } from '../settings/settings.js';
import { bureauFor } from './account-bureau.js';
import { AccountChanges } from './account-changes.js';
import { AccountReader } from './account-reader.js';
import { Account } from './account.entity.js';
import { hashPassword, readablePassword } from './passwords.js';

const UNIQUE_VIOLATION = '23505';

/** New accounts, and passwords that were forgotten: both are told once and changed at the next sign-in. */
@Injectable()
export class AccountPasswords {
  constructor(
    private readonly db: DataSource,
    private readonly reader: AccountReader,
    private readonly changes: AccountChanges,
    private readonly settings: Settings,
  ) {}

  /**
   * @throws BadRequestException when role and bureau do not go together
   * @throws ConflictException when the user name is taken
   */
  async create(wanted: NewAccount, by: Person): Promise<AccountWithPassword> {
    const { username, displayName, role, position } = wanted;
    const { units } = this.settings.rules.bureaus;
    const bureau = bureauFor(units, role, wanted.bureau ?? null, await databaseNow(this.db.manager));
    const oneTimePassword = wanted.password === undefined ? readablePassword() : null;
    const passwordHash = await hashPassword(oneTimePassword ?? wanted.password ?? '');
    return this.db.transaction(async (tx) => {
      const told = { username, displayName, role, bureau, position, passwordHash, mustChangePassword: true };
      const { id } = await insert(tx, tx.create(Account, told));
      const view = await this.reader.one(id, tx);
      const data = { accountId: id, role, bureau };
      await append(tx, [{ kind: 'account.created', incidentId: null, actor: by.id, data }]);
      return { ...view, oneTimePassword };
    });
  }

  /** @throws UnprocessableEntityException one's own is changed by who knows it; ConflictException stale version */
  async reset(id: string, by: Person, { version }: ResetPassword): Promise<AccountWithPassword> {
    if (id === by.id)
      throw new UnprocessableEntityException(
        '本人的密码请在「修改密码」中更改 · change your own password at POST /session/password',
      );
    const oneTimePassword = readablePassword();
    const passwordHash = await hashPassword(oneTimePassword);
    const view = await this.changes.carryOut(id, by, version, (account) => {
      Object.assign(account, { passwordHash, mustChangePassword: true });
      return Promise.resolve({ kind: 'account.password_reset', data: {}, ends: true });
    });
    return { ...view, oneTimePassword };
  }
}

function isTaken(error: unknown): boolean {
  return error instanceof QueryFailedError && (error.driverError as { code?: string }).code === UNIQUE_VIOLATION;
}

async function insert(tx: EntityManager, account: Account): Promise<Account> {
  try {
    return await tx.save(account);
  } catch (error) {
    if (isTaken(error)) throw new ConflictException('用户名已被使用 · the user name is taken');
    throw error;
  }
}
