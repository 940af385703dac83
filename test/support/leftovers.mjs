import { readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findServer } from '../../src/start/pid-file.mjs';
import { identityOf } from '../../src/start/process-identity.mjs';
import { stopServer } from '../../src/start/server.mjs';

/** Stops the test server in a folder, without waiting for its data to be written, and removes the folder. */
export async function removeServer(home) {
  const live = findServer(join(home, 'postgres'));
  // A deadline that has passed skips the gentle way.
  if (live) await stopServer(live.pid, Date.now());
  rmSync(home, { recursive: true, force: true, maxRetries: 5 });
}

/** Removes what runs that were killed have left: their folders carry the number of the process that made them. */
export async function sweepLeftovers() {
  for (const name of readdirSync(tmpdir())) {
    const maker = /^huiying-test-(\d+)-/.exec(name)?.[1];
    if (!maker || identityOf(Number(maker)) !== null) continue;
    await removeServer(join(tmpdir(), name)).catch(() =>
      console.error(`${name} of another account is left where it is`),
    );
  }
}
