import { createHmac } from 'node:crypto';
import { RobotBench } from '../../test/support/robot.js';
import { feishu } from './feishu.js';

let robot: RobotBench;
beforeEach(async () => {
  robot = await RobotBench.open(feishu);
});
afterEach(() => robot.close());

interface Said {
  timestamp?: string;
  sign?: string;
  content: { text: string };
}

describe('飞书', () => {
  test('signs an empty message with time and secret, and says both in the body', async () => {
    robot.receiver.answers.push({ code: 0, msg: 'success' });
    await robot.sends('/hook#secret=s1');
    const { timestamp = '', sign } = robot.receiver.said<Said>();
    expect(sign).toBe(createHmac('sha256', `${timestamp}\ns1`).update('').digest('base64'));
    expect(Math.abs(Number(timestamp) - Date.now() / 1_000)).toBeLessThan(60);
  });

  test('mentions whom the address names and nobody whom a title names', async () => {
    robot.receiver.answers.push({ StatusCode: 0, StatusMessage: 'success' });
    await robot.sends('/hook#at=ou_1,all', { lines: { zh: ['<at user_id="all">所有人</at>'], en: [] } });
    const { text } = robot.receiver.said<Said>().content;
    expect(text.match(/<at [^>]*>/g)).toEqual(['<at user_id="ou_1">', '<at user_id="all">']);
    expect(robot.receiver.said<Said>().sign).toBeUndefined();
  });

  test.each([
    ['limited', { code: 11232, msg: 'frequency limited psm[lark.oapi.app_platform_runtime]' }, false, 60],
    ['too many, under the code of a bad request', { code: 9499, msg: 'too many request' }, false, 60],
    ['a bad request', { code: 9499, msg: 'Bad Request' }, true, 0],
    [
      'a wrong signature',
      { code: 19021, msg: 'sign match fail or timestamp is not within one hour from current time' },
      true,
      0,
    ],
    ['a fault of their own', { code: 2200, msg: 'internal error' }, false, 0],
  ])('inside HTTP 200: %s', async (_, answer, permanent, waitSeconds) => {
    robot.receiver.answers.push(answer);
    await expect(robot.sends('/hook')).rejects.toMatchObject({ permanent, waitSeconds });
  });
});
