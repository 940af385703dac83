import { resolve } from 'node:path';
import ipaddr from 'ipaddr.js';
import { z } from 'zod';
import { CHANNEL_VARIABLES } from '../channels/channels.js';
import { defaulted, optional, secret } from '../channels/variable.js';
import { type Fault, faultsOf } from './fault.js';

export const SOURCES_FILE = 'config/sources.yaml';
export const POLICY_FILE = 'config/policy.yaml';

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
  PORT: defaulted(z.coerce.number().int().min(0).max(65_535).default(3000)),
  HOST: defaulted(z.string().default('127.0.0.1')),
  TRUSTED_PROXIES: defaulted(networks.default([])),
  DATA_DIR: defaulted(z.string().default('.data')),
  DATABASE_URL: optional(z.string().regex(/^postgres(ql)?:\/\//, '形如 postgres://user:password@host/db')),
  REDIS_URL: optional(z.string().regex(/^rediss?:\/\//, '形如 redis://host:6379')),
  SOURCES_FILE: defaulted(z.string().default(SOURCES_FILE)),
  POLICY_FILE: defaulted(z.string().default(POLICY_FILE)),
  JURISDICTION: optional(z.enum(['office', 'nation'])),
  ADMIN_PASSWORD: optional(z.string().min(8, '至少 8 个字符 · at least 8 characters')),
  LOG_LEVEL: defaulted(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info')),
  PUBLIC_URL: optional(z.url({ protocol: /^https?$/, error: '形如 https://huiying.office.example' })),
  BOARD_URL: optional(z.url({ protocol: /^https?$/, error: '形如 http://127.0.0.1:3000' })),
  METRICS_TOKEN: optional(secret),
  ...CHANNEL_VARIABLES,
});

/** Their names. */
export const VARIABLES: readonly string[] = Object.keys(environment.shape);

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
