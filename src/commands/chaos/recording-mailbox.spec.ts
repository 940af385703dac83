import type { NoticeText } from '../../notices/notice-text.js';
import { EmailChannel } from '../../channels/email.js';
import { Chance } from './chance.js';
import { Recorder } from './recorder.js';
import { RecordingMailbox } from './recording-mailbox.js';

const text = { subject: { zh: '提醒', en: 'notice' }, lines: { zh: ['截止'], en: ['due'] } } as NoticeText;

it('knows a notice by its whole key, though the header is longer than a line', async () => {
  const recorder = new Recorder(new Chance(1));
  recorder.unreliable = false;
  const mailbox = await RecordingMailbox.open(recorder);
  const channel = new EmailChannel({ env: { SMTP_URL: mailbox.url, MAIL_FROM: 'duty@office.test' } });
  const keys = ['COMPREHENSIVE_BUSINESS', 'SECURITY'].map((to) => `f2311915-3b05-4298-bb10-930f63285e64:${to}:email`);
  for (const idempotencyKey of keys) {
    const notice = { id: 'n', alertId: 'a', idempotencyKey, address: 'a@b.test', origin: 'file' as const, text };
    await channel.send(notice, new AbortController().signal);
  }
  await mailbox.close();
  expect([...recorder.received.keys()]).toEqual(keys);
});
