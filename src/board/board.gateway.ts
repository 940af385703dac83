import { type OnApplicationBootstrap, type OnApplicationShutdown, Logger } from '@nestjs/common';
import {
  ConnectedSocket,
  type OnGatewayConnection,
  type OnGatewayInit,
  SubscribeMessage,
  WebSocketGateway,
  WebSocketServer,
} from '@nestjs/websockets';
import type { Request } from 'express';
import type { DefaultEventsMap, Server, Socket } from 'socket.io';
import type { BoardTick, FromScreen, ToScreen } from '../contract/board.js';
import type { Person } from '../contract/session.js';
import { may } from '../domain/rights.js';
import { WebSessions } from '../people/web-sessions.js';
import { CanaryGateway } from './canary.gateway.js';
import { entriesFor, snapshotFor, tickFor } from './board-part.js';
import { type BoardNews, BoardReader, type BoardReading } from './board-reader.js';
import { JournalTail } from './journal-tail.js';
import { SharedReading } from './shared-reading.js';
import { SOCKET_OPTIONS } from './socket-options.js';
import { Ticker } from './ticker.js';

/** What the server holds of a screen: whose it is, and by which session. */
interface Screen {
  sessionId: string;
  person: Person;
  /** A snapshot is on its way: to ask again meanwhile asks for nothing new. */
  awaiting: boolean;
}
type ScreenSocket = Socket<FromScreen, ToScreen, DefaultEventsMap, Screen>;

const EVERYTHING = 'everything';
const ROOM_OF_BUREAU = 'bureau:';
/** A snapshot is shared among screens for so long, unless the journal goes on. */
const SNAPSHOT_MS = 1_000;

/**
 * The live board. A screen gets a snapshot with the journal position, then every entry after it; a gap it sees, it
 * heals by asking for a snapshot again. Rooms follow from the account alone; a session that ends is cut off.
 */
@WebSocketGateway(SOCKET_OPTIONS)
export class BoardGateway implements OnGatewayInit, OnGatewayConnection, OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(BoardGateway.name);
  private readonly snapshots: SharedReading<BoardReading>;
  @WebSocketServer() private readonly server!: Server<FromScreen, ToScreen, DefaultEventsMap, Screen>;

  constructor(
    reader: BoardReader,
    private readonly tail: JournalTail,
    private readonly ticker: Ticker,
    private readonly sessions: WebSessions,
    private readonly canaries: CanaryGateway,
  ) {
    this.snapshots = new SharedReading(
      () => reader.snapshot(),
      SNAPSHOT_MS,
      () => performance.now(),
    );
  }

  afterInit(server: Server<FromScreen, ToScreen, DefaultEventsMap, Screen>): void {
    server.engine.use(this.sessions.middleware);
    server.use((socket, next) => {
      this.admit(socket).then(
        (admitted) => next(admitted ? undefined : new Error('unauthorized')),
        () => next(new Error('unavailable')),
      );
    });
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.tail.follow((news) => {
      this.tell(news);
      news.canaries.forEach((passed) => this.canaries.tell(passed));
      if (news.accounts) this.cutOffEnded().catch((error: unknown) => this.cutOffFailed(error));
    });
    this.ticker.start(
      () => this.tail.seq,
      (tick) => this.sendTick(tick),
      () => this.cutOffEnded(),
    );
  }

  async onApplicationShutdown(): Promise<void> {
    await this.ticker.stop();
    await this.tail.stop();
  }

  /** The room first, then the snapshot: what happens in between is told twice rather than never. */
  async handleConnection(socket: ScreenSocket): Promise<void> {
    await socket.join(roomOf(socket.data.person));
    await this.sendSnapshot(socket);
  }

  @SubscribeMessage('resync')
  async sendSnapshot(@ConnectedSocket() socket: ScreenSocket): Promise<void> {
    if (socket.data.awaiting) return;
    socket.data.awaiting = true;
    try {
      const snapshot = await this.snapshots.since(this.tail.seq);
      socket.emit('snapshot', snapshotFor(snapshot, socket.data.person));
    } catch (error) {
      this.logger.error(`无法读取看板 · cannot read the board: ${String(error)}`);
      socket.disconnect(true);
    } finally {
      socket.data.awaiting = false;
    }
  }

  private async admit(socket: ScreenSocket): Promise<boolean> {
    const sessionId = (socket.request as Request).session?.id;
    const person = sessionId ? await this.sessions.personBehind(sessionId) : null;
    if (!sessionId || !person || person.mustChangePassword || !may(person.role, 'board.read')) return false;
    socket.data = { sessionId, person, awaiting: false };
    return true;
  }

  /** Room by room, one reading for all in it; screen by screen where a restricted matter is touched. */
  private tell(news: BoardNews): void {
    if (news.restricted.length > 0) return this.tellEachScreen(news);
    for (const [room, ids] of this.server.sockets.adapter.rooms) {
      const [id] = ids;
      const screen = id === undefined ? undefined : this.server.sockets.sockets.get(id);
      if (!screen || roomOf(screen.data.person) !== room) continue;
      this.server.to(room).emit('entries', entriesFor(news, screen.data.person));
    }
  }

  private tellEachScreen(news: BoardNews): void {
    for (const screen of this.server.sockets.sockets.values())
      if (screen.rooms.has(roomOf(screen.data.person))) screen.emit('entries', entriesFor(news, screen.data.person));
  }

  /** One for all, unless it holds what not everybody may see. */
  private sendTick(tick: BoardTick): void {
    if (tick.findings.length === 0) this.server.emit('tick', tick);
    else
      for (const screen of this.server.sockets.sockets.values()) screen.emit('tick', tickFor(tick, screen.data.person));
  }

  /** Asked with every tick, and at once when an account was changed. */
  private async cutOffEnded(): Promise<void> {
    for (const socket of this.server.sockets.sockets.values()) {
      const person = await this.sessions.personBehind(socket.data.sessionId);
      if (person && roomOf(person) === roomOf(socket.data.person)) continue;
      socket.emit('ended');
      socket.disconnect(true);
    }
  }

  private cutOffFailed(error: unknown): void {
    this.logger.error(`会话未能核对,随下次心跳重试 · sessions not checked, again with the next tick: ${String(error)}`);
  }
}

function roomOf({ bureau }: Person): string {
  return bureau === null ? EVERYTHING : `${ROOM_OF_BUREAU}${bureau}`;
}
