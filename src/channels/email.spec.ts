import { FakeSmtp } from '../../test/support/fake-smtp.js';
import type { Settings } from '../settings/settings.js';
import type { NoticeText } from '../notices/notice-text.js';
import type { Outgoing } from './channel.js';
import { EmailChannel } from './email.js';

const text = {
  recipient: 'SECURITY',
  subject: { zh: '【重大】剩 4:59', en: '[Level II] 4:59 left' },
  lines: { zh: ['事件 YQ-1 影院起火', '截止 11月22日 19:05'], en: ['Incident YQ-1', 'due 19:05 Beijing time'] },
} as NoticeText;

const notice: Outgoing = {
  id: 'n',
  alertId: 'a1',
  idempotencyKey: 'a1:SECURITY:email',
  address: 'duty@office.test',
  origin: 'file',
  text,
};

let smtp: FakeSmtp;
beforeEach(async () => {
  smtp = await FakeSmtp.start();
});
afterEach(() => smtp.stop());

function channel(from = '回应 <huiying@office.test>'): EmailChannel {
  return new EmailChannel({ env: { SMTP_URL: smtp.url, MAIL_FROM: from } });
}

const never = new AbortController().signal;

/** Header and body with encoded words and base64 bodies read. */
function readable(source: string): { head: string; body: string } {
  const [head = '', ...rest] = source.split('\n\n');
  const unfolded = head.replace(/\n[ \t]+/g, ' ').replace(/\?= =\?/g, '?==?');
  const words = unfolded.replace(/=\?UTF-8\?B\?([^?]*)\?=/gi, (_, word: string) =>
    Buffer.from(word, 'base64').toString(),
  );
  return { head: words, body: Buffer.from(rest.join('').replace(/\s/g, ''), 'base64').toString('utf8') };
}

describe('e-mail', () => {
  test('brings both languages, Chinese first, under a Message-ID that is the same for every attempt', async () => {
    await channel().send(notice, never);
    await channel().send(notice, never);
    const [first, second] = smtp.mails.map((mail) => readable(mail.source));
    expect(smtp.mails[0]?.to).toEqual(['duty@office.test']);
    expect(first?.head).toContain('Subject: 【重大】剩 4:59 · [Level II] 4:59 left');
    expect(first?.body).toMatch(/事件 YQ-1 影院起火\n截止 11月22日 19:05\n\nIncident YQ-1\ndue 19:05/);
    expect(first?.head).toContain('Message-ID: <a1.SECURITY.email@office.test>');
    expect(first?.head).toContain('Idempotency-Key: a1:SECURITY:email');
    expect(second?.head).toContain('Message-ID: <a1.SECURITY.email@office.test>');
  });

  test('a title from a feed cannot add a header or a recipient', async () => {
    const zh = '火灾\r\nBcc: thief@evil.test\r\n\r\n正文';
    const hostile = { ...notice, text: { ...text, subject: { zh, en: 'x' }, lines: { zh: [zh], en: [] } } };
    await channel().send(hostile, never);
    const [mail] = smtp.mails;
    expect(mail?.to).toEqual(['duty@office.test']);
    expect(
      readable(mail?.source ?? '')
        .head.split('\n')
        .filter((line) => /^bcc:/i.test(line)),
    ).toEqual([]);
  });

  test.each([
    ['a mailbox that does not exist is refused for good', { rcpt: '550 no such user' }, true],
    ['a mailbox that is busy is worth retrying', { rcpt: '451 greylisted' }, false],
    ['a message refused after DATA is refused for good', { data: '554 not here' }, true],
    ['a full server is worth retrying', { data: '452 full' }, false],
  ])('%s', async (_, answer, permanent) => {
    smtp.answers.push(answer);
    await expect(channel().send(notice, never)).rejects.toMatchObject({ permanent });
  });

  test('a server that is away is worth retrying', async () => {
    const away = channel();
    await smtp.stop();
    await expect(away.send(notice, never)).rejects.toMatchObject({ permanent: false });
    smtp = await FakeSmtp.start();
  });

  test('a server that hangs is left when the attempt is ended', async () => {
    smtp.answers.push({ hang: true });
    const attempt = new AbortController();
    const sending = channel().send(notice, attempt.signal);
    attempt.abort(new Error('time is up'));
    await expect(sending).rejects.toMatchObject({ permanent: false });
  });

  test('without SMTP_URL it says so, and waits for a start that has it', async () => {
    const unset = new EmailChannel({ env: {} } as Settings);
    await expect(unset.send(notice, never)).rejects.toMatchObject({
      permanent: false,
      message: expect.stringContaining('SMTP_URL'),
    });
  });
});
