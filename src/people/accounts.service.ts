import { BadRequestException, ConflictException, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, QueryFailedError } from 'typeorm';
import type { z } from 'zod';
import type { newAccount, Person } from '../contract/session.js';
import { isOfBureau } from '../domain/rights.js';
import { append } from '../journal/append.js';
import { Settings } from '../settings/settings.js';
import { Account, personFrom } from './account.entity.js';
import { hashPassword, passwordMatches } from './passwords.js';

export type NewAccount = z.infer<typeof newAccount>;

const UNIQUE_VIOLATION = '23505';

/** Accounts: who exists, and what password is theirs. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly db: DataSource,
    private readonly settings: Settings,
  ) {}

  /** All accounts by user name, disabled ones too. */
  async list(): Promise<Person[]> {
    const accounts = await this.db.manager.find(Account, { order: { username: 'ASC' } });
    return accounts.map(personFrom);
  }

  /** The account that may sign in with these words; null when there is none. Takes equally long either way. */
  async check(username: string, password: string): Promise<Account | null> {
    const account = await this.db.manager.findOneBy(Account, { username });
    const usable = account && account.disabledAt === null ? account : null;
    return (await passwordMatches(password, usable?.passwordHash ?? null)) ? usable : null;
  }

  /** Id of an account by its user name, for the journal's row on a failed sign-in. */
  async idOf(username: string): Promise<string | null> {
    return (await this.db.manager.findOne(Account, { select: { id: true }, where: { username } }))?.id ?? null;
  }

  /** The person behind a session; null when disabled or when the role is no longer the one signed in with. */
  async present(id: string, role: string): Promise<Person | null> {
    const account = await this.db.manager.findOneBy(Account, { id });
    return account && account.disabledAt === null && account.role === role ? personFrom(account) : null;
  }

  /**
   * @throws BadRequestException when role and bureau do not go together
   * @throws ConflictException when the user name is taken
   */
  async create(wanted: NewAccount, by: Person): Promise<Person> {
    const bureau = this.bureauOf(wanted);
    const passwordHash = await hashPassword(wanted.password);
    const { username, displayName, role } = wanted;
    return this.db.transaction(async (tx) => {
      const account = await insert(tx, tx.create(Account, { username, displayName, role, bureau, passwordHash }));
      const data = { accountId: account.id, role, bureau };
      await append(tx, [{ kind: 'account.created', incidentId: null, actor: by.id, data }]);
      return personFrom(account);
    });
  }

  /**
   * Sets a new password and ends every other session of the account.
   * @param keep the session that stays
   * @throws BadRequestException when the current password is wrong or the new one is the same
   */
  async changePassword(person: Person, words: { current: string; next: string }, keep: string): Promise<void> {
    if (words.current === words.next)
      throw new BadRequestException('新密码不得与原密码相同 · choose a different password');
    const account = await this.check(person.username, words.current);
    if (!account) throw new BadRequestException('原密码不正确 · the current password is wrong');
    const passwordHash = await hashPassword(words.next);
    await this.db.transaction(async (tx) => {
      await tx.update(Account, { id: account.id }, { passwordHash, mustChangePassword: false });
      await tx.query(`delete from web_session where sess->>'accountId' = $1 and sid <> $2`, [account.id, keep]);
      const row = { kind: 'account.password_changed', incidentId: null, actor: account.id };
      await append(tx, [{ ...row, data: { accountId: account.id } }]);
    });
  }

  private bureauOf({ role, bureau }: NewAccount): string | null {
    if (!isOfBureau(role)) {
      if (bureau) throw new BadRequestException('只有司局账号填写 bureau · only a bureau account has a bureau');
      return null;
    }
    const known = this.settings.rules.bureaus.units.some((unit) => unit.code === bureau);
    if (!bureau || !known) {
      throw new BadRequestException('司局账号须填写有效的司局代码 (见 GET /bureaus) · name a bureau of GET /bureaus');
    }
    return bureau;
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
