import { z } from 'zod';
import { statedInstant } from '../instant.js';
import { line, maybe, official, words } from './parts.js';

/** 会商记录. Required for levels I and II. Who took part, what is known, the line agreed on, and who disagreed. */
export const consultation = z.object({
  heldAt: statedInstant,
  form: z.enum(['meeting', 'phone', 'chat', 'paper']),
  participants: z.array(official).min(1, '至少一位参加人 · name at least one participant').max(50),
  known: maybe(5000),
  unknown: maybe(5000),
  views: maybe(10_000),
  /** 统一口径. */
  agreedLine: words('统一口径'),
  tasks: z
    .array(z.object({ unit: z.string().max(64), task: line('任务', 500), dueAt: statedInstant.optional() }))
    .max(30)
    .default([]),
  /** 不同意见. */
  dissent: maybe(5000),
  /** 记录人. */
  noteTaker: maybe(50).meta({ examples: ['赵敏'] }),
});
