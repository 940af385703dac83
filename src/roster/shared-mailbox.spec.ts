import type { Settings } from '../settings/settings.js';
import { LEADERSHIP, sharedMailbox } from './shared-mailbox.js';
import { BOARD } from './way.js';

const SENDERS = { SMTP_URL: 'smtp://mail.test', WEBHOOK_SECRET: '0123456789abcdef' };

function settings(env: object): Settings {
  const units = [
    { code: 'SECURITY', contacts: { email: 'duty@office.test', webhook: 'http://10.0.0.7/hook' } },
    { code: 'COPYRIGHT', contacts: {} },
  ];
  const policy = { leadership: { contacts: { email: 'lead@office.test' } } };
  return { env, policy, rules: { bureaus: { units } } } as unknown as Settings;
}

describe('how a shared mailbox is reached', () => {
  test('by board, e-mail and webhook when addresses and senders are set', () => {
    expect(sharedMailbox('SECURITY', settings(SENDERS))).toEqual({
      recipient: 'SECURITY',
      ways: [
        BOARD,
        { channel: 'email', address: 'duty@office.test', origin: 'file', proven: false },
        { channel: 'webhook', address: 'http://10.0.0.7/hook', origin: 'file', proven: false },
      ],
      missing: [],
    });
  });

  test('what is missing is named, so that the keeper knows where to set it', () => {
    expect(sharedMailbox('SECURITY', settings({})).missing).toEqual([
      'email: 未设置 · not set: SMTP_URL',
      'webhook: 未设置 · not set: WEBHOOK_SECRET',
    ]);
    expect(sharedMailbox('COPYRIGHT', settings(SENDERS)).missing).toEqual([
      'email: 未设置 · not set: bureaus.yaml › COPYRIGHT.contacts.email',
      'webhook: 未设置 · not set: bureaus.yaml › COPYRIGHT.contacts.webhook',
    ]);
  });

  test('leadership stands in the policy; the board reaches everyone', () => {
    expect(sharedMailbox(LEADERSHIP, settings(SENDERS)).ways.map((way) => way.channel)).toEqual(['board', 'email']);
    expect(sharedMailbox('NOBODY', settings(SENDERS)).ways).toEqual([BOARD]);
  });
});
