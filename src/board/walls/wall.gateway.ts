import { Logger, type OnApplicationShutdown, UnauthorizedException } from '@nestjs/common';
import {
  ConnectedSocket,
  type OnGatewayConnection,
  type OnGatewayInit,
  SubscribeMessage,
  WebSocketGateway,
  WebSocketServer,
} from '@nestjs/websockets';
import type { DefaultEventsMap, Namespace, Socket } from 'socket.io';
import type { BoardTick } from '../../contract/board.js';
import type { WallName, WallPicture } from '../../contract/wall.js';
import { type FromWall, type ToWall, WALL_NAMESPACE } from '../../contract/wall-socket.js';
import { wallSecretOf } from '../../people/walls/wall-cookie.js';
import { WallEntry } from '../../people/walls/wall-entry.js';
import { cutOff, hasStalled } from '../backlog.js';
import type { BoardNews } from '../board-reader.js';
import { JournalTail } from '../journal-tail.js';
import { SharedReading } from '../shared-reading.js';
import { SOCKET_OPTIONS } from '../socket-options.js';
import { wallTick } from './wall-part.js';
import { WallReader } from './wall-reader.js';

type WallServer = Namespace<FromWall, ToWall, DefaultEventsMap, { wall: WallName }>;
type WallSocket = Socket<FromWall, ToWall, DefaultEventsMap, { wall: WallName }>;

/** A picture is shared among walls for so long, unless the journal goes on, ms. */
const PICTURE_MS = 1_000;
/** How long happenings are gathered into one picture, ms. */
const GATHERED_MS = 500;

/**
 * Where walls listen: at the same server and behind the same tail as the screens, in a namespace of their own, to which no
 * person is admitted. Every picture is whole, so none can be missed for longer than until the next.
 */
@WebSocketGateway({ ...SOCKET_OPTIONS, namespace: WALL_NAMESPACE })
export class WallGateway implements OnGatewayInit, OnGatewayConnection, OnApplicationShutdown {
  private readonly logger = new Logger(WallGateway.name);
  private readonly pictures: SharedReading<WallPicture>;
  private gathering: NodeJS.Timeout | null = null;
  @WebSocketServer() private readonly server!: WallServer;

  constructor(
    reader: WallReader,
    private readonly tail: JournalTail,
    private readonly entry: WallEntry,
  ) {
    this.pictures = new SharedReading(
      () => reader.picture(),
      PICTURE_MS,
      () => performance.now(),
    );
  }

  afterInit(server: WallServer): void {
    server.use((socket, next) => {
      this.entry.wallBehind(wallSecretOf(socket.request)).then(
        (wall) => {
          socket.data = { wall };
          next();
        },
        (error) => next(new Error(error instanceof UnauthorizedException ? 'unauthorized' : 'unavailable')),
      );
    });
  }

  async handleConnection(socket: WallSocket): Promise<void> {
    await this.sendPicture(socket);
    await this.cutOffRevoked().catch((error: unknown) => this.failed('核对大屏 · check the walls', error));
  }

  @SubscribeMessage('resync')
  sendPicture(@ConnectedSocket() socket: WallSocket): Promise<void> {
    return this.show(() => [socket]);
  }

  /** What the journal has brought: cases to be drawn anew, or a wall that was revoked. */
  hear({ walls }: Pick<BoardNews, 'walls'>): void {
    if (walls) this.cutOffRevoked().catch((error: unknown) => this.failed('核对大屏 · check the walls', error));
    if (this.sockets().length === 0) return;
    this.gathering ??= setTimeout(() => {
      this.gathering = null;
      void this.show(() => this.sockets());
    }, GATHERED_MS);
  }

  tick(tick: BoardTick): void {
    this.server.emit('tick', wallTick(tick));
  }

  /** Asked with every tick, and at once when a wall was revoked. */
  async cutOffRevoked(): Promise<void> {
    const present = await this.entry.present(this.sockets().map(({ data }) => data.wall.id));
    for (const socket of this.sockets()) {
      if (present.has(socket.data.wall.id)) continue;
      socket.emit('ended');
      socket.disconnect(true);
    }
  }

  onApplicationShutdown(): void {
    if (this.gathering) clearTimeout(this.gathering);
  }

  private async show(to: () => WallSocket[]): Promise<void> {
    try {
      const picture = await this.pictures.since(this.tail.seq);
      for (const socket of to()) {
        if (hasStalled(socket)) cutOff(socket);
        else socket.emit('picture', picture);
      }
    } catch (error) {
      this.failed('读取大屏画面 · read what walls show', error);
    }
  }

  private sockets(): WallSocket[] {
    return [...this.server.sockets.values()];
  }

  private failed(what: string, error: unknown): void {
    this.logger.error(`未能${what}: ${String(error)}`);
  }
}
