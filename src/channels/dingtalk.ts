import { createHmac } from 'node:crypto';
import type { Dialler } from '../network/dialler.js';
import { type Channel, channelKind, type Outgoing, type Taken } from './channel.js';
import { chatText } from './plain-text.js';
import { callRobot, robotAddress, type RobotCodes } from './robot.js';
import { ADDRESS } from './address.js';

/** Bytes of UTF-8 in a message, less what mentions and envelope take (open.dingtalk.com, 自定义机器人). */
const LONGEST = 18_000;

/** open.dingtalk.com/document/robots/custom-robot-access, 错误码. */
const CODES: RobotCodes = {
  // Parameter missing, header wrong; group gone; token unknown, robot stopped or gone; content refused; message too long;
  // 310000: keyword, signature or address of origin does not fit what the robot was set up with.
  permanent: new Set([
    ...[40035, 43004, 400013, 400101, 400102, 400105, 400106],
    ...[430101, 430102, 430103, 430104, 460101, 310000],
  ]),
  // More than 20 in a minute: the robot is muted for ten minutes.
  busy: new Map([
    [130101, 600],
    [410100, 600],
  ]),
};

/** 钉钉自定义机器人: signed when the address bears a secret (加签). */
class DingtalkChannel implements Channel {
  readonly perMinute = 20;

  constructor(private readonly dialler: Dialler) {}

  async send(notice: Outgoing, signal: AbortSignal): Promise<Taken> {
    const { url, secret, phones, ids, everyone } = robotAddress(notice.address);
    if (secret) sign(url, secret, Date.now());
    // A mention shows only where the text names it too.
    const named = [...phones, ...ids].map((one) => `@${one}`).join(' ');
    const content = [chatText(notice.text, LONGEST), named].filter(Boolean).join('\n');
    const at = { atMobiles: phones, atUserIds: ids, isAtAll: everyone };
    return callRobot(this.dialler, notice, { url, body: { msgtype: 'text', text: { content }, at }, signal }, CODES);
  }
}

/** Key: the secret; message: milliseconds, line feed, secret. The robot refuses a time more than an hour off. */
function sign(url: URL, secret: string, unixMs: number): void {
  url.searchParams.set('timestamp', String(unixMs));
  url.searchParams.set('sign', createHmac('sha256', secret).update(`${unixMs}\n${secret}`).digest('base64'));
}

export const dingtalk = channelKind({
  name: 'dingtalk',
  words: { zh: '钉钉', en: 'DingTalk' },
  content: 'minimal',
  address: ADDRESS.url,
  expected: false,
  variables: {},
  needs: null,
  open: (_settings, dialler) => new DingtalkChannel(dialler),
});
