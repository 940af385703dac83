import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Recorder } from './recorder.js';

/** Robots answer 200 and say in the text what came of it. */
const ROBOT = '/robot';

/** The other side of every webhook and of every robot. */
export class RecordingReceiver {
  private readonly server: Server;

  private constructor(private readonly recorder: Recorder) {
    this.server = createServer((request, response) => {
      // A caller who is killed breaks off.
      this.take(request, response).catch(() => response.destroy());
    });
  }

  static async open(recorder: Recorder): Promise<RecordingReceiver> {
    const receiver = new RecordingReceiver(recorder);
    await once(receiver.server.listen(0, '127.0.0.1'), 'listening');
    return receiver;
  }

  get webhook(): string {
    return `${this.origin}/alert`;
  }

  get robot(): string {
    return `${this.origin}${ROBOT}?key=chaos`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  private get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request);
    const luck = this.recorder.take(String(request.headers['idempotency-key']), body);
    if (luck === 'broken') request.socket.destroy();
    else if (luck === 'refused') response.writeHead(this.recorder.chance.pick([429, 500, 503])).end();
    else if (luck === 'taken' && request.url?.startsWith(ROBOT)) response.writeHead(200).end('{"errcode":0}');
    else if (luck === 'taken') response.writeHead(204).end();
  }
}
