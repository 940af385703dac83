import { z } from 'zod';
import type { Contacts, FarChannel } from '../domain/channels.js';

const url = z.url({ protocol: /^https?$/ }).optional();
const phone = z
  .string()
  .regex(/^\+?\d{5,15}$/, '只写数字,可带国家代码 · digits only, with or without + and country code')
  .optional();

/**
 * Addresses of a shared mailbox. A robot's secret and whom it mentions stand behind its address, after `#`, which no machine
 * is ever sent: `https://oapi.dingtalk.com/robot/send?access_token=…#secret=SEC…&at=13800000000`.
 */
export const contactsShape = z.strictObject({
  email: z.email().optional(),
  webhook: url,
  wecom: url,
  dingtalk: url,
  feishu: url,
  sms: phone,
} satisfies Record<FarChannel, z.ZodType>) satisfies z.ZodType<Contacts>;
