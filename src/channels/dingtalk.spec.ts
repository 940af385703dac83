import { createHmac } from 'node:crypto';
import { RobotBench } from '../../test/support/robot.js';
import { dingtalk } from './dingtalk.js';

let robot: RobotBench;
beforeEach(async () => {
  robot = await RobotBench.open(dingtalk);
});
afterEach(() => robot.close());

interface Said {
  text: { content: string };
  at: { atMobiles: string[]; atUserIds: string[]; isAtAll: boolean };
}

describe('钉钉', () => {
  test('signs time and secret into the address; the secret itself is never sent', async () => {
    robot.receiver.answers.push({ errcode: 0, errmsg: 'ok' });
    await robot.sends('?access_token=t#secret=SEC1');
    const { path = '', body } = robot.receiver.calls[0] ?? {};
    const query = new URL(path, 'http://robot').searchParams;
    const at = query.get('timestamp') ?? '';
    expect(query.get('sign')).toBe(createHmac('sha256', 'SEC1').update(`${at}\nSEC1`).digest('base64'));
    expect(Math.abs(Number(at) - Date.now())).toBeLessThan(60_000);
    expect(query.get('access_token')).toBe('t');
    expect(path + body).not.toContain('SEC1');
  });

  test('names in the text whom it mentions, without which nobody sees the mention', async () => {
    robot.receiver.answers.push({ errcode: 0 });
    await robot.sends('?access_token=t#at=13800000000,zhangsan');
    expect(robot.receiver.calls[0]?.path).toBe('/alert?access_token=t');
    expect(robot.receiver.said<Said>().at).toEqual({
      atMobiles: ['13800000000'],
      atUserIds: ['zhangsan'],
      isAtAll: false,
    });
    expect(robot.receiver.said<Said>().text.content).toMatch(/\n@13800000000 @zhangsan$/);
  });

  test.each([
    [
      'more than twenty in a minute',
      { errcode: 130101, errmsg: 'send too fast, exceed 20 times per minute' },
      false,
      600,
    ],
    ['limited', { errcode: 410100, errmsg: '发送速度太快而限流' }, false, 600],
    ['a wrong signature or keyword', { errcode: 310000, errmsg: 'sign not match' }, true, 0],
    ['a robot that was stopped', { errcode: 400102, errmsg: '机器人已停用' }, true, 0],
    ['busy', { errcode: -1, errmsg: '系统繁忙' }, false, 0],
  ])('inside HTTP 200: %s', async (_, answer, permanent, waitSeconds) => {
    robot.receiver.answers.push(answer);
    await expect(robot.sends('?access_token=t')).rejects.toMatchObject({ permanent, waitSeconds });
  });
});
