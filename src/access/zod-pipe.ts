import { BadRequestException, Injectable, type PipeTransform } from '@nestjs/common';
import { z } from 'zod';
import type { Problem } from '../contract/problem.js';
import { soundJson } from '../domain/text/sound-text.js';

const chinese = z.locales.zhCN().localeError;
const english = z.locales.en().localeError;

/** Zod's own message in both languages, for issues whose schema says nothing itself. */
function bilingual(issue: z.core.$ZodRawIssue): string {
  return [chinese(issue), english(issue)].map((told) => (typeof told === 'string' ? told : told?.message)).join(' · ');
}

type Faults = NonNullable<Problem['faults']>;

/** Reads a value by a schema; faults are told in both languages. */
export function readableBy<T>(
  schema: z.ZodType<T>,
  value: unknown,
): { success: true; data: T } | { success: false; faults: Faults } {
  const result = schema.safeParse(value, { error: bilingual });
  return result.success ? result : { success: false, faults: result.error.issues.map(faultOf) };
}

/**
 * Reads a body or a query by its contract schema; defaults are filled in, unknown keys dropped. Control characters and half
 * pairs, which no column takes, are gone before it is read.
 */
@Injectable()
export class ZodPipe<T> implements PipeTransform<unknown, T> {
  constructor(private readonly schema: z.ZodType<T>) {}

  /** @throws BadRequestException with every fault at once */
  transform(value: unknown): T {
    const result = readableBy(this.schema, soundJson(value ?? {}));
    if (result.success) return result.data;
    throw new BadRequestException({
      message: '请求内容有误,请按 faults 逐条改正 · the request is not valid: correct what faults lists',
      faults: result.faults,
    });
  }
}

function faultOf(issue: z.core.$ZodIssue): Faults[number] {
  return { path: issue.path.map(String).join('.'), message: issue.message };
}
