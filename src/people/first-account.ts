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

type Tell = (first: FirstPassword) => void | Promise<void>;

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
   * @param again draw and tell another password while nobody has ever signed in: what a terminal showed is easily lost
   * @returns true when the account was made now
   */
  async ensure(tell: Tell, { again = false } = {}): Promise<boolean> {
    return this.db.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock($1)', [FIRST_ACCOUNT_LOCK]);
      if ((await tx.count(Account)) === 0) return this.make(tx, tell);
      if (again) await this.drawAgain(tx, tell);
      return false;
    });
  }

  private async make(tx: EntityManager, tell: Tell): Promise<true> {
    const given = this.settings.env.ADMIN_PASSWORD;
    const password = given ?? readablePassword();
    const account = tx.create(Account, {
      username: FIRST_USERNAME,
      displayName: '管理员',
      passwordHash: await hashPassword(password),
      role: 'administrator',
      mustChangePassword: given === undefined,
    });
    const { id } = await tx.save(account);
    if (given === undefined) await tell({ username: FIRST_USERNAME, password });
    const data = { accountId: id, role: 'administrator', first: true };
    await append(tx, [{ kind: 'account.created', incidentId: null, actor: 'system:people', data }]);
    return true;
  }

  private async drawAgain(tx: EntityManager, tell: Tell): Promise<void> {
    const [first, second] = await tx.find(Account, { take: 2 });
    if (!first?.mustChangePassword || second || (await everSignedIn(tx))) return;
    const password = readablePassword();
    await tx.update(Account, { id: first.id }, { passwordHash: await hashPassword(password) });
    await tell({ username: first.username, password });
  }
}

async function everSignedIn(tx: EntityManager): Promise<boolean> {
  const rows = await tx.query<unknown[]>(`select 1 from journal where kind = 'person.signed_in' limit 1`);
  return rows.length > 0;
}
