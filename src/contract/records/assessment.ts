import { z } from 'zod';
import { statedInstant } from '../instant.js';
import { maybe, words } from './parts.js';

/** 分类处置 (国办发〔2016〕80号 二(二)). */
export const disposition = z.enum([
  ...(['ADOPT_SUGGESTION', 'SOLVE_DIFFICULTY', 'INVESTIGATE_PROBLEM', 'CLARIFY', 'CORRECT_VIEW'] as const),
  ...(['REFUTE_AND_REFER', 'MONITOR_ONLY', 'TRANSFER_OUT'] as const),
]);

/** 研判单: nature, trend, risk, whether and by when to answer. */
export const assessment = z
  .object({
    nature: words('事件性质'),
    trend: maybe(5000),
    risk: maybe(5000),
    disposition,
    /** 需回应: who answers is the lead bureau of the case. */
    answer: z.boolean(),
    /** Why nothing is answered, or to whom the matter goes. */
    reason: maybe(2000),
    advice: maybe(5000),
    answerBy: statedInstant.optional(),
    /** 群众切身利益、影响市场预期、突发公共事件: shortens the internal targets (方案 三(四)). */
    priority: z.enum(['vital_interest', 'market_expectation', 'public_emergency']).nullable().default(null),
  })
  .refine(({ answer, reason }) => answer || reason.length >= 2, {
    path: ['reason'],
    message: '不回应须写明理由 · state why it is not answered',
  });
