import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** The second is where Debian's packages are, whatever else is called python3. */
const PYTHONS = ['python3', '/usr/bin/python3'];
const SCRIPT = 'src/commands/bench/python-intake.py';

/**
 * Seconds an item that the usual Python tools take for the same feeds; null where Python, feedparser, jieba or psycopg2 is
 * missing (Debian: python3-feedparser, python3-jieba, python3-psycopg2).
 * @param feeds pairs of id and address
 */
export async function pythonSecondsPerItem(
  root: string,
  databaseUrl: string,
  feeds: [id: string, url: string][],
): Promise<number | null> {
  const task = `${JSON.stringify({ database: databaseUrl, feeds })}\n`;
  for (const python of PYTHONS) {
    const said = await run(python, join(root, SCRIPT), task);
    if (said !== null) return secondsOf(said);
  }
  return null;
}

/** What it wrote; null when it is missing or failed. */
function run(python: string, script: string, task: string): Promise<string | null> {
  return new Promise((resolve) => {
    const child = spawn(python, [script], { stdio: ['pipe', 'pipe', 'ignore'] });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.once('error', () => resolve(null));
    child.once('close', (code) => resolve(code === 0 ? said : null));
    child.stdin.on('error', () => undefined);
    child.stdin.end(task);
  });
}

function secondsOf(said: string): number {
  const { items, seconds } = JSON.parse(said) as { items: number; seconds: number };
  return seconds / items;
}
