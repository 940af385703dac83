import { createServer as createHttp, type RequestListener } from 'node:http';
import { createServer as createHttps } from 'node:https';
import { createServer as createTcp, type AddressInfo, type Server, type Socket } from 'node:net';
import { selfSigned } from './self-signed.js';

/** Servers of one spec on free ports of this machine, well-behaved or not. */
export class Servers {
  private readonly running: { server: Server; sockets: Set<Socket> }[] = [];

  /** @returns the address, without a slash at its end */
  async http(listener: RequestListener): Promise<string> {
    return `http://127.0.0.1:${await this.listen(createHttp(listener))}`;
  }

  /** Over TLS, with a certificate that nobody vouches for. */
  async https(listener: RequestListener): Promise<string> {
    return `https://127.0.0.1:${await this.listen(createHttps(selfSigned('news.example'), listener))}`;
  }

  /** Whatever the socket says, down to the byte; called when the client has said something. */
  async tcp(talk: (socket: Socket, heard: string) => void): Promise<string> {
    const server = createTcp((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', (data) => talk(socket, data.toString('latin1')));
    });
    return `http://127.0.0.1:${await this.listen(server)}`;
  }

  async close(): Promise<void> {
    for (const { server, sockets } of this.running.splice(0)) {
      sockets.forEach((socket) => socket.destroy());
      await new Promise((resolve) => server.close(resolve));
    }
  }

  private async listen(server: Server): Promise<number> {
    const sockets = new Set<Socket>();
    server.on('connection', (socket: Socket) => sockets.add(socket));
    this.running.push({ server, sockets });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return (server.address() as AddressInfo).port;
  }
}
