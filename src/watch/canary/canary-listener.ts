import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { io, type Socket } from 'socket.io-client';
import { DataSource } from 'typeorm';
import { canaryPass, canarySecret } from '../../board/canary-pass.js';
import { BOARD_PATH } from '../../contract/board.js';
import { CANARY_NAMESPACE, type ToCanary } from '../../contract/canary.js';
import { databaseNow } from '../../database/time.js';
import { Settings } from '../../settings/settings.js';
import { noteHeard } from './canary-runs.js';

const RETRY_MS = 5_000;

/** Listens at the board's address as a screen does, from a process of its own, and notes each self-check that comes out. */
@Injectable()
export class CanaryListener implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(CanaryListener.name);
  private socket: Socket<ToCanary> | null = null;
  private retry: NodeJS.Timeout | null = null;

  constructor(
    private readonly db: DataSource,
    private readonly settings: Settings,
  ) {}

  /** Whether anybody listens here; without an address the silence of the socket proves nothing. */
  get listens(): boolean {
    return this.socket !== null;
  }

  onApplicationBootstrap(): void {
    const { BOARD_URL } = this.settings.env;
    if (BOARD_URL) this.listenAt(BOARD_URL);
    else
      this.logger.warn('BOARD_URL 未设置,看板推送不在自检之内 · is not set: the board is left out of the self-check');
  }

  /** From now on there and nowhere else. @param address of the api, e.g. `http://127.0.0.1:3000` */
  listenAt(address: string): void {
    this.leave();
    const socket: Socket<ToCanary> = io(new URL(CANARY_NAMESPACE, address).href, {
      path: BOARD_PATH,
      transports: ['websocket'],
      forceNew: true,
      reconnectionDelayMax: RETRY_MS,
      auth: (give) => void this.pass().then((pass) => give({ pass })),
    });
    socket.on('passed', ({ incidentId }) => void this.heard(incidentId));
    socket.on('connect_error', (error) => this.again(socket, error.message));
    socket.on('disconnect', (reason) => this.again(socket, reason));
    this.socket = socket;
  }

  onModuleDestroy(): void {
    this.leave();
  }

  private leave(): void {
    if (this.retry) clearTimeout(this.retry);
    const { socket } = this;
    this.socket = null;
    this.retry = null;
    socket?.close();
  }

  /** A connection that the server refused or ended is not taken up again by the socket itself. */
  private again(socket: Socket<ToCanary>, why: string): void {
    if (socket !== this.socket) return;
    this.logger.warn(`自检未能连上看板 · the self-check is not connected to the board: ${why}`);
    if (socket.active) return;
    this.retry ??= setTimeout(() => {
      this.retry = null;
      socket.connect();
    }, RETRY_MS);
  }

  private async pass(): Promise<string> {
    try {
      const db = this.db.manager;
      return canaryPass(await canarySecret(db), await databaseNow(db));
    } catch {
      return '';
    }
  }

  private async heard(incidentId: string): Promise<void> {
    try {
      await noteHeard(this.db.manager, incidentId);
    } catch (error) {
      this.logger.error(`自检结果未能记下 · a self-check that was heard could not be noted: ${String(error)}`);
    }
  }
}
