import { Body, Controller, Get, Post } from '@nestjs/common';
import { Allow, CurrentPerson } from '../access/allow.js';
import { ZodPipe } from '../access/zod-pipe.js';
import { newAccount, type Person } from '../contract/session.js';
import { AccountsService, type NewAccount } from './accounts.service.js';

/** Who may sign in; for administrators. */
@Controller('accounts')
export class AccountsController {
  constructor(private readonly accounts: AccountsService) {}

  @Get()
  @Allow('account.read')
  async list(): Promise<{ items: Person[] }> {
    return { items: await this.accounts.list() };
  }

  @Post()
  @Allow('account.manage')
  create(@Body(new ZodPipe(newAccount)) wanted: NewAccount, @CurrentPerson() by: Person): Promise<Person> {
    return this.accounts.create(wanted, by);
  }
}
