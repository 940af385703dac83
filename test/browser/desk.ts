import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ReplayServer } from '../../src/commands/replay-server.js';
import { Started } from '../start/started.js';

const ROOT = resolve(__dirname, '../..');

export const PASSWORD = 'browser-story-password';

/** The whole product on a data folder of its own, reading feeds that this test publishes. */
export class Desk {
  address = '';
  private readonly folder = mkdtempSync(join(tmpdir(), 'huiying-browser-'));
  private run: Started | null = null;

  constructor(private readonly feeds: ReplayServer) {}

  /** Starts it, the second time on the port of the first, so that an open page can find it again. */
  async start(): Promise<void> {
    const sources = join(this.folder, 'sources.yaml');
    const policy = join(this.folder, 'policy.yaml');
    writeFileSync(sources, this.feeds.sourcesFile());
    writeFileSync(policy, eager(readFileSync(join(ROOT, 'config/policy.yaml'), 'utf8')));
    this.run = new Started([], {
      DATA_DIR: join(this.folder, 'data'),
      SOURCES_FILE: sources,
      POLICY_FILE: policy,
      JURISDICTION: 'nation',
      ADMIN_PASSWORD: PASSWORD,
      PORT: this.address === '' ? '0' : new URL(this.address).port,
    });
    this.address = await this.run.ready();
  }

  async stop(): Promise<void> {
    if (this.run?.isAnyoneLeft) this.run.signalGroup('SIGTERM');
    await this.run?.groupGone();
    this.run = null;
  }

  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The office's own policy, visiting its core sources as often as it may: the test need not wait. */
function eager(policy: string): string {
  const changed = policy.replace(/^( {2}core: ).*$/m, '$1{ fastest: 5, slowest: 5 }');
  if (changed === policy) throw new Error('config/policy.yaml: collection.core was not found');
  return changed;
}
