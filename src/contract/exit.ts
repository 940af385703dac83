import { z } from 'zod';
import { WAYS_OUT } from '../domain/lifecycle/way-out.js';
import { statedInstant } from './instant.js';

/** 移送: to whom the matter was handed, under which number and when. */
export const handedTo = z.object({
  to: z.enum(['publicity', 'cyberspace', 'police', 'other']),
  unit: z.string().trim().min(2, '请填写接收单位 · name the authority').max(200),
  number: z.string().trim().max(100).default(''),
  at: statedInstant,
});
export type HandedTo = z.infer<typeof handedTo>;

/** 退出办理: no answer of ours is due. A wish without `exit` says that it was a false alarm. */
export const leave = z
  .object({
    version: z.number().int().optional(),
    exit: z.enum(WAYS_OUT).default('false_alarm'),
    reason: z.string().trim().min(2, '请写明理由 · state a reason').max(2000),
    handedTo: handedTo.optional(),
  })
  .refine(({ exit, handedTo: to }) => (exit === 'transferred_out') === (to !== undefined), {
    path: ['handedTo'],
    message:
      '移送须写明接收单位和时间,其他方式不填 · handing it over names the authority and the time, and nothing else does',
  });
export type Leave = z.infer<typeof leave>;
