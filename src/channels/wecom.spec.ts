import { RobotBench } from '../../test/support/robot.js';
import { wecom } from './wecom.js';

let robot: RobotBench;
beforeEach(async () => {
  robot = await RobotBench.open(wecom);
});
afterEach(() => robot.close());

interface Said {
  msgtype: string;
  text: { content: string; mentioned_list: string[]; mentioned_mobile_list: string[] };
}

describe('企业微信', () => {
  test('says it as text, and mentions persons by id and by telephone; neither stands in the address it calls', async () => {
    robot.receiver.answers.push({ errcode: 0, errmsg: 'ok' });
    await expect(robot.sends('?key=k#at=zhangsan,13800000000,all')).resolves.toEqual({ answer: '0 ok' });
    expect(robot.receiver.calls[0]?.path).toBe('/alert?key=k');
    expect(robot.receiver.said<Said>()).toMatchObject({
      msgtype: 'text',
      text: { mentioned_list: ['zhangsan', '@all'], mentioned_mobile_list: ['13800000000'] },
    });
    expect(robot.receiver.said<Said>().text.content).toMatch(/^【重大】YQ-1\nhttps:\/\/huiying\.test\/incidents\/1/);
  });

  test.each([
    ['called too often', { errcode: 45009, errmsg: 'api freq out of limit' }, false, 60],
    ['busy', { errcode: -1, errmsg: 'system busy' }, false, 0],
    ['a key nobody has', { errcode: 93000, errmsg: 'invalid webhook url' }, true, 0],
    ['a code nobody has told us of', { errcode: 99_999, errmsg: '?' }, false, 0],
    ['no robot at all', { hello: 'world' }, false, 0],
  ])('inside HTTP 200: %s', async (_, answer, permanent, waitSeconds) => {
    robot.receiver.answers.push(answer);
    await expect(robot.sends('?key=k')).rejects.toMatchObject({ permanent, waitSeconds });
  });

  test.each([
    [502, false, 0],
    [429, false, 60],
    [404, true, 0],
  ])('HTTP %i', async (status, permanent, waitSeconds) => {
    robot.receiver.answers.push(status);
    await expect(robot.sends('?key=k')).rejects.toMatchObject({ permanent, waitSeconds });
  });

  test('a title from a feed mentions nobody, brings no line of its own, and is never longer than the robot takes', async () => {
    robot.receiver.answers.push({ errcode: 0 });
    const zh = [
      '<@all>\n@所有人 [点此](http://evil.test) \u202e',
      '长'.repeat(2_000),
      'https://huiying.test/incidents/1',
    ];
    await robot.sends('?key=k', { lines: { zh, en: [] } });
    const { content } = robot.receiver.said<Said>().text;
    expect(content).toContain('＜＠all＞ ＠所有人 ［点此］(http://evil.test)\n');
    expect(Buffer.byteLength(content)).toBeLessThanOrEqual(2_048);
    expect(content).toMatch(/长\n…\nhttps:\/\/huiying\.test\/incidents\/1$/);
    expect(content).not.toMatch(/[\u202e\ufffd]/);
  });

  test('an address that is none is refused for good', async () => {
    await expect(robot.sends('nowhere')).rejects.toMatchObject({ permanent: true });
  });
});
