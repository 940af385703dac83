import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { Allow, CurrentPerson } from '../access/allow.js';
import { ZodPipe } from '../access/zod-pipe.js';
import {
  type AccountPage,
  accountQuery,
  type AccountQuery,
  changeAccount,
  type ChangeAccount,
  newAccount,
  type NewAccount,
  resetPassword,
  type ResetPassword,
  signInQuery,
  type SignInQuery,
} from '../contract/account.js';
import type { Person } from '../contract/session.js';
import { AccountChanges } from './account-changes.js';
import { AccountPasswords } from './account-passwords.js';
import { AccountReader } from './account-reader.js';

/** Who may sign in, as what, and who did. */
@Controller()
export class AccountsController {
  constructor(
    private readonly reader: AccountReader,
    private readonly changes: AccountChanges,
    private readonly passwords: AccountPasswords,
  ) {}

  @Get('accounts')
  @Allow('account.read')
  list(@Query(new ZodPipe(accountQuery)) query: AccountQuery): Promise<AccountPage> {
    return this.reader.page(query);
  }

  @Post('accounts')
  @Allow('account.manage')
  create(@Body(new ZodPipe(newAccount)) wanted: NewAccount, @CurrentPerson() by: Person) {
    return this.passwords.create(wanted, by);
  }

  @Patch('accounts/:id')
  @Allow('account.manage')
  change(
    @Param('id', ParseUUIDPipe) id: string,
    @Body(new ZodPipe(changeAccount)) wish: ChangeAccount,
    @CurrentPerson() by: Person,
  ) {
    return this.changes.change(id, by, wish);
  }

  @Post('accounts/:id/password')
  @HttpCode(200)
  @Allow('account.manage')
  reset(
    @Param('id', ParseUUIDPipe) id: string,
    @Body(new ZodPipe(resetPassword)) wish: ResetPassword,
    @CurrentPerson() by: Person,
  ) {
    return this.passwords.reset(id, by, wish);
  }

  @Post('accounts/:id/sessions/revoke')
  @HttpCode(200)
  @Allow('account.manage')
  revoke(@Param('id', ParseUUIDPipe) id: string, @CurrentPerson() by: Person) {
    return this.changes.revoke(id, by);
  }

  @Post('accounts/:id/unlock')
  @HttpCode(200)
  @Allow('account.manage')
  unlock(@Param('id', ParseUUIDPipe) id: string, @CurrentPerson() by: Person) {
    return this.changes.unlock(id, by);
  }

  @Get('sign-ins')
  @Allow('account.read')
  signIns(@Query(new ZodPipe(signInQuery)) wish: SignInQuery) {
    return this.reader.signIns(wish);
  }
}
