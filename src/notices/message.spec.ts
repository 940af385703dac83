import type { Settings } from '../settings/settings.js';
import { CHANNELS, kindOf } from '../channels/channels.js';
import { digestText } from './digest.js';
import { messageFor } from './message.js';
import type { NoticeText } from './notice-text.js';

const text = {
  recipient: 'SECURITY',
  incidentId: 'i1',
  number: 'YQ-1',
  title: '影院起火',
  level: 'II',
  subject: { zh: '【重大】剩 4:59:影院起火', en: '[Level II] 4:59 left: fire' },
  lines: { zh: ['事件 YQ-1 影院起火'], en: ['Incident YQ-1 fire'] },
} as NoticeText;

const settings = (channels: object, PUBLIC_URL?: string) =>
  ({ env: { PUBLIC_URL }, policy: { channels } }) as unknown as Settings;

describe('what a message may hold', () => {
  test('a robot or a telephone learns number, level and link, and nothing of the matter', () => {
    for (const channel of ['wecom', 'dingtalk', 'feishu', 'sms'] as const) {
      const said = messageFor(text, channel, settings({}, 'https://huiying.test/office'));
      expect(said.subject).toEqual({ zh: '【重大】YQ-1', en: '[Level II] YQ-1' });
      expect(said.lines.zh).toEqual(['https://huiying.test/office/incidents/i1']);
      expect(JSON.stringify(said)).not.toMatch(/影院|fire/);
    }
  });

  test('every channel says that a duty was answered while its notice was held, and digests too', () => {
    const meanwhile = {
      zh: '已于北京时间 11月23日 07:10 答复,达标',
      en: 'answered 11月23日 07:10 Beijing time, in time',
    };
    for (const { name } of CHANNELS) {
      const said = messageFor({ ...text, meanwhile }, name, settings({}, 'https://huiying.test'));
      expect(said.subject.zh).toMatch(/^\(已于北京时间 11月23日 07:10 答复,达标,仅供知悉\)【重大】/);
      expect(said.subject.en).toMatch(/^\(for information: answered .* in time\) \[Level II\]/);
      const digest = digestText([{ level: 'II', dueAt: '2026-11-22T11:05:00.000Z', text: said }]);
      expect(digest.lines.zh.join()).toContain('已于北京时间 11月23日 07:10 答复');
      if (kindOf(name).content === 'minimal') expect(JSON.stringify(said)).not.toMatch(/影院|fire/);
    }
  });

  test('the policy may say otherwise, for each channel', () => {
    const told = settings({ wecom: { content: 'full' }, email: { content: 'minimal' } });
    expect(messageFor(text, 'wecom', told)).toEqual(text);
    expect(messageFor(text, 'email', told)).toMatchObject({ subject: { zh: '【重大】YQ-1' }, lines: { zh: [] } });
  });

  test('all of it ends with the link, when the office has said where it is found', () => {
    const said = messageFor(text, 'email', settings({}, 'https://huiying.test'));
    expect(said.lines.zh).toEqual(['事件 YQ-1 影院起火', 'https://huiying.test/incidents/i1']);
  });
});
