import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import type { Recorder } from './recorder.js';

const KEY = /^idempotency-key: (.+)$/im;
/** A long header goes on in the next line (RFC 5322 §2.2.3). */
const FOLD = /\n(?=[ \t])/g;

/** The other side of every e-mail: a mail server that knows as many commands as are needed. */
export class RecordingMailbox {
  private readonly server: Server;
  private readonly sockets = new Set<Socket>();

  private constructor(private readonly recorder: Recorder) {
    this.server = createServer((socket) => this.serve(socket));
  }

  static async open(recorder: Recorder): Promise<RecordingMailbox> {
    const mailbox = new RecordingMailbox(recorder);
    await once(mailbox.server.listen(0, '127.0.0.1'), 'listening');
    return mailbox;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
    await once(this.server, 'close');
  }

  private serve(socket: Socket): void {
    this.sockets.add(socket);
    // A sender who is killed breaks off.
    socket.on('close', () => this.sockets.delete(socket)).on('error', () => undefined);
    let rest = '';
    let mail: string[] | null = null;
    const say = (line: string) => void socket.write(`${line}\r\n`);
    say('220 chaos');
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      const lines = (rest + chunk).split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (mail !== null && line !== '.') mail.push(line);
        else if (mail !== null) {
          this.take(mail.join('\n'), socket, say);
          mail = null;
        } else if (/^data/i.test(line)) {
          mail = [];
          say('354 go on');
        } else say(/^quit/i.test(line) ? '221 bye' : '250 ok');
      }
    });
  }

  private take(mail: string, socket: Socket, say: (line: string) => void): void {
    const [head = '', ...body] = mail.split('\n\n');
    // The date of an e-mail is that of the attempt; what it says is equal.
    const luck = this.recorder.take(KEY.exec(head.replace(FOLD, ''))?.[1]?.trim() ?? 'none', body.join('\n\n'));
    if (luck === 'broken') socket.destroy();
    else if (luck === 'refused') say('451 try again later');
    else if (luck === 'taken') say('250 taken');
  }
}
