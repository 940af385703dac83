import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Readable, Writable } from 'node:stream';
import type { CommandIo } from '../../src/commands/command-io.js';

/** Public material for measuring; it lies outside the project and may be absent. */
export const PUBLIC_DATA = resolve(__dirname, '../../../shared/data');

/** `describe`, or a skipped one with a word of explanation where the material is absent. */
export function measuring(folder: string): jest.Describe {
  if (existsSync(join(PUBLIC_DATA, folder))) return describe;
  console.warn(`../shared/data/${folder} is absent: the measurements on it are skipped`);
  return describe.skip;
}

export function readLines(path: string): Record<string, unknown>[] {
  const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

class Collected extends Writable {
  text = '';
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

/** What a command answers to JSON lines. */
export async function answersOf(command: (io: CommandIo) => Promise<number>, lines: unknown[]): Promise<string> {
  const output = new Collected();
  const input = Readable.from(lines.map((line) => `${JSON.stringify(line)}\n`));
  await command({ input, output, error: new Collected() });
  return output.text;
}

/** Runs the scorer that lies beside the data on a set of it and on answers. */
export function scored<Score>(folder: string, set: string, answers: string): Score {
  const scratch = mkdtempSync(join(tmpdir(), 'measured-'));
  try {
    const file = join(scratch, 'answers.jsonl');
    writeFileSync(file, answers);
    const scorer = join(PUBLIC_DATA, folder, 'score.mjs');
    const score = execFileSync(process.execPath, [scorer, join(PUBLIC_DATA, folder, set), file], { encoding: 'utf8' });
    return JSON.parse(score) as Score;
  } finally {
    rmSync(scratch, { recursive: true });
  }
}
