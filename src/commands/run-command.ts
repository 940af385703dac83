import { join } from 'node:path';
import type { CommandIo } from './command-io.js';
import { SettingsError } from '../settings/fault.js';

type Runner = (argv: string[], io: CommandIo, root: string) => Promise<number>;

/** Each command loads only what it needs: the pure ones start without framework and database. */
const COMMANDS: Record<string, Runner> = {
  assess: async (argv, io, root) => {
    const { assessCommand } = await import('./assess.js');
    const { loadRules } = await import('../settings/rules.js');
    return assessCommand(argv, io, loadRules(join(root, 'config')));
  },
  cluster: async (argv, io, root) => {
    const { clusterCommand } = await import('./cluster.js');
    const { loadRules } = await import('../settings/rules.js');
    return clusterCommand(argv, io, loadRules(join(root, 'config')));
  },
  'parse-feed': async (argv, io) => (await import('./parse-feed.js')).parseFeedCommand(argv, io),
  replay: async (argv, io, root) =>
    (await import('./replay.js')).replayCommand(argv, io, root, process.env['DATA_DIR']),
  'verify-journal': async (_argv, io) =>
    (await import('./verify-journal.js')).verifyJournalCommand(io, process.env['DATABASE_URL']),
  bench: async (argv, io, root) => (await import('./bench.js')).benchCommand(argv, io, root),
};

export function isCommand(name: string): boolean {
  return Object.hasOwn(COMMANDS, name);
}

/** @returns the exit code; faults of the settings are told in full and answered 1 */
export async function runCommand(name: string, argv: string[], root: string): Promise<number> {
  const runner = COMMANDS[name];
  if (!runner) return 2;
  try {
    return await runner(argv, { input: process.stdin, output: process.stdout, error: process.stderr }, root);
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}
