import { RobotBench } from '../../test/support/robot.js';
import type { Environment } from '../settings/env.js';
import { sms } from './sms.js';

let gateway: RobotBench;
afterEach(() => gateway.close());

const BODY = '{"to":{{to}},"text":{{text}},"id":{{id}}}';

async function open(env: Partial<Environment> = {}): Promise<void> {
  gateway = await RobotBench.open(sms, (url) => ({ SMS_GATEWAY_URL: url, SMS_GATEWAY_BODY: BODY, ...env }));
}

describe('short messages', () => {
  test('fill the gateway’s template with what JSON can hold, under its own headers', async () => {
    await open({ SMS_GATEWAY_HEADERS: { Authorization: 'Bearer t' } });
    gateway.receiver.answers.push({});
    await gateway.sends('13800000000', { subject: { zh: '【重大】"YQ-1"', en: '' } });
    expect(gateway.receiver.said()).toEqual({
      to: '13800000000',
      text: '【重大】"YQ-1" https://huiying.test/incidents/1',
      id: 'n1',
    });
    expect(gateway.receiver.calls[0]?.headers).toMatchObject({ authorization: 'Bearer t' });
  });

  test('or a form’s, where no title can add a field', async () => {
    await open({
      SMS_GATEWAY_HEADERS: { 'Content-Type': 'application/x-www-form-urlencoded' },
      SMS_GATEWAY_BODY: 'mobile={{to}}&content={{text}}',
    });
    gateway.receiver.answers.push({});
    await gateway.sends('13800000000', { subject: { zh: '甲&mobile=110', en: '' } });
    const sent = new URLSearchParams(gateway.receiver.calls[0]?.body);
    expect(sent.getAll('mobile')).toEqual(['13800000000']);
    expect(sent.get('content')).toMatch(/^甲&mobile=110 https/);
  });

  test('keep the name by which the gateway will speak of the message', async () => {
    await open({ SMS_GATEWAY_REFERENCE: 'data.0.id' });
    gateway.receiver.answers.push({ data: [{ id: 7_001 }] });
    await expect(gateway.sends('13800000000')).resolves.toMatchObject({ reference: '7001' });
  });

  test.each([
    [{ code: 'OK' }, null],
    [{ code: 'BUSY' }, { permanent: false }],
    [{ code: 'MOBILE_INVALID' }, { permanent: true }],
    [503, { permanent: false }],
    [400, { permanent: true }],
  ])('answered %j', async (answer, failure) => {
    await open({ SMS_GATEWAY_ACCEPTED: /"code":"OK"/, SMS_GATEWAY_REFUSED: /_INVALID/ });
    gateway.receiver.answers.push(answer);
    const sent = gateway.sends('13800000000');
    if (failure) await expect(sent).rejects.toMatchObject(failure);
    else await sent;
  });

  test('without a gateway it says so, and waits for a start that has one', async () => {
    gateway = await RobotBench.open(sms);
    await expect(gateway.sends('13800000000')).rejects.toMatchObject({ permanent: false });
  });
});
