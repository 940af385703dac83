import { spawn } from 'node:child_process';
import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MUTANTS } from './mutants.mjs';

const COPIED = ['src', 'migrations', 'config', 'test', 'package.json', 'tsconfig.json'];

/**
 * Brings one fault after the other into a copy of the sources and runs the specs that must notice; the copy as it is has to be
 * green first. The checkout is never touched.
 * @param {string} root project folder
 * @param {string[]} words only mutants whose name holds one of these words; all of them if none is given
 * @param {ReturnType<import('../../src/start/stop.mjs').listenForStop>} stop
 * @returns {Promise<number>} 0 when every fault was noticed
 */
export async function mutateClocks(root, words, stop) {
  const chosen = MUTANTS.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
  const copy = mkdtempSync(join(tmpdir(), 'huiying-mutants-'));
  try {
    // Root runs the test server as an unprivileged account, which has to pass through.
    chmodSync(copy, 0o711);
    for (const path of COPIED) cpSync(join(root, path), join(copy, path), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
    const specs = [...new Set(chosen.flatMap((mutant) => mutant.specs))];
    let survivors = (await tell('原样 · as it is', copy, specs, stop, (red) => red.length === 0)) ? 0 : 1;
    for (const mutant of survivors ? [] : chosen) {
      if (stop.cause) return 1;
      const original = readFileSync(join(copy, mutant.file), 'utf8');
      writeFileSync(join(copy, mutant.file), mutated(original, mutant));
      if (!(await tell(mutant.name, copy, mutant.specs, stop, (red) => red.length > 0))) survivors += 1;
      writeFileSync(join(copy, mutant.file), original);
    }
    process.stdout.write(
      survivors ? `\n✗ ${survivors}\n` : `\n✓ ${chosen.length} 个变异全部被发现 · every fault was noticed\n`,
    );
    return survivors ? 1 : 0;
  } finally {
    rmSync(copy, { recursive: true, force: true, maxRetries: 5 });
  }
}

function mutated(text, { name, file, from, to }) {
  if (text.includes(from)) return text.replaceAll(from, () => to);
  throw new Error(`${name}: ${file} 已改,请更新 test/mutation/mutants.mjs · has changed, bring mutants.mjs up to date`);
}

/** Runs specs in the copy and prints a line. @returns whether the outcome is the wanted one */
async function tell(name, copy, specs, stop, wanted) {
  const begun = performance.now();
  const { red, broken } = await redTests(copy, specs, stop);
  const good = !broken && wanted(red);
  const seconds = Math.round((performance.now() - begun) / 1_000);
  const shown = broken
    ? `无法运行 · could not run: ${broken}`
    : red.length
      ? `${red.length}: ${red[0]}`
      : '全绿 · all green';
  process.stdout.write(`${good ? '✓' : '✗'} ${name}  (${seconds} s)\n    ${shown}\n`);
  return good;
}

/** @returns names of the tests that failed; `broken` when a spec could not even be loaded, which proves nothing */
async function redTests(copy, specs, stop) {
  const report = join(copy, 'report.json');
  rmSync(report, { force: true });
  const jest = ['node_modules/jest/bin/jest.js', '-c', 'test/jest.config.cjs', '--json', `--outputFile=${report}`];
  const env = { ...process.env };
  // Each run migrates a database of its own: the schema may be the mutant.
  delete env.HUIYING_TEST_SERVER;
  const child = spawn(process.execPath, [...jest, ...specs], { cwd: copy, env, stdio: 'ignore' });
  const end = () => child.kill('SIGTERM');
  stop.signal.addEventListener('abort', end);
  await new Promise((resolve, reject) => child.once('error', reject).once('exit', resolve));
  stop.signal.removeEventListener('abort', end);
  const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
  const unloaded = testResults.find((file) => file.status === 'failed' && file.assertionResults.length === 0);
  const failed = testResults.flatMap((file) => file.assertionResults.filter((one) => one.status === 'failed'));
  return { red: failed.map((one) => one.fullName), broken: unloaded?.message.split('\n')[0] ?? null };
}
