import { z } from 'zod';
import { EXITS, STAGES } from '../domain/lifecycle/stage.js';

/** Where a case stands: a stage of the work, or the exit it took. */
export const where = z.enum([...STAGES, ...EXITS]);
