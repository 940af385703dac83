import { once } from 'node:events';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { text } from 'node:stream/consumers';

/** One call as the receiver got it. */
export interface TakenCall {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** A webhook receiver on a free port of this machine. */
export class FakeReceiver {
  readonly calls: TakenCall[] = [];
  /**
   * Status per call, in order; 204 when used up; an object is said as JSON with status 200, as robots do; `hang` never
   * answers, `endless` says 200 and never stops talking.
   */
  readonly answers: (number | object | 'hang' | 'endless')[] = [];
  private readonly server: Server;
  private readonly waiting: (() => void)[] = [];

  private constructor() {
    this.server = createServer((request, response) => void this.take(request, response));
  }

  static async start(): Promise<FakeReceiver> {
    const fake = new FakeReceiver();
    fake.server.listen(0, '127.0.0.1');
    await once(fake.server, 'listening');
    return fake;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as { port: number }).port}/alert`;
  }

  private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.calls.push({ path: request.url ?? '', headers: request.headers, body: await text(request) });
    this.waiting.splice(0).forEach((resolve) => resolve());
    const answer = this.answers.shift() ?? 204;
    if (answer === 'endless') talkFor(response);
    else if (typeof answer === 'object') response.writeHead(200).end(JSON.stringify(answer));
    else if (answer !== 'hang') response.writeHead(answer, answer === 302 ? { location: '/elsewhere' } : {}).end();
  }

  /** What was said in a call, as JSON. */
  said<T>(index = 0): T {
    return JSON.parse(this.calls[index]?.body ?? '{}') as T;
  }

  /** Resolves when there has been a call. */
  async called(): Promise<void> {
    if (this.calls.length === 0) await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }
}

function talkFor(response: ServerResponse): void {
  const talk = (): void => void response.write('x'.repeat(16_384));
  response.on('drain', talk);
  response.writeHead(200);
  talk();
}
