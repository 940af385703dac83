import { BadRequestException, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Person } from '../contract/session.js';
import { append } from '../journal/append.js';
import { Account, personFrom } from './account.entity.js';
import { hashPassword, passwordMatches } from './passwords.js';

/** Accounts as those who sign in meet them: who is behind a name or a session, and one's own password. */
@Injectable()
export class AccountsService {
  constructor(private readonly db: DataSource) {}

  named(username: string): Promise<Account | null> {
    return this.db.manager.findOneBy(Account, { username });
  }

  /** Whether these words open the account. Takes equally long for one that does not exist or was disabled. */
  opens(account: Account | null, password: string): Promise<boolean> {
    return passwordMatches(password, account?.disabledAt === null ? account.passwordHash : null);
  }

  /** The person behind a session; null when disabled, revoked, or of another role than the one signed in with. */
  async present(id: string, role: string, epoch: number): Promise<Person | null> {
    const account = await this.db.manager.findOneBy(Account, { id });
    const holds = account?.disabledAt === null && account.role === role && account.sessionEpoch === epoch;
    return holds ? personFrom(account) : null;
  }

  /**
   * Sets a new password of one's own; every session of the account ends.
   * @throws BadRequestException when the current password is wrong or the new one is the same
   */
  async changePassword(account: Account, words: { current: string; next: string }): Promise<Account> {
    if (words.current === words.next)
      throw new BadRequestException('新密码不得与原密码相同 · choose a different password');
    if (!(await this.opens(account, words.current)))
      throw new BadRequestException('原密码不正确 · the current password is wrong');
    const passwordHash = await hashPassword(words.next);
    const { id } = account;
    return this.db.transaction(async (tx) => {
      const sessionEpoch = () => 'session_epoch + 1';
      await tx.update(Account, { id }, { passwordHash, mustChangePassword: false, sessionEpoch });
      await tx.query(`delete from web_session where sess->>'accountId' = $1`, [id]);
      const changed = await tx.findOneByOrFail(Account, { id });
      const row = { kind: 'account.password_changed', incidentId: null, actor: id };
      await append(tx, [{ ...row, data: { accountId: id } }]);
      return changed;
    });
  }
}
