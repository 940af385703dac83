import { spawn } from 'node:child_process';
import { StartFault } from './fault.mjs';

/**
 * Runs one preparing program with everything it says going to stderr.
 * @param {{ chinese: string, english: string }} name what is being done, for the line said when it fails
 * @param {string[]} command program and arguments
 * @param {{ cwd: string, signal: AbortSignal, tolerate?: RegExp }} options a failure whose output matches `tolerate` is
 *   answered with false instead of a fault, and its output is kept back
 * @returns {Promise<boolean>}
 */
export async function runStep(name, [program, ...args], { cwd, signal, tolerate }) {
  const child = spawn(program, args, { cwd, signal, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output += text;
      if (!tolerate) process.stderr.write(text);
    });
  }
  const code = await exitOf(child);
  signal.throwIfAborted();
  if (code === 0) return true;
  if (tolerate?.test(output)) return false;
  if (tolerate) process.stderr.write(output);
  throw new StartFault(`${name.chinese}失败：${tellingLine(output) ?? code}`, `${name.english} failed (details above)`);
}

function exitOf(child) {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, killedBy) => resolve(code ?? killedBy));
  });
}

/** The first line that names an error; of npm's prefixed lines the first that is a sentence. */
function tellingLine(output) {
  const lines = output.split('\n').map((line) => line.trim());
  const telling = lines.filter((line) => /error/i.test(line)).map((line) => line.replace(/^npm (error|ERR!)\s*/, ''));
  return telling.find((line) => line && !/^(code|syscall|errno) /.test(line)) ?? lines.findLast(Boolean);
}
