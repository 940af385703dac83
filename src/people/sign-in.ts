import { Injectable, UnauthorizedException } from '@nestjs/common';
import type { Request } from 'express';
import { DataSource } from 'typeorm';
import { PROBLEM_TYPES } from '../contract/problem-types.js';
import type { Person } from '../contract/session.js';
import { append } from '../journal/append.js';
import { personFrom } from './account.entity.js';
import { AccountsService } from './accounts.service.js';
import { FirstPasswordFile } from './first-password-file.js';
import { SignInFailures } from './sign-in-failures.js';
import { WebSessions } from './web-sessions.js';

/** From user name and password to a session, with a journal row for each attempt. */
@Injectable()
export class SignIn {
  constructor(
    private readonly db: DataSource,
    private readonly accounts: AccountsService,
    private readonly sessions: WebSessions,
    private readonly failures: SignInFailures,
    private readonly firstPassword: FirstPasswordFile,
  ) {}

  /** Seconds until this user name may try again from this address; 0 when it may now. */
  waitSeconds(username: string, request: Request): number {
    return this.failures.waitSeconds(username, addressOf(request));
  }

  /** @throws UnauthorizedException, in the same words whether the user name is known or not */
  async begin(request: Request, { username, password }: { username: string; password: string }): Promise<Person> {
    const account = await this.accounts.check(username, password);
    if (!account) return this.refuse(username, request);
    this.failures.forget(username, addressOf(request));
    const person = personFrom(account);
    await this.sessions.begin(request, person);
    await this.enter('person.signed_in', person.id, { accountId: person.id });
    return person;
  }

  end(request: Request): Promise<void> {
    return this.sessions.end(request);
  }

  /** Every other session of the account ends; this one goes on under a fresh id. */
  async changePassword(request: Request, person: Person, words: { current: string; next: string }): Promise<Person> {
    await this.accounts.changePassword(person, words, request.sessionID);
    if (person.mustChangePassword) await this.firstPassword.remove();
    await this.sessions.begin(request, person);
    return { ...person, mustChangePassword: false };
  }

  private async refuse(username: string, request: Request): Promise<never> {
    this.failures.note(username, addressOf(request));
    // What was typed is not entered: now and then it is a password in the wrong field.
    const accountId = await this.accounts.idOf(username);
    await this.enter('person.sign_in_failed', 'system:people', { accountId });
    const message = '用户名或密码不正确 · user name or password is wrong';
    throw new UnauthorizedException({ message, type: PROBLEM_TYPES.signInRefused });
  }

  private async enter(kind: string, actor: string, data: Record<string, unknown>): Promise<void> {
    await this.db.transaction((tx) => append(tx, [{ kind, incidentId: null, actor, data }]));
  }
}

function addressOf(request: Request): string {
  return request.ip ?? '';
}
