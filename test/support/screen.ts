import { io, type Socket } from 'socket.io-client';
import type { BoardEntries, BoardSnapshot } from '../../src/contract/board.js';
import { BOARD_PATH, type FromScreen, type ToScreen } from '../../src/contract/board.js';

/** A connected board, as a browser would be: it remembers what it was told. */
export class Screen {
  readonly entries: BoardEntries[] = [];
  snapshot: BoardSnapshot | null = null;
  /** How many it was sent. */
  snapshots = 0;
  ended = false;
  /** Names of all that it was ever told. */
  readonly heard = new Set<string>();
  private readonly waiting = new Set<() => void>();

  private constructor(private readonly socket: Socket<ToScreen, FromScreen>) {
    socket.on('snapshot', (snapshot) =>
      this.note(() => {
        this.snapshot = snapshot;
        this.snapshots += 1;
      }),
    );
    socket.on('entries', (news) => this.note(() => this.entries.push(news)));
    socket.onAny((name: string) => this.note(() => this.heard.add(name)));
    socket.on('ended', () => this.note(() => (this.ended = true)));
    socket.on('disconnect', () => this.note(() => undefined));
  }

  /** Resolves with the snapshot in hand. @throws when the server refuses */
  static async connect(address: string, cookie: string): Promise<Screen> {
    const socket: Socket<ToScreen, FromScreen> = io(address, {
      path: BOARD_PATH,
      extraHeaders: { cookie },
      reconnection: false,
      transports: ['websocket'],
      forceNew: true,
    });
    const screen = new Screen(socket);
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', reject);
    }).catch((error: Error) => {
      socket.close();
      throw error;
    });
    await screen.until(() => screen.snapshot !== null);
    return screen;
  }

  get connected(): boolean {
    return this.socket.connected;
  }

  /** Resolves as soon as the condition holds after something was heard. Jest's own limit ends a wait in vain. */
  async until(holds: () => boolean): Promise<void> {
    while (!holds()) await new Promise<void>((resolve) => this.waiting.add(resolve));
  }

  /** Asks for a snapshot so many times without waiting for any. */
  asks(times: number): void {
    for (let asked = 0; asked < times; asked += 1) this.socket.emit('resync');
  }

  kinds(): string[] {
    return this.entries.flatMap((news) => news.entries.map((entry) => entry.kind));
  }

  close(): void {
    this.socket.close();
  }

  private note(change: () => unknown): void {
    change();
    for (const resolve of this.waiting) resolve();
    this.waiting.clear();
  }
}
