import { z } from 'zod';

const blank = (value: unknown) => (value === '' ? undefined : value);

/** A variable of the environment that may be left out; an empty one is left out. */
export const optional = <T extends z.ZodType>(schema: T) => z.preprocess(blank, schema.optional());
/** A variable that has a value when it is left out. */
export const defaulted = <T extends z.ZodType>(schema: T) => z.preprocess(blank, schema);

export const secret = z.string().min(16, '至少 16 个字符 · at least 16 characters');

/** A JSON object of header names and values. */
export const headers = z.string().transform((text, context): Record<string, string> => {
  try {
    return z.record(z.string().regex(/^[\w-]+$/), z.string()).parse(JSON.parse(text));
  } catch {
    context.addIssue({
      code: 'custom',
      message: '须为 JSON 对象,如 {"authorization":"Bearer …"} · must be a JSON object',
    });
    return z.NEVER;
  }
});

export const pattern = z.string().transform((text, context): RegExp => {
  try {
    return new RegExp(text, 'u');
  } catch {
    context.addIssue({ code: 'custom', message: '须为正则表达式 · must be a regular expression' });
    return z.NEVER;
  }
});
