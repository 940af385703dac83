import { once } from 'node:events';
import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { Server } from 'socket.io';
import { Audience, type ScreenServer } from '../../../board/audience.js';
import { SOCKET_OPTIONS } from '../../../board/socket-options.js';
import { BOARD_PATH } from '../../../contract/board.js';
import { alertNews, LISTENER } from './told.js';

/** How the message that is counted begins on the line, by either way the same. */
export const BEGIN = '42["entries"';

/** One way to tell all who listen. */
export interface Speaker {
  url: string;
  say(): void;
  close(): void;
}

/** The board's own: its options of the socket server, its audience with rooms and the look at who has stalled. */
export async function productSpeaker(): Promise<Speaker & { frame: () => Buffer; wsEngine: WsEngine }> {
  const http = createServer();
  const server: ScreenServer = new Server(http, SOCKET_OPTIONS);
  const audience = new Audience(server);
  server.on('connection', (socket) => {
    socket.data = { sessionId: '', person: LISTENER, shown: new Set(), asked: false, awaiting: false };
    void audience.admit(socket);
  });
  let seq = 0;
  return {
    url: `${await opened(http)}${BOARD_PATH}/?EIO=4&transport=websocket`,
    say: () => audience.tell(alertNews((seq += 1))),
    close: () => void server.close(),
    frame: () => frameOf(`42${JSON.stringify(['entries', alertNews(1).entries])}`),
    wsEngine: server.engine.opts.wsEngine as WsEngine,
  };
}

interface PlainServer {
  on(event: 'connection', heard: (client: { send(text: string): void }, request: { socket: Socket }) => void): void;
  close(): void;
}
type WsEngine = new (options: { server: HttpServer; perMessageDeflate: boolean }) => PlainServer;

/** The reference: plain `ws`, one frame built once, written to every socket as it is. */
export async function plainSpeaker(Engine: WsEngine, frame: Buffer): Promise<Speaker> {
  const http = createServer();
  const server = new Engine({ server: http, perMessageDeflate: false });
  const sockets: Socket[] = [];
  server.on('connection', (client, { socket }) => {
    sockets.push(socket);
    client.send('welcome');
  });
  return {
    url: await opened(http),
    say: () => sockets.forEach((socket) => socket.write(frame)),
    close: () => {
      sockets.forEach((socket) => socket.destroy());
      server.close();
      http.close();
    },
  };
}

async function opened(http: HttpServer): Promise<string> {
  await once(http.listen(0, '127.0.0.1', 4_096), 'listening');
  return `ws://127.0.0.1:${(http.address() as AddressInfo).port}`;
}

/** A text frame of a server (RFC 6455, 5.2), below 65,536 bytes. */
function frameOf(text: string): Buffer {
  const data = Buffer.from(text);
  const head = data.length < 126 ? [0x81, data.length] : [0x81, 126, data.length >> 8, data.length & 255];
  return Buffer.concat([Buffer.from(head), data]);
}
