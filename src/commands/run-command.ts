import { join } from 'node:path';
import type { CommandIo } from './command-io.js';
import { SettingsError } from '../settings/fault.js';

/** The project's folder, and the environment the command was started in. */
export interface CommandPlace {
  root: string;
  variables: NodeJS.ProcessEnv;
}

type Runner = (argv: string[], io: CommandIo, place: CommandPlace) => Promise<number>;

/** Each command loads only what it needs: the pure ones start without framework and database. */
const COMMANDS: Record<string, Runner> = {
  assess: async (argv, io, { root }) => {
    const { assessCommand } = await import('./assess.js');
    const { loadRules } = await import('../settings/rules.js');
    return assessCommand(argv, io, loadRules(join(root, 'config')));
  },
  cluster: async (argv, io, { root }) => {
    const { clusterCommand } = await import('./cluster.js');
    const { loadRules } = await import('../settings/rules.js');
    return clusterCommand(argv, io, loadRules(join(root, 'config')));
  },
  'parse-feed': async (argv, io, { root }) => {
    const { parseFeedCommand } = await import('./parse-feed.js');
    const { ThreadedOpinion } = await import('../ingestion/reading/second-opinion.js');
    const thread = join(root, 'dist/src/ingestion/reading/second-opinion.worker.js');
    return parseFeedCommand(argv, io, new ThreadedOpinion(thread));
  },
  replay: async (argv, io, { root, variables }) =>
    (await import('./replay.js')).replayCommand(argv, io, root, variables['DATA_DIR']),
  'verify-journal': async (argv, io, { variables }) => {
    const { verifyJournalCommand } = await import('./verify-journal.js');
    const { ANCHORS_FOLDER } = await import('../journal/anchors/anchor.js');
    const dataDir = variables['DATA_DIR'];
    const anchors = dataDir === undefined ? undefined : join(dataDir, ANCHORS_FOLDER);
    // npm starts in the project's folder and tells where it was called.
    return verifyJournalCommand(argv, io, {
      url: variables['DATABASE_URL'],
      from: variables['INIT_CWD'] ?? '.',
      anchors,
    });
  },
  chaos: async (argv, io, place) => (await import('./chaos.js')).chaosCommand(argv, io, place),
  bench: async (argv, io, { root, variables }) =>
    (await import('./bench.js')).benchCommand(argv, io, { root, databaseUrl: variables['DATABASE_URL'] }),
};

export function isCommand(name: string): boolean {
  return Object.hasOwn(COMMANDS, name);
}

/** @returns the exit code; faults of the settings are told in full and answered 1 */
export async function runCommand(name: string, argv: string[], place: CommandPlace): Promise<number> {
  const runner = COMMANDS[name];
  if (!runner) return 2;
  try {
    return await runner(argv, { input: process.stdin, output: process.stdout, error: process.stderr }, place);
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}
