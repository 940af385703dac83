import { spawn } from 'node:child_process';
import { build } from './build.mjs';

/**
 * Runs Jest with the arguments given. Another `--config` (browser, start) tests the built product, so that is built first.
 * @returns {Promise<number>} Jest's exit code
 */
export async function runTests(root, args, stop) {
  const hasConfig = args.some((arg) => /^(-c|--config)(=|$)/.test(arg));
  if (hasConfig) await build(root, stop, { withClient: true });
  const config = hasConfig ? [] : ['-c', 'test/jest.config.cjs'];
  const jest = ['node_modules/jest/bin/jest.js', ...config, ...args];
  const child = spawn(process.execPath, jest, { cwd: root, stdio: 'inherit' });
  stop.signal.addEventListener('abort', () => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
