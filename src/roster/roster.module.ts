import { Module } from '@nestjs/common';
import { AddressBook } from './address-book.js';

/** Where people are reached: what delivery needs of the roster. */
@Module({ providers: [AddressBook], exports: [AddressBook] })
export class AddressBookModule {}
