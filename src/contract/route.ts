import type { z } from 'zod';
import type { Right } from '../domain/rights.js';

/** One route: who may call it, what goes in and what comes out. Paths as in Express, below API_BASE unless they stand in OUTSIDE_BASE. */
export interface Route {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  path: string;
  /** A right of the table in src/domain/rights.ts; `public`: anyone; `signed_in`: whoever is signed in; `wall`: a wall's browser, and no person. */
  right: Right | 'public' | 'signed_in' | 'wall';
  summary: string;
  body?: z.ZodType;
  /** Where `body.body` differs by the path's `:kind`: each kind's own. */
  kinds?: Readonly<Record<string, z.ZodType>>;
  query?: z.ZodType;
  /** A body that is no JSON. */
  takes?: string;
  /** Status and schema of success; without a schema the answer has no JSON body. `media`: what it has instead. */
  answer: { status: 200 | 201 | 202 | 204; schema?: z.ZodType; media?: string };
}

/** 200, with or without a JSON body. */
export const ok = (schema?: z.ZodType) => ({ status: 200 as const, ...(schema && { schema }) });
/** 201. */
export const made = (schema: z.ZodType) => ({ status: 201 as const, schema });
