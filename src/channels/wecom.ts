import type { Dialler } from '../network/dialler.js';
import { type Channel, channelKind, type Outgoing, type Taken } from './channel.js';
import { chatText } from './plain-text.js';
import { callRobot, robotAddress, type RobotCodes } from './robot.js';
import { ADDRESS } from './address.js';

/** `text.content`, bytes of UTF-8 (developer.work.weixin.qq.com/document/path/91770). */
const LONGEST = 2_048;

/** developer.work.weixin.qq.com/document/path/90313 */
const CODES: RobotCodes = {
  // Message form, parameter, media, empty or too long; robot's key invalid; robot taken out of the group or group gone.
  permanent: new Set([40008, 40058, 44004, 45002, 93000, 93004, 93008]),
  // Interface called too often; too many calls at once.
  busy: new Map([
    [45009, 60],
    [45033, 5],
  ]),
};

/** 企业微信群机器人: plain text, since only text can mention by telephone number. The address holds the robot's key. */
class WecomChannel implements Channel {
  readonly perMinute = 20;

  constructor(private readonly dialler: Dialler) {}

  async send(notice: Outgoing, signal: AbortSignal): Promise<Taken> {
    const { url, phones, ids, everyone } = robotAddress(notice.address);
    const all = everyone ? ['@all'] : [];
    const text = {
      content: chatText(notice.text, LONGEST),
      mentioned_list: [...ids, ...all],
      mentioned_mobile_list: phones,
    };
    return callRobot(this.dialler, notice, { url, body: { msgtype: 'text', text }, signal }, CODES);
  }
}

export const wecom = channelKind({
  name: 'wecom',
  words: { zh: '企业微信', en: 'WeCom' },
  content: 'minimal',
  address: ADDRESS.url,
  expected: false,
  variables: {},
  needs: null,
  open: (_settings, dialler) => new WecomChannel(dialler),
});
