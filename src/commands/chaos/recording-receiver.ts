import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Chance } from './chance.js';
import type { ProductTime } from './product-time.js';

/** All that came under one idempotency key. */
export interface Received {
  key: string;
  calls: number;
  /** Calls that were answered with success. */
  taken: number;
  /** What was said, without repetitions: one text when every repeat was equal. */
  bodies: string[];
  /** Product time of the first call. */
  first: Date;
}

/** How often a call is refused, broken off, or not answered at all. */
const REFUSED = 0.06;
const BROKEN = 0.04;
const SILENT = 0.01;

/** The other side of every webhook: writes down what comes, and is as unreliable as others are. */
export class RecordingReceiver {
  readonly received = new Map<string, Received>();
  /** Called when a call has come and before it is answered: the moment between sending and recording. */
  onCall: (() => void) | null = null;
  time: ProductTime | null = null;
  /** False once the troubles are over. */
  unreliable = true;
  private readonly server: Server;

  private constructor(private readonly chance: Chance) {
    this.server = createServer((request, response) => {
      // A caller who is killed breaks off.
      this.take(request, response).catch(() => response.destroy());
    });
  }

  static async open(chance: Chance): Promise<RecordingReceiver> {
    const receiver = new RecordingReceiver(chance);
    await once(receiver.server.listen(0, '127.0.0.1'), 'listening');
    return receiver;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/alert`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request);
    const noted = this.note(String(request.headers['idempotency-key']), body);
    this.onCall?.();
    const luck = this.unreliable ? this.chance.next() : 1;
    if (luck < SILENT) return;
    if (luck < SILENT + BROKEN) request.socket.destroy();
    else if (luck < SILENT + BROKEN + REFUSED) response.writeHead(this.chance.pick([429, 500, 503])).end();
    else {
      noted.taken += 1;
      response.writeHead(204).end();
    }
  }

  private note(key: string, body: string): Received {
    const noted = this.received.get(key) ?? {
      ...{ key, calls: 0, taken: 0, bodies: [] },
      first: this.time?.now() ?? new Date(0),
    };
    this.received.set(key, noted);
    noted.calls += 1;
    if (!noted.bodies.includes(body)) noted.bodies.push(body);
    return noted;
  }
}
