import { type ChildProcess, fork } from 'node:child_process';
import { openSync } from 'node:fs';
import { once } from 'node:events';

export type Post = 'timer' | 'worker';

interface Member {
  post: Post;
  child: ChildProcess;
  ready: boolean;
}

/** Sweepers and dispatchers as processes of their own, the built product's; who dies is replaced at once. */
export class Crew {
  private readonly members = new Set<Member>();
  private readonly log: number;
  private closing = false;
  /** Ends that nobody had asked for: a process that did not stand a crash of the database, say. */
  readonly surprises: string[] = [];

  constructor(
    private readonly entry: string,
    private readonly variables: NodeJS.ProcessEnv,
    logFile: string,
  ) {
    this.log = openSync(logFile, 'a');
  }

  employ(post: Post): void {
    const stdio: ('ignore' | 'ipc' | number)[] = ['ignore', this.log, this.log, 'ipc'];
    const child = fork(this.entry, [post], { env: this.variables, stdio });
    const member = { post, child, ready: false };
    this.members.add(member);
    child.once('message', () => (member.ready = true));
    child.once('exit', (code, signal) => {
      this.members.delete(member);
      if (this.closing) return;
      if (signal !== 'SIGKILL' && member.ready) this.surprises.push(`${post}: ${signal ?? code}`);
      this.employ(post);
    });
  }

  /** Who is at work now. */
  atWork(post?: Post): Post[] {
    return this.ready(post).map((member) => member.post);
  }

  /** SIGKILL to one who is at work. @returns false when there is none */
  kill(post: Post, pick: <T>(list: readonly T[]) => T): boolean {
    const ready = this.ready(post);
    if (ready.length === 0) return false;
    const victim = pick(ready);
    victim.ready = false;
    return victim.child.kill('SIGKILL');
  }

  /** Ends them as they have been ended all the time. */
  async close(): Promise<void> {
    this.closing = true;
    await Promise.all([...this.members].map(({ child }) => ended(child)));
  }

  private ready(post?: Post): Member[] {
    return [...this.members].filter((one) => one.ready && (post === undefined || one.post === post));
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}
