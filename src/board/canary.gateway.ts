import { Logger } from '@nestjs/common';
import { type OnGatewayConnection, type OnGatewayInit, WebSocketGateway, WebSocketServer } from '@nestjs/websockets';
import type { DefaultEventsMap, Namespace, Socket } from 'socket.io';
import { DataSource } from 'typeorm';
import { CANARY_NAMESPACE, type CanaryPassed, type ToCanary } from '../contract/canary.js';
import { databaseNow } from '../database/time.js';
import { CANARY_FIRED } from '../journal/canary-kind.js';
import { canarySecret, isCanaryPass } from './canary-pass.js';
import { JournalTail } from './journal-tail.js';
import { SOCKET_OPTIONS } from './socket-options.js';

type CanarySocket = Socket<DefaultEventsMap, ToCanary>;

/**
 * Where self-checks come out: at the same server and behind the same tail as the screens, in a namespace of their own. Who
 * comes late is told of the last one that the tail has passed, as a screen is given a snapshot.
 */
@WebSocketGateway({ ...SOCKET_OPTIONS, namespace: CANARY_NAMESPACE })
export class CanaryGateway implements OnGatewayInit, OnGatewayConnection {
  private readonly logger = new Logger(CanaryGateway.name);
  @WebSocketServer() private readonly server!: Namespace<DefaultEventsMap, ToCanary>;

  constructor(
    private readonly db: DataSource,
    private readonly tail: JournalTail,
  ) {}

  afterInit(server: Namespace<DefaultEventsMap, ToCanary>): void {
    server.use((socket, next) => {
      this.admits(socket.handshake.auth['pass']).then(
        (admitted) => next(admitted ? undefined : new Error('unauthorized')),
        () => next(new Error('unavailable')),
      );
    });
  }

  async handleConnection(socket: CanarySocket): Promise<void> {
    try {
      const last = await this.lastPassed();
      if (last) socket.emit('passed', last);
    } catch (error) {
      this.logger.error(`无法读取上次自检 · cannot read the last self-check: ${String(error)}`);
      socket.disconnect(true);
    }
  }

  tell(passed: CanaryPassed): void {
    this.server.emit('passed', passed);
  }

  private async admits(pass: unknown): Promise<boolean> {
    const db = this.db.manager;
    return isCanaryPass(pass, await canarySecret(db), await databaseNow(db));
  }

  private async lastPassed(): Promise<CanaryPassed | null> {
    const [row] = await this.db.query<{ incidentId: string; seq: string }[]>(
      `select incident_id as "incidentId", seq from journal where kind = $1 and seq <= $2 order by seq desc limit 1`,
      [CANARY_FIRED, this.tail.seq],
    );
    return row ? { incidentId: row.incidentId, seq: Number(row.seq) } : null;
  }
}
