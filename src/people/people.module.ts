import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { ThrottlerModule } from '@nestjs/throttler';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { AccessModule } from '../access/access.module.js';
import { AccountChanges } from './account-changes.js';
import { AccountPasswords } from './account-passwords.js';
import { AccountReader } from './account-reader.js';
import { Account } from './account.entity.js';
import { AccountsController } from './accounts.controller.js';
import { AccountsService } from './accounts.service.js';
import { FirstAccount } from './first-account.js';
import { FirstPasswordFile } from './first-password-file.js';
import { FirstSignIn } from './first-sign-in.js';
import { OfficeOptionsController } from './office-options.controller.js';
import { OfficeOptionsService } from './office-options.service.js';
import { OriginGuard } from './origin.guard.js';
import { PeopleGuard } from './people.guard.js';
import { PersonThrottlerGuard, THROTTLERS } from './person-throttler.guard.js';
import { SavedViewsController } from './saved-views/saved-views.controller.js';
import { SavedViewsService } from './saved-views/saved-views.service.js';
import { SessionController } from './session.controller.js';
import { SignIn } from './sign-in.js';
import { SignInTries } from './sign-in-tries.js';
import { WallEntry } from './walls/wall-entry.js';
import { WallSessionController } from './walls/wall-session.controller.js';
import { WallsController } from './walls/walls.controller.js';
import { Walls } from './walls/walls.service.js';
import { WebSessions } from './web-sessions.js';

/** The guards stand in the order in which a request meets them. */
@Module({
  imports: [AccessModule, TypeOrmModule.forFeature([Account]), ThrottlerModule.forRoot(THROTTLERS)],
  controllers: [
    SessionController,
    AccountsController,
    OfficeOptionsController,
    SavedViewsController,
    WallsController,
    WallSessionController,
  ],
  providers: [
    AccountChanges,
    AccountPasswords,
    AccountReader,
    AccountsService,
    FirstAccount,
    FirstPasswordFile,
    FirstSignIn,
    OfficeOptionsService,
    SavedViewsService,
    SignIn,
    SignInTries,
    WallEntry,
    Walls,
    { provide: WebSessions, inject: [DataSource], useFactory: (db: DataSource) => WebSessions.open(db) },
    { provide: APP_GUARD, useClass: OriginGuard },
    { provide: APP_GUARD, useClass: PeopleGuard },
    { provide: APP_GUARD, useClass: PersonThrottlerGuard },
  ],
  exports: [AccountsService, FirstAccount, FirstPasswordFile, FirstSignIn, WallEntry, WebSessions],
})
export class PeopleModule {}
