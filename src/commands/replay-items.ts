import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { z } from 'zod';

const flat = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  title: z
    .string()
    .nullish()
    .transform((title) => title ?? ''),
  text: z
    .string()
    .nullish()
    .transform((text) => text ?? ''),
  published: z
    .union([z.string(), z.number()])
    .nullish()
    .transform((at) => (at == null || at === '' ? null : String(at))),
  source: z
    .string()
    .nullish()
    .transform((source) => source ?? 'unknown'),
});
const line = z.union([z.object({ case: flat }).transform((wrapped) => wrapped.case), flat]);

/** An item that was recorded once and is to be published again. The date is as recorded, in any form. */
export type ReplayItem = z.infer<typeof flat>;

function readLine(text: string): ReplayItem | string {
  try {
    const read = line.safeParse(JSON.parse(text));
    return read.success
      ? read.data
      : read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
  } catch (error) {
    return (error as Error).message;
  }
}

/**
 * Recorded items, one JSON object a line: `{id, title, text, published?, source}`, alone or as `{case: {...}}`.
 * @param complain told of every line that is none; such lines are left out
 * @throws when the file cannot be opened
 */
export async function readReplayItems(file: string, complain: (message: string) => void): Promise<ReplayItem[]> {
  const items: ReplayItem[] = [];
  let number = 0;
  for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    number += 1;
    if (text.trim() === '') continue;
    const item = readLine(text);
    if (typeof item === 'string') complain(`第 ${number} 行无法读取，已略过 · line ${number} left out: ${item}`);
    else items.push(item);
  }
  return items;
}
