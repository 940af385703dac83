import { z } from 'zod';
import { createTransport } from 'nodemailer';
import { type Channel, channelKind, DeliveryError, type Outgoing, type Taken, type EnvironmentOf } from './channel.js';
import { ADDRESS } from './address.js';
import { defaulted, optional } from './variable.js';

const variables = {
  SMTP_URL: optional(z.string().regex(/^smtps?:\/\//, '形如 smtp://user:password@host:587')),
  MAIL_FROM: defaulted(z.string().default('huiying@localhost')),
};

const CONNECT_MS = 5_000;
/** SMTP commands whose 5xx answer speaks of this notice, not of our account with the server. */
const ABOUT_THE_NOTICE = new Set(['RCPT TO', 'DATA']);

/** E-mail over SMTP (SMTP_URL, MAIL_FROM): plain text, Chinese first. */
export class EmailChannel implements Channel {
  private readonly transport;

  constructor(private readonly settings: { env: EnvironmentOf<typeof variables> }) {
    const url = settings.env.SMTP_URL;
    this.transport = url ? createTransport(transportOptions(url)) : null;
  }

  async send(notice: Outgoing, signal: AbortSignal): Promise<Taken> {
    if (!this.transport) throw new DeliveryError('SMTP_URL 未设置 · is not set', false);
    const { subject, lines } = notice.text;
    try {
      const { response } = await this.transport.sendMail({
        from: this.settings.env.MAIL_FROM,
        to: { name: '', address: oneLine(notice.address) },
        subject: oneLine(`${subject.zh} · ${subject.en}`),
        text: [...lines.zh, '', ...lines.en, ''].map(oneLine).join('\n'),
        textEncoding: 'base64',
        messageId: messageId(notice, this.settings.env.MAIL_FROM),
        headers: { 'Idempotency-Key': notice.idempotencyKey, 'Auto-Submitted': 'auto-generated' },
        signal,
      });
      return { answer: response };
    } catch (error) {
      throw deliveryError(error);
    }
  }
}

function transportOptions(url: string) {
  return {
    url,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    dnsTimeout: CONNECT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** Titles come from feeds: no line break or control character may reach a header. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}

/** The same for every attempt, so that mail systems recognise a repetition. */
function messageId({ idempotencyKey }: Outgoing, from: string): string {
  const domain = /@([\w.-]+)/.exec(from)?.[1] ?? 'localhost';
  return `<${idempotencyKey.replaceAll(':', '.')}@${domain}>`;
}

function deliveryError(error: unknown): DeliveryError {
  const { message, command = '', permanent } = error as Error & { command?: string; permanent?: boolean };
  return new DeliveryError(message, permanent === true && ABOUT_THE_NOTICE.has(command));
}

export const email = channelKind({
  name: 'email',
  words: { zh: '邮件', en: 'e-mail' },
  content: 'full',
  address: ADDRESS.mailbox,
  expected: true,
  variables,
  needs: 'SMTP_URL',
  open: (settings) => new EmailChannel(settings),
});
