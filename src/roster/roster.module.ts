import { Module } from '@nestjs/common';
import { AddressBook } from './address-book.js';
import { HandOverController } from './hand-over.controller.js';
import { HandOvers } from './hand-over.js';
import { RosterController } from './roster.controller.js';
import { RosterReader } from './roster-reader.js';
import { ShiftPlan } from './shift-plan.js';

/** Where people are reached: what delivery needs of the roster. */
@Module({ providers: [AddressBook], exports: [AddressBook] })
export class AddressBookModule {}

/** 值班表 over HTTP. */
@Module({
  controllers: [RosterController, HandOverController],
  providers: [RosterReader, ShiftPlan, HandOvers],
})
export class RosterModule {}
