import { io } from 'socket.io-client';
import { type BoardSocket, connectBoard, SOCKET_OPTIONS } from '../../src/web/board/board-socket.js';
import type { BoardConnection } from '../../src/web/board/keep-alive.js';
import { BoardStore } from '../../src/web/board/board-store.js';

/** The board as the browser runs it: the client's own store and connection, with its delays. */
export class LiveBoard {
  readonly store = new BoardStore();
  /** Whether the client was told, or had reason to fear, that its session has ended. */
  doubts = 0;
  /** All that the server ever said, as it was said. */
  readonly heard: string[] = [];
  readonly connection: BoardConnection;
  private readonly waiting = new Set<() => void>();

  private constructor(readonly socket: BoardSocket) {
    socket.onAny((...said: unknown[]) => {
      this.heard.push(JSON.stringify(said));
      this.wake();
    });
    const hearers = { onEntries: () => undefined, onDoubt: () => void (this.doubts += 1) };
    this.connection = connectBoard(this.store, hearers, socket);
    for (const event of ['connect', 'disconnect', 'connect_error'] as const) socket.on(event, () => this.wake());
  }

  /** Begins to connect; waits for nothing. */
  static open(address: string, cookie: string): LiveBoard {
    return new LiveBoard(io(address, { ...SOCKET_OPTIONS, extraHeaders: { cookie }, forceNew: true }));
  }

  /** Resolves as soon as the condition holds after something was heard. Jest's own limit ends a wait in vain. */
  async until(holds: () => boolean): Promise<void> {
    while (!holds()) await new Promise<void>((resolve) => this.waiting.add(resolve));
  }

  close(): void {
    this.connection.stop();
  }

  private wake(): void {
    for (const resolve of this.waiting) resolve();
    this.waiting.clear();
  }
}
