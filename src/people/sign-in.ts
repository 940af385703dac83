import { Injectable, UnauthorizedException } from '@nestjs/common';
import type { Request } from 'express';
import { DataSource, type EntityManager } from 'typeorm';
import { placeOf } from '../access/place-of.js';
import { PROBLEM_TYPES } from '../contract/problem-types.js';
import type { Person } from '../contract/session.js';
import { append, type JournalRow } from '../journal/append.js';
import { Account, personFrom } from './account.entity.js';
import { AccountsService } from './accounts.service.js';
import { FirstPasswordFile } from './first-password-file.js';
import { SignInTries, type Try } from './sign-in-tries.js';
import { WebSessions } from './web-sessions.js';

interface Words {
  username: string;
  password: string;
}

/** From user name and password to a session, with a journal row for each attempt. */
@Injectable()
export class SignIn {
  constructor(
    private readonly db: DataSource,
    private readonly accounts: AccountsService,
    private readonly sessions: WebSessions,
    private readonly tries: SignInTries,
    private readonly firstPassword: FirstPasswordFile,
  ) {}

  /**
   * @returns the person, or the seconds until this user name may try again from here
   * @throws UnauthorizedException, in the same words whether the user name is known or not
   */
  async begin(request: Request, { username, password }: Words): Promise<Person | number> {
    const place = placeOf(request.ip);
    const account = await this.accounts.named(username);
    const taken = await this.tries.take(username, account?.id ?? null, place);
    if (typeof taken === 'number') return taken;
    const opened = await this.accounts.opens(account, password);
    if (!account || !opened) return this.refuse(account, taken, place);
    await this.sessions.begin(request, account);
    await this.db.transaction((tx) => this.welcome(tx, account, taken, place));
    return personFrom(account);
  }

  end(request: Request): Promise<void> {
    return this.sessions.end(request);
  }

  /** Every session of the account ends; this one goes on under a fresh id. @returns as `begin` */
  async changePassword(
    request: Request,
    person: Person,
    words: { current: string; next: string },
  ): Promise<Person | number> {
    const place = placeOf(request.ip);
    const taken = await this.tries.take(person.username, person.id, place);
    if (typeof taken === 'number') return taken;
    const account = await this.db.manager.findOneByOrFail(Account, { id: person.id });
    const changed = await this.accounts.changePassword(account, words);
    await this.db.transaction((tx) => this.tries.succeeded(tx, taken, account.id, place));
    if (person.mustChangePassword) await this.firstPassword.remove();
    await this.sessions.begin(request, changed);
    return personFrom(changed);
  }

  private async welcome(tx: EntityManager, { id }: Account, taken: Try, place: string): Promise<void> {
    await this.tries.succeeded(tx, taken, id, place);
    await tx.query('update account set last_sign_in_at = app_now() where id = $1', [id]);
    const data = { accountId: id, address: place };
    await append(tx, [{ kind: 'person.signed_in', incidentId: null, actor: id, data }]);
  }

  private async refuse(account: Account | null, { lockedUntil }: Try, place: string): Promise<never> {
    // What was typed is not entered: now and then it is a password in the wrong field.
    const told = { incidentId: null, actor: 'system:people' };
    const data = { accountId: account?.id ?? null, address: place };
    const rows: JournalRow[] = [{ ...told, kind: 'person.sign_in_failed', data }];
    if (lockedUntil) rows.push({ ...told, kind: 'person.locked_out', data: { ...data, until: lockedUntil } });
    await this.db.transaction((tx) => append(tx, rows));
    const message = '用户名或密码不正确 · user name or password is wrong';
    throw new UnauthorizedException({ message, type: PROBLEM_TYPES.signInRefused });
  }
}
