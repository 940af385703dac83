import { spawn } from 'node:child_process';
import { StartFault } from './fault.mjs';

/**
 * Runs one preparing program with everything it says going to stderr.
 * @param {{ chinese: string, english: string }} name what is being done, for the line said when it fails
 * @param {string[]} command program and arguments
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv, signal: AbortSignal }} options
 */
export async function runStep(name, [program, ...args], { cwd, env = process.env, signal }) {
  const child = spawn(program, args, { cwd, env, signal, stdio: ['ignore', 'pipe', 'pipe'] });
  let tail = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      process.stderr.write(text);
      tail = (tail + text).slice(-4_000);
    });
  }
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exit, killedBy) => resolve(exit ?? killedBy));
  }).catch((error) => {
    if (signal.aborted) throw error;
    return error.message;
  });
  if (code === 0) return;
  const reason = tellingLine(tail) ?? String(code);
  throw new StartFault(`${name.chinese}失败：${reason}`, `${name.english} failed (details above)`);
}

function tellingLine(output) {
  const lines = output
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  return lines.find((line) => /\berror\b/i.test(line)) ?? lines.at(-1);
}
