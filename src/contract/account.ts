import { z } from 'zod';
import { instant } from './instant.js';
import { journalLine } from './incident.js';
import { person, role } from './session.js';

/** An account as its keepers see it. */
export const account = person.extend({
  /** 职务; empty where none was stated. */
  position: z.string(),
  version: z.number().int(),
  createdAt: instant,
  disabledAt: instant.nullable(),
  /** Sign-ins from addresses that the account has not used of late are refused until then. */
  lockedUntil: instant.nullable(),
  lastSignInAt: instant.nullable(),
  openSessions: z.number().int(),
  /** The last day of its bureau, once that day is over: the account goes on, but belongs elsewhere. */
  bureauEndedOn: z.iso.date().nullable(),
});
export type AccountView = z.infer<typeof account>;

/** `oneTimePassword` is told this once; null where the administrator gave the password. */
export const accountWithPassword = account.extend({ oneTimePassword: z.string().nullable() });
export type AccountWithPassword = z.infer<typeof accountWithPassword>;

/** GET /accounts, by user name. `q`: words of name, user name or position; `next` of a page is the `cursor` of the following one. */
export const accountQuery = z.object({
  q: z.string().trim().max(100).optional(),
  role: role.optional(),
  cursor: z.string().max(64).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
});
export type AccountQuery = z.infer<typeof accountQuery>;

export const accountPage = z.object({
  items: z.array(account),
  next: z.string().nullable(),
  /** How many there are under what was asked for. */
  total: z.number().int(),
});
export type AccountPage = z.infer<typeof accountPage>;

const displayName = z.string().trim().min(1).max(64);
const position = z.string().trim().max(64);
const password = z.string().min(10, '密码至少 10 个字符 · at least 10 characters').max(256);

export const newAccount = z.object({
  username: z.string().regex(/^[\p{L}\p{N}._-]{2,64}$/u),
  displayName,
  role,
  bureau: z.string().nullable().optional(),
  position: position.default(''),
  /** Without it a one-time password is drawn. Either way it has to be changed at the first sign-in. */
  password: password.optional(),
});
export type NewAccount = z.infer<typeof newAccount>;

/** `version` is optional: when given, a stale one is refused with 409 unless the wish is already true. */
const versioned = { version: z.number().int().optional() };

/** What is left out stays. Role, bureau or `disabled` end the sessions of the account at once. */
export const changeAccount = z.object({
  ...versioned,
  displayName: displayName.optional(),
  role: role.optional(),
  bureau: z.string().nullable().optional(),
  position: position.optional(),
  disabled: z.boolean().optional(),
});
export type ChangeAccount = z.infer<typeof changeAccount>;

export const resetPassword = z.object(versioned);
export type ResetPassword = z.infer<typeof resetPassword>;

/** GET /sign-ins: rows before this journal position, newest first. */
export const signInQuery = z.object({
  before: z.coerce.number().int().min(1).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type SignInQuery = z.infer<typeof signInQuery>;

/** Rows of the journal about sign-ins and accounts; `next` is the following page's `before`. */
export const signInPage = z.object({ items: z.array(journalLine), next: z.number().int().nullable() });
export type SignInPage = z.infer<typeof signInPage>;
