import { createHmac } from 'node:crypto';
import type { Dialler } from '../network/dialler.js';
import { type Channel, channelKind, type Outgoing, type Taken } from './channel.js';
import { chatText } from './plain-text.js';
import { callRobot, robotAddress, type RobotCodes } from './robot.js';
import { ADDRESS } from './address.js';

/** The body may hold 20 KB; what JSON adds and the mentions are left room for. */
const LONGEST = 15_000;

/** open.feishu.cn/document/client-docs/bot-v3/add-custom-bot, and the codes of sending messages. */
const CODES: RobotCodes = {
  // Body malformed; robot's address unknown; signature, address of origin or keyword does not fit.
  permanent: new Set([9499, 19001, 19002, 19007, 19021, 19022, 19024]),
  // Calls are limited (9499 is a rate limit too when its message says so).
  busy: new Map([
    [11232, 60],
    [99991400, 60],
  ]),
};

/** 飞书自定义机器人: signed when the address bears a secret. Mentions take open ids or user ids; it knows no telephone numbers. */
class FeishuChannel implements Channel {
  readonly perMinute = 100;

  constructor(private readonly dialler: Dialler) {}

  async send(notice: Outgoing, signal: AbortSignal): Promise<Taken> {
    const { url, secret, ids, everyone } = robotAddress(notice.address);
    const mentions = [...ids.filter((id) => /^[\w-]+$/.test(id)), ...(everyone ? ['all'] : [])];
    const named = mentions.map((id) => `<at user_id="${id}"></at>`).join(' ');
    const text = [chatText(notice.text, LONGEST), named].filter(Boolean).join('\n');
    const body = {
      ...(secret ? signed(secret, Math.floor(Date.now() / 1_000)) : {}),
      msg_type: 'text',
      content: { text },
    };
    return callRobot(this.dialler, notice, { url, body, signal }, CODES);
  }
}

/** Unlike 钉钉: seconds, and time and secret are the key of an empty message. */
function signed(secret: string, unixSeconds: number): { timestamp: string; sign: string } {
  const sign = createHmac('sha256', `${unixSeconds}\n${secret}`).update('').digest('base64');
  return { timestamp: String(unixSeconds), sign };
}

export const feishu = channelKind({
  name: 'feishu',
  words: { zh: '飞书', en: 'Feishu' },
  content: 'minimal',
  address: ADDRESS.url,
  expected: false,
  variables: {},
  needs: null,
  open: (_settings, dialler) => new FeishuChannel(dialler),
});
