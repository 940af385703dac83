import { type OnApplicationBootstrap, type OnApplicationShutdown, Logger } from '@nestjs/common';
import {
  ConnectedSocket,
  type OnGatewayConnection,
  type OnGatewayInit,
  SubscribeMessage,
  WebSocketGateway,
} from '@nestjs/websockets';
import type { Request } from 'express';
import { may } from '../domain/rights.js';
import { WebSessions } from '../people/web-sessions.js';
import { Audience, roomOf, type ScreenServer, type ScreenSocket } from './audience.js';
import { cutOff, hasStalled } from './backlog.js';
import { CanaryGateway } from './canary.gateway.js';
import { BoardReader, type BoardReading } from './board-reader.js';
import { JournalTail } from './journal-tail.js';
import { SharedReading } from './shared-reading.js';
import { SOCKET_OPTIONS } from './socket-options.js';
import { Ticker } from './ticker.js';
import { WallGateway } from './walls/wall.gateway.js';

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
  private audience!: Audience;

  constructor(
    reader: BoardReader,
    private readonly tail: JournalTail,
    private readonly ticker: Ticker,
    private readonly sessions: WebSessions,
    private readonly canaries: CanaryGateway,
    private readonly walls: WallGateway,
  ) {
    this.snapshots = new SharedReading(
      () => reader.snapshot(),
      SNAPSHOT_MS,
      () => performance.now(),
    );
  }

  afterInit(server: ScreenServer): void {
    this.audience = new Audience(server);
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
      this.audience.tell(news);
      news.canaries.forEach((passed) => this.canaries.tell(passed));
      this.walls.hear(news);
      if (news.accounts) this.cutOffEnded().catch((error: unknown) => this.cutOffFailed(error));
    });
    this.ticker.start(
      () => this.tail.seq,
      (tick) => {
        this.audience.tick(tick);
        this.walls.tick(tick);
      },
      async () => {
        await this.cutOffEnded();
        await this.walls.cutOffRevoked();
      },
    );
  }

  async onApplicationShutdown(): Promise<void> {
    await this.ticker.stop();
    await this.tail.stop();
  }

  /** The room first, then the snapshot: what happens in between is told twice rather than never. */
  async handleConnection(socket: ScreenSocket): Promise<void> {
    await this.audience.admit(socket);
    await this.sendSnapshot(socket);
  }

  @SubscribeMessage('resync')
  async sendSnapshot(@ConnectedSocket() socket: ScreenSocket): Promise<void> {
    socket.data.asked = true;
    if (socket.data.awaiting) return;
    socket.data.awaiting = true;
    try {
      while (socket.data.asked && socket.connected) {
        socket.data.asked = false;
        if (hasStalled(socket)) return cutOff(socket);
        this.audience.give(socket, await this.snapshots.since(this.tail.seq));
      }
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
    socket.data = { sessionId, person, shown: new Set(), asked: false, awaiting: false };
    return true;
  }

  /** Asked with every tick, and at once when an account was changed. */
  private async cutOffEnded(): Promise<void> {
    const screens = this.audience.screens();
    const persons = await this.sessions.personsBehind(screens.map(({ data }) => data.sessionId));
    for (const screen of screens) {
      const person = persons.get(screen.data.sessionId);
      if (person && roomOf(person) === roomOf(screen.data.person)) continue;
      screen.emit('ended');
      screen.disconnect(true);
    }
  }

  private cutOffFailed(error: unknown): void {
    this.logger.error(`会话未能核对,随下次心跳重试 · sessions not checked, again with the next tick: ${String(error)}`);
  }
}
