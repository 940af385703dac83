import type { Settings } from '../settings/settings.js';
import { LEADERSHIP, reachOf } from './recipients.js';

const SENDERS = { SMTP_URL: 'smtp://mail.test', WEBHOOK_SECRET: '0123456789abcdef' };

function settings(env: object): Settings {
  const units = [
    { code: 'SECURITY', contacts: { email: 'duty@office.test', webhook: 'http://10.0.0.7/hook' } },
    { code: 'COPYRIGHT', contacts: {} },
  ];
  const policy = { leadership: { contacts: { email: 'lead@office.test' } } };
  return { env, policy, rules: { bureaus: { units } } } as unknown as Settings;
}

describe('how a recipient is reached', () => {
  test('by board, e-mail and webhook when addresses and senders are set', () => {
    expect(reachOf('SECURITY', settings(SENDERS))).toEqual({
      channels: [
        { channel: 'board', address: null },
        { channel: 'email', address: 'duty@office.test', origin: 'file' },
        { channel: 'webhook', address: 'http://10.0.0.7/hook', origin: 'file' },
      ],
      missing: [],
    });
  });

  test('what is missing is named, so that the keeper knows where to set it', () => {
    expect(reachOf('SECURITY', settings({})).missing).toEqual([
      'email: 未设置 · not set: SMTP_URL',
      'webhook: 未设置 · not set: WEBHOOK_SECRET',
    ]);
    expect(reachOf('COPYRIGHT', settings(SENDERS)).missing).toEqual([
      'email: 未设置 · not set: bureaus.yaml › COPYRIGHT.contacts.email',
      'webhook: 未设置 · not set: bureaus.yaml › COPYRIGHT.contacts.webhook',
    ]);
  });

  test('leadership stands in the policy; the board reaches everyone', () => {
    expect(reachOf(LEADERSHIP, settings(SENDERS)).channels.map((way) => way.channel)).toEqual(['board', 'email']);
    expect(reachOf('NOBODY', settings(SENDERS)).channels).toEqual([{ channel: 'board', address: null }]);
  });
});
