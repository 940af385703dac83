import { z } from 'zod';
import type { TrainingRules } from '../domain/routing/routing-rules.js';

const examples = z.array(z.string().min(2)).min(5, '每类至少五例 · at least five examples of each class');

/** `config/training.yaml`: examples of the second opinion, every class present. */
export const trainingFile = z.strictObject({
  version: z.string().min(1),
  source: z.string().min(4),
  examples: z.strictObject({
    MAJOR_POLICY: examples,
    PUBLIC_INTEREST: examples,
    IMAGE_CREDIBILITY: examples,
    MAJOR_EMERGENCY: examples,
    NONE: examples,
  }),
  happenings: z.strictObject({ line: z.number().min(0.5).max(1), INCIDENT: examples, OTHER: examples }),
}) satisfies z.ZodType<TrainingRules>;
