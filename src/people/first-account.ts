import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { append } from '../journal/append.js';
import { Settings } from '../settings/settings.js';
import { Account } from './account.entity.js';
import { hashPassword, readablePassword } from './passwords.js';

/** Name of the account that exists from the first start on. */
export const FIRST_USERNAME = 'admin';

/** Any number that only this transaction uses: two api processes may start at once. */
const FIRST_ACCOUNT_LOCK = 7_214_906;

export interface FirstPassword {
  username: string;
  password: string;
}

/** Makes the account `admin` at the very first start. */
@Injectable()
export class FirstAccount {
  constructor(
    private readonly db: DataSource,
    private readonly settings: Settings,
  ) {}

  /**
   * Makes `admin` when there is no account at all. With ADMIN_PASSWORD that is the password, for good; without it a
   * random one is made, to be changed at the first sign-in, and handed to `tell` before the account is committed, so
   * that no account ever exists whose password nobody was told.
   * @returns true when the account was made now
   */
  async ensure(tell: (first: FirstPassword) => void | Promise<void>): Promise<boolean> {
    const given = this.settings.env.ADMIN_PASSWORD;
    const password = given ?? readablePassword();
    return this.db.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock($1)', [FIRST_ACCOUNT_LOCK]);
      if ((await tx.count(Account)) > 0) return false;
      const id = await insertAdministrator(tx, password, given === undefined);
      if (given === undefined) await tell({ username: FIRST_USERNAME, password });
      const data = { accountId: id, role: 'administrator', first: true };
      await append(tx, [{ kind: 'account.created', incidentId: null, actor: 'system:people', data }]);
      return true;
    });
  }
}

async function insertAdministrator(tx: EntityManager, password: string, mustChangePassword: boolean): Promise<string> {
  const account = tx.create(Account, {
    username: FIRST_USERNAME,
    displayName: '管理员',
    passwordHash: await hashPassword(password),
    role: 'administrator',
    mustChangePassword,
  });
  return (await tx.save(account)).id;
}
