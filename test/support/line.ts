import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** A network between a client and a server that can be cut, lose what it carries, or lead elsewhere. */
export class Line {
  private readonly pairs = new Set<[Socket, Socket]>();
  private isOpen = true;
  private lettingThrough = Infinity;

  private constructor(
    private readonly server: Server,
    private target: number,
  ) {}

  static async to(address: string): Promise<Line> {
    const server = createServer();
    const line = new Line(server, Number(new URL(address).port));
    server.on('connection', (near) => line.carry(near));
    await once(server.listen(0, '127.0.0.1'), 'listening');
    return line;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Connections end, and new ones are refused until the line is mended. */
  cut(): void {
    this.isOpen = false;
    this.end();
  }

  /** Connections stay and carry nothing more, in either direction: nobody is told. */
  falls(): void {
    for (const [near, far] of this.pairs) {
      near.unpipe(far);
      far.removeAllListeners('data');
      near.resume();
      far.resume();
    }
  }

  /** The client's end takes nothing more; what the server sends waits where it is. */
  clogs(): void {
    for (const [, far] of this.pairs) far.pause();
  }

  /** Takes up what has waited. */
  flows(): void {
    for (const [, far] of this.pairs) far.resume();
  }

  /** After so many more bytes from the server the line is cut, wherever that falls in what it says. */
  breaksAfter(bytes: number): void {
    this.lettingThrough = bytes;
  }

  /** @param address another server, when it is not the one before */
  mend(address?: string): void {
    if (address) this.target = Number(new URL(address).port);
    this.lettingThrough = Infinity;
    this.isOpen = true;
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((closed) => this.server.close(closed));
  }

  private carry(near: Socket): void {
    if (!this.isOpen) return void near.destroy();
    const far = connect(this.target, '127.0.0.1');
    const pair: [Socket, Socket] = [near, far];
    this.pairs.add(pair);
    for (const end of pair) {
      end.on('error', () => undefined);
      end.on('close', () => {
        this.pairs.delete(pair);
        near.destroy();
        far.destroy();
      });
    }
    near.pipe(far);
    far.on('data', (bytes: Buffer) => this.pass(bytes, near));
  }

  private pass(bytes: Buffer, near: Socket): void {
    const passing = bytes.subarray(0, this.lettingThrough);
    this.lettingThrough -= passing.length;
    near.write(passing, () => this.lettingThrough <= 0 && this.cut());
  }

  private end(): void {
    for (const pair of [...this.pairs]) for (const end of pair) end.destroy();
  }
}
