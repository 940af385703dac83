import { io, type Socket } from 'socket.io-client';
import { BOARD_PATH } from '../../src/contract/board.js';
import type { WallPicture, WallTick, WallWithToken } from '../../src/contract/wall.js';
import { type FromWall, type ToWall, WALL_NAMESPACE } from '../../src/contract/wall-socket.js';
import type { Office } from './office.js';

/** A wall as its browser would be: it remembers what it was told last, and every word of it. */
export class WallScreen {
  picture: WallPicture | null = null;
  tick: WallTick | null = null;
  ended = false;
  readonly heard = new Set<string>();
  /** All that it was ever told, as JSON. */
  readonly said: string[] = [];
  private readonly waiting = new Set<() => void>();

  private constructor(private readonly socket: Socket<ToWall, FromWall>) {
    socket.onAny((name: string, ...told: unknown[]) =>
      this.note(() => {
        this.heard.add(name);
        this.said.push(JSON.stringify(told));
      }),
    );
    socket.on('picture', (picture) => this.note(() => (this.picture = picture)));
    socket.on('tick', (tick) => this.note(() => (this.tick = tick)));
    socket.on('ended', () => this.note(() => (this.ended = true)));
    socket.on('disconnect', () => this.note(() => undefined));
  }

  /** A wall is made and its link exchanged. @returns its cookie */
  static async cookieOf(office: Office, name = '指挥大厅'): Promise<string> {
    const { body } = await office.post<WallWithToken>('/walls', { name });
    const answer = await exchange(office.address, body.token);
    return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  }

  /** Resolves with the first picture in hand. @throws when the server refuses */
  static async connect(address: string, cookie: string): Promise<WallScreen> {
    const socket: Socket<ToWall, FromWall> = io(address + WALL_NAMESPACE, {
      path: BOARD_PATH,
      extraHeaders: { cookie },
      reconnection: false,
      transports: ['websocket'],
      forceNew: true,
    });
    const wall = new WallScreen(socket);
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', reject);
    }).catch((error: Error) => {
      socket.close();
      throw error;
    });
    await wall.until(() => wall.picture !== null);
    return wall;
  }

  get connected(): boolean {
    return this.socket.connected;
  }

  /** Resolves as soon as the condition holds after something was heard. Jest's own limit ends a wait in vain. */
  async until(holds: () => boolean): Promise<void> {
    while (!holds()) await new Promise<void>((resolve) => this.waiting.add(resolve));
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

/** What the wall's page does with the fragment of its link. */
export function exchange(address: string, token: string): Promise<Response> {
  return fetch(`${address}/api/v1/wall/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  });
}
