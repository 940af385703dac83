import { dirname } from 'node:path';
import { chooseQueueBackend } from '../queues/queues.module.js';
import { migrate } from '../database/migrate.js';
import { loadSettings, type Settings } from '../settings/settings.js';
import { checkQueue } from './queue-check.js';
import { type RoleName, type Running } from './role.js';
import { companions } from './companions.js';
import { startApi } from './start-api.js';
import { explainStart } from './explain-start.js';
import { startBackground } from './start-background.js';
import { onStop } from './stopping.js';

/** Where the project and its built entry file stand, and the environment it was started in. */
export interface Place {
  root: string;
  entry: string;
  variables: NodeJS.ProcessEnv;
}

/** Starts a role and stays until it is told to stop. A start that fails says why in one line and exits with 1. */
export async function runRole(role: RoleName, place: Place): Promise<void> {
  const running: Running[] = [];
  onStop(async () => {
    for (const one of running) await one.close();
  });
  try {
    const settings = loadSettings(place.variables, place.root, dirname(place.entry));
    await prepare(role, settings);
    running.push(...(await startRole(role, settings, place)));
    process.send?.('ready');
  } catch (error) {
    console.error(explainStart(error));
    process.exit(1);
  }
}

async function prepare(role: RoleName, settings: Settings): Promise<void> {
  await checkQueue(role, settings.env.REDIS_URL, (line) => console.error(line));
  chooseQueueBackend(settings.env.REDIS_URL);
  await migrate(settings.databaseUrl);
}

/** What runs, in the order in which it is to be stopped. `all` is the api with a worker and a timer forked beside it. */
async function startRole(role: RoleName, settings: Settings, { entry, variables }: Place): Promise<Running[]> {
  switch (role) {
    case 'worker':
    case 'timer':
      return [await startBackground(role, settings)];
    case 'api': {
      const api = await startApi(settings);
      api.announce();
      return [api];
    }
    case 'all': {
      // The api first: a port in use is known before anything is forked.
      const api = await startApi(settings);
      const told = { ...variables, BOARD_URL: variables['BOARD_URL'] || api.address };
      const beside = await companions(entry, ['worker', 'timer'], told);
      api.announce();
      return [beside, api];
    }
  }
}
