import { resolve } from 'node:path';
import ipaddr from 'ipaddr.js';
import { z } from 'zod';
import { type Fault, faultsOf } from './fault.js';

export const SOURCES_FILE = 'config/sources.yaml';
export const POLICY_FILE = 'config/policy.yaml';

const blank = (value: unknown) => (value === '' ? undefined : value);
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(blank, schema.optional());

/** A JSON object of header names and values. */
const headers = z.string().transform((text, context): Record<string, string> => {
  try {
    return z.record(z.string().regex(/^[\w-]+$/), z.string()).parse(JSON.parse(text));
  } catch {
    context.addIssue({
      code: 'custom',
      message: '须为 JSON 对象,如 {"authorization":"Bearer …"} · must be a JSON object',
    });
    return z.NEVER;
  }
});
const pattern = z.string().transform((text, context): RegExp => {
  try {
    return new RegExp(text, 'u');
  } catch {
    context.addIssue({ code: 'custom', message: '须为正则表达式 · must be a regular expression' });
    return z.NEVER;
  }
});

/** Addresses and networks (CIDR), separated by commas. */
const networks = z.string().transform((text, context): string[] => {
  const list = text.split(',').map((one) => one.trim());
  const bad = list.filter((one) => !ipaddr.isValid(one) && !ipaddr.isValidCIDR(one));
  if (bad.length > 0) {
    context.addIssue({
      code: 'custom',
      message: `不是地址或网段 · neither an address nor a network: ${bad.join(', ')}`,
    });
  }
  return list;
});

/** Every variable the product reads; `config/env.example` explains them. */
const environment = z.object({
  PORT: z.preprocess(blank, z.coerce.number().int().min(0).max(65_535).default(3000)),
  HOST: z.preprocess(blank, z.string().default('127.0.0.1')),
  TRUSTED_PROXIES: z.preprocess(blank, networks.default([])),
  DATA_DIR: z.preprocess(blank, z.string().default('.data')),
  DATABASE_URL: optional(z.string().regex(/^postgres(ql)?:\/\//, '形如 postgres://user:password@host/db')),
  REDIS_URL: optional(z.string().regex(/^rediss?:\/\//, '形如 redis://host:6379')),
  SOURCES_FILE: z.preprocess(blank, z.string().default(SOURCES_FILE)),
  POLICY_FILE: z.preprocess(blank, z.string().default(POLICY_FILE)),
  JURISDICTION: optional(z.enum(['office', 'nation'])),
  ADMIN_PASSWORD: optional(z.string().min(8, '至少 8 个字符 · at least 8 characters')),
  LOG_LEVEL: z.preprocess(
    blank,
    z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  ),
  SMTP_URL: optional(z.string().regex(/^smtps?:\/\//, '形如 smtp://user:password@host:587')),
  MAIL_FROM: z.preprocess(blank, z.string().default('huiying@localhost')),
  WEBHOOK_SECRET: optional(z.string().min(16, '至少 16 个字符 · at least 16 characters')),
  PUBLIC_URL: optional(z.url({ protocol: /^https?$/, error: '形如 https://huiying.office.example' })),
  SMS_GATEWAY_URL: optional(z.url({ protocol: /^https?$/, error: '形如 https://sms.office.example/send' })),
  SMS_GATEWAY_HEADERS: optional(headers),
  SMS_GATEWAY_BODY: z.preprocess(blank, z.string().default('{"to":{{to}},"text":{{text}},"id":{{id}}}')),
  SMS_GATEWAY_ACCEPTED: optional(pattern),
  SMS_GATEWAY_REFUSED: optional(pattern),
  SMS_GATEWAY_REFERENCE: optional(z.string().regex(/^[\w-]+(\.[\w-]+)*$/, '形如 data.messageId')),
  BOARD_URL: optional(z.url({ protocol: /^https?$/, error: '形如 http://127.0.0.1:3000' })),
  METRICS_TOKEN: optional(z.string().min(16, '至少 16 个字符 · at least 16 characters')),
});

export type Environment = z.infer<typeof environment>;

/** Reads the environment. Faults are added to the list; relative paths are resolved against `root`. */
export function readEnvironment(variables: NodeJS.ProcessEnv, root: string, faults: Fault[]): Environment | null {
  const result = environment.safeParse(variables);
  if (!result.success) {
    faults.push(...faultsOf('环境变量 environment', result.error));
    return null;
  }
  const env = result.data;
  return {
    ...env,
    DATA_DIR: resolve(root, env.DATA_DIR),
    SOURCES_FILE: resolve(root, env.SOURCES_FILE),
    POLICY_FILE: resolve(root, env.POLICY_FILE),
  };
}
