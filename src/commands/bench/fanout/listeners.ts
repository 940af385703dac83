import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { HeardByAll, Seats } from './listeners.child.js';

const PROCESSES = 2;

/** So many clients in processes of their own; knows when the last of them had a message. */
export class Listeners {
  private constructor(private readonly children: ChildProcess[]) {}

  static async open(root: string, seats: Seats): Promise<Listeners> {
    const entry = join(root, 'dist/src/commands/bench/fanout/listeners.child.js');
    const children = Array.from({ length: PROCESSES }, () => fork(entry, { stdio: ['ignore', 2, 2, 'ipc'] }));
    const own = { ...seats, many: seats.many / PROCESSES } satisfies Seats;
    await Promise.all(
      children.map(async (child) => {
        child.send(own);
        await once(child, 'message');
      }),
    );
    return new Listeners(children);
  }

  /** @returns wall ms at which the last of all had the next message */
  async next(): Promise<number> {
    const heard = await Promise.all(this.children.map((child) => once(child, 'message') as Promise<[HeardByAll]>));
    return Math.max(...heard.map(([{ at }]) => at));
  }

  close(): void {
    for (const child of this.children) child.kill('SIGKILL');
  }
}
