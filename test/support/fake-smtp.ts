import { createServer, type Server, type Socket } from 'node:net';
import { once } from 'node:events';

/** One mail as the server took it. */
export interface TakenMail {
  to: string[];
  /** Header and body as sent, lines ended by \n. */
  source: string;
}

/** How the server answers the next RCPT TO or end of DATA; `hang` never answers. */
export type SmtpAnswer = { rcpt?: string; data?: string; hang?: boolean };

/** A mail server that speaks just enough SMTP on a free port of this machine. */
export class FakeSmtp {
  readonly mails: TakenMail[] = [];
  /** Used up one per connection; when empty everything is taken. */
  readonly answers: SmtpAnswer[] = [];
  private readonly server: Server;
  private readonly sockets = new Set<Socket>();

  private constructor() {
    this.server = createServer((socket) => this.serve(socket));
  }

  static async start(): Promise<FakeSmtp> {
    const fake = new FakeSmtp();
    fake.server.listen(0, '127.0.0.1');
    await once(fake.server, 'listening');
    return fake;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.address() as { port: number }).port}`;
  }

  async stop(): Promise<void> {
    this.sockets.forEach((socket) => socket.destroy());
    this.server.close();
    await once(this.server, 'close');
  }

  private serve(socket: Socket): void {
    this.sockets.add(socket.on('close', () => this.sockets.delete(socket)).on('error', () => undefined));
    const answer = this.answers.shift() ?? {};
    const session: Session = { mail: { to: [], source: '' }, inData: false, rest: '' };
    const say = (line: string) => socket.write(`${line}\r\n`);
    if (answer.hang) return;
    say('220 fake');
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      const lines = (session.rest + chunk).split('\r\n');
      session.rest = lines.pop() ?? '';
      for (const line of lines) this.hear(line, session, answer, say);
    });
  }

  private hear(line: string, session: Session, answer: SmtpAnswer, say: (line: string) => void): void {
    const { mail } = session;
    if (session.inData) {
      if (line !== '.') mail.source += `${line}\n`;
      else {
        session.inData = false;
        if (!answer.data) this.mails.push(mail);
        say(answer.data ?? '250 taken');
      }
    } else if (/^RCPT TO/i.test(line)) {
      mail.to.push(/<(.*)>/.exec(line)?.[1] ?? '');
      say(answer.rcpt ?? '250 ok');
    } else if (/^DATA/i.test(line)) {
      session.inData = true;
      say('354 go on');
    } else say(/^QUIT/i.test(line) ? '221 bye' : '250 ok');
  }
}

interface Session {
  mail: TakenMail;
  inData: boolean;
  rest: string;
}
