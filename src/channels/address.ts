import { z } from 'zod';

/**
 * The forms an address has. A robot's secret and whom it mentions stand behind its URL, after `#`, which no machine is ever
 * sent: `https://oapi.dingtalk.com/robot/send?access_token=…#secret=SEC…&at=13800000000`.
 */
export const ADDRESS = {
  mailbox: z.email('请填写电子邮箱 · an e-mail address'),
  url: z.url({ protocol: /^https?$/, error: '形如 https://… · an address like https://…' }).max(2_000),
  telephone: z
    .string()
    .regex(
      /^\+?\d{5,15}$/,
      '请填写手机号,只写数字,可带国家代码 · a telephone number, digits only, with or without + and country code',
    ),
};
