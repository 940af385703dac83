import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');

/** One run of `node src/start.mjs`, leader of its own process group as a shell would make it. */
export class Started {
  stdout = '';
  stderr = '';
  readonly exit: Promise<number | null>;
  private readonly child: ChildProcess;

  constructor(args: string[], env: Record<string, string>) {
    this.child = spawn(process.execPath, [join(ROOT, 'src/start.mjs'), ...args], {
      cwd: '/',
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'], PORT: '0', LOG_LEVEL: 'warn', ...env },
    });
    this.child.stdout?.setEncoding('utf8').on('data', (text: string) => (this.stdout += text));
    this.child.stderr?.setEncoding('utf8').on('data', (text: string) => (this.stderr += text));
    this.exit = once(this.child, 'exit').then(([code]) => code as number | null);
  }

  get pid(): number {
    if (this.child.pid === undefined) throw new Error('could not be spawned');
    return this.child.pid;
  }

  /** The address of the line `ready …`. @throws with all that was said when it ends before */
  async ready(): Promise<string> {
    const address = () => /^ready (http:\/\/\S+)$/m.exec(this.stdout)?.[1];
    const ended = this.exit.then(() => 'ended');
    for (let found = address(); ; found = address()) {
      if (found) return found;
      const next = await Promise.race([this.output(), ended]);
      if (next === 'ended' && !address()) throw new Error(`ended before it was ready:\n${this.stdout}${this.stderr}`);
    }
  }

  /** The signal to every process of the group, as Ctrl-C does. */
  signalGroup(name: NodeJS.Signals): void {
    process.kill(-this.pid, name);
  }

  /** The signal to the starting process alone. */
  signal(name: NodeJS.Signals): void {
    process.kill(this.pid, name);
  }

  /** Whether any process of the group still runs. */
  get isAnyoneLeft(): boolean {
    const listed = spawnSync('ps', ['-A', '-o', 'pgid=,stat='], { encoding: 'utf8' }).stdout.split('\n');
    return listed
      .map((line) => line.trim().split(/\s+/))
      .some(([group, state]) => {
        return Number(group) === this.pid && !state?.startsWith('Z');
      });
  }

  /** Resolves when the last process of the group has gone: their shared stdout closes then. */
  async groupGone(): Promise<void> {
    if (!this.child.stdout?.closed) await once(this.child, 'close');
  }

  /** Lets go of what it says, so that nothing keeps the test waiting. */
  forget(): void {
    this.child.stdout?.destroy();
    this.child.stderr?.destroy();
  }

  private async output(): Promise<void> {
    if (!this.child.stdout || !this.child.stderr) return;
    await Promise.race([once(this.child.stdout, 'data'), once(this.child.stderr, 'data')]);
  }
}

/** The process number of the embedded server that last ran on a DATA_DIR. */
export function databasePid(dataDir: string): number | null {
  const file = join(dataDir, 'postgres/postmaster.pid');
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : null;
}

/** Whether a process still runs; one that has ended and waits to be collected by its parent does not. */
export function runs(pid: number): boolean {
  const state = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim();
  return state !== '' && !state.startsWith('Z');
}
