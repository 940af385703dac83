import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Person } from '../contract/session.js';
import type { Role } from '../domain/rights.js';

/** Someone who may sign in. Rows are never removed: the journal names them by id. */
@Entity('account')
export class Account {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('text')
  username!: string;

  @Column('text')
  displayName!: string;

  /** argon2id, in PHC form. */
  @Column('text')
  passwordHash!: string;

  @Column('text')
  role!: Role;

  /** Code of the bureau; set for a bureau's officers and heads and for no other. */
  @Column('text', { nullable: true })
  bureau!: string | null;

  /** 职务, in the office's own words. */
  @Column('text', { default: '' })
  position!: string;

  @Column('int', { default: 1 })
  version!: number;

  /** Sessions begun in an earlier epoch have ended. */
  @Column('int', { default: 0 })
  sessionEpoch!: number;

  @Column('boolean', { default: false })
  mustChangePassword!: boolean;

  @Column('timestamptz', { nullable: true })
  disabledAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  lastSignInAt!: Date | null;

  @Column('timestamptz', { default: () => 'app_now()' })
  createdAt!: Date;
}

/** What others may know of an account. */
export function personFrom(account: Account): Person {
  const { id, username, displayName, role, bureau, mustChangePassword } = account;
  return { id, username, displayName, role, bureau, mustChangePassword };
}
