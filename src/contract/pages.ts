import { z } from 'zod';
import { journalLine } from './incident.js';

/** A unit of the office as shown on screens. */
export const bureau = z.object({ code: z.string(), nameZh: z.string(), nameEn: z.string() });
export const bureauPage = z.object({ items: z.array(bureau) });

/** `next` is the position to ask from again; null at the end of the journal. */
export const journalPage = z.object({ items: z.array(journalLine), next: z.number().int().nullable() });
