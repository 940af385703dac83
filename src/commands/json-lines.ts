import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { z } from 'zod';

/** Lines of a stream without their ends; blank lines are left out. */
export async function* linesOf(input: Readable): AsyncGenerator<string> {
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    const text = line.replace(/^\uFEFF/u, '');
    if (text.trim() !== '') yield text;
  }
}

/** What is wrong with a line, and its id where it could be read. */
export interface LineFault {
  id: string | number | null;
  error: string;
}

const lineId = z.union([z.string(), z.number()]);

function idOf(value: unknown): string | number | null {
  const result = z.looseObject({ id: lineId }).safeParse(value);
  return result.success ? result.data.id : null;
}

/** One line read by a schema; a fault tells what to correct. Never throws. */
export function readLine<T>(line: string, schema: z.ZodType<T>): { value: T } | { fault: LineFault } {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return { fault: { id: null, error: '不是一行有效的 JSON · not one line of valid JSON' } };
  }
  const result = schema.safeParse(json);
  if (result.success) return { value: result.data };
  const issues = result.error.issues.map((issue) => `${issue.path.join('.') || '行 line'}: ${issue.message}`);
  return { fault: { id: idOf(json), error: issues.join('; ') } };
}

/**
 * Writes JSON lines no faster than the reader takes them. A reader that goes away (`| head`) ends the writing quietly:
 * `write` then answers false.
 */
export class JsonLineWriter {
  private gone: Error | null = null;

  constructor(private readonly output: Writable) {
    output.on('error', (error: NodeJS.ErrnoException) => {
      this.gone = error;
    });
  }

  /** @throws the stream's error, unless it says that the reader is gone */
  async write(value: unknown): Promise<boolean> {
    if (!this.gone && !this.output.write(`${JSON.stringify(value)}\n`)) await this.drained();
    if (this.gone && (this.gone as NodeJS.ErrnoException).code !== 'EPIPE') throw this.gone;
    return this.gone === null;
  }

  private async drained(): Promise<void> {
    if (this.output.destroyed) return;
    const closed = new AbortController();
    const waits = [once(this.output, 'drain', closed), once(this.output, 'close', closed)];
    try {
      await Promise.race(waits);
    } catch (error) {
      this.gone ??= error as Error;
    } finally {
      closed.abort();
      await Promise.allSettled(waits);
    }
  }
}
