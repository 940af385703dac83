import { z } from 'zod';

/** Event level, 特别重大 I to 一般 IV (突发事件应对法 art. 3). */
export const level = z.enum(['I', 'II', 'III', 'IV']);

/** What a level rests on: 官方定级, 法定标准, 参照, 内部. */
export const basis = z.enum(['OFFICIAL', 'STATUTORY', 'REFERENCE', 'INTERNAL']);

/** The focuses of the notice, section 三(二). */
export const focus = z.enum(['MAJOR_POLICY', 'PUBLIC_INTEREST', 'IMAGE_CREDIBILITY', 'MAJOR_EMERGENCY']);
