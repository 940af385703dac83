import { z } from 'zod';
import { ROLES } from '../domain/rights.js';

export const role = z.enum(ROLES);
export type RoleName = z.infer<typeof role>;

export const signIn = z.object({ username: z.string().min(1).max(64), password: z.string().min(1).max(256) });

export const person = z.object({
  id: z.string(),
  username: z.string(),
  displayName: z.string(),
  role,
  /** The bureau a bureau's officer or head belongs to; null for the others. */
  bureau: z.string().nullable(),
  /** True until a generated first password has been changed; every other route answers 403 until then. */
  mustChangePassword: z.boolean(),
});
export type Person = z.infer<typeof person>;

export const changePassword = z.object({
  current: z.string().min(1).max(256),
  next: z
    .string()
    .min(10, '新密码至少 10 个字符 · at least 10 characters')
    .max(256)
    .meta({ examples: ['a-longer-password-2'] }),
});
