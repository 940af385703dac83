import { readFileSync } from 'node:fs';
import { parseDocument } from 'yaml';
import type { z } from 'zod';
import { type Fault, faultsOf } from './fault.js';

/** Reads and checks one YAML file. Faults are added to the list; the value is null when there are any. */
export function readYamlFile<T>(path: string, schema: z.ZodType<T>, faults: Fault[]): T | null {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    faults.push({ where: path, message: `无法读取 · cannot be read (${(error as NodeJS.ErrnoException).code})` });
    return null;
  }
  const document = parseDocument(text, { uniqueKeys: true });
  if (document.errors.length > 0) {
    // What follows the first slip is mostly its echo.
    const [first] = document.errors;
    faults.push({ where: path, message: `YAML 写法有误 · not valid YAML: ${first?.message.split('\n')[0] ?? ''}` });
    return null;
  }
  const result = schema.safeParse(document.toJS({ maxAliasCount: 0 }));
  if (result.success) return result.data;
  faults.push(...faultsOf(path, result.error));
  return null;
}
