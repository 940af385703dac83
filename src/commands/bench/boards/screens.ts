import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Places, SeenByAll } from './screens.child.js';

const PROCESSES = 2;

/** A hundred boards, say, in processes of their own; knows when the last of them had an entry. */
export class Screens {
  private readonly heard: SeenByAll[] = [];
  private wake: () => void = () => undefined;

  private constructor(private readonly children: ChildProcess[]) {
    for (const child of children)
      child.on('message', (seen) => {
        this.heard.push(seen as SeenByAll);
        this.wake();
      });
  }

  static async open(root: string, { address, cookies }: Places): Promise<Screens> {
    const entry = join(root, 'dist/src/commands/bench/boards/screens.child.js');
    const children = Array.from({ length: PROCESSES }, () => fork(entry, { stdio: ['ignore', 2, 2, 'ipc'] }));
    await Promise.all(
      children.map(async (child, n) => {
        child.send({ address, cookies: cookies.filter((_, at) => at % PROCESSES === n) } satisfies Places);
        await once(child, 'message');
      }),
    );
    return new Screens(children);
  }

  /**
   * Waits until every screen has an entry of this kind that was not yet told of.
   * @param patienceMs null is returned after it
   */
  async next(kind: string, patienceMs: number): Promise<SeenByAll | null> {
    const until = performance.now() + patienceMs;
    for (;;) {
      const complete = this.complete(kind);
      if (complete) return complete;
      const left = until - performance.now();
      if (left <= 0) return null;
      await new Promise<void>((resolve) => {
        const late = setTimeout(resolve, left);
        this.wake = () => {
          clearTimeout(late);
          resolve();
        };
      });
    }
  }

  /** When the last screen had this entry, which all of them have by now. */
  at(incidentId: string, kind: string): number {
    return Math.max(
      ...this.heard.filter((one) => one.incidentId === incidentId && one.kind === kind).map(({ at }) => at),
    );
  }

  forget(): void {
    this.heard.splice(0);
  }

  close(): void {
    for (const child of this.children) child.kill('SIGKILL');
  }

  private complete(kind: string): SeenByAll | null {
    const ofKind = this.heard.filter((one) => one.kind === kind);
    const last = ofKind.findLast(
      ({ incidentId }) => ofKind.filter((one) => one.incidentId === incidentId).length === this.children.length,
    );
    return last ? { ...last, at: this.at(last.incidentId, kind) } : null;
  }
}
