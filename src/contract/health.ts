import { z } from 'zod';

/** One thing that must hold for the process to be ready; `detail` says what is wrong, Chinese first. */
export const healthCheck = z.object({ name: z.string(), ok: z.boolean(), detail: z.string().optional() });

/** GET /health/ready: 200 when all hold, 503 when one does not. */
export const readiness = z.object({ status: z.enum(['ready', 'not_ready']), checks: z.array(healthCheck) });
export type Readiness = z.infer<typeof readiness>;
export type HealthCheck = z.infer<typeof healthCheck>;

/** GET /health/live: the process answers, whatever else is broken. */
export const liveness = z.object({ status: z.literal('live') });
