import fc from 'fast-check';
import { jsonWithoutPersonal, MASK, withoutPersonal } from './personal-data.js';

const masked = (text: string) => withoutPersonal(text).text;
const blot = (length: number) => MASK.repeat(length);

describe('personal data in a text', () => {
  test.each([
    ['电话13812345678，速联系', `电话${blot(11)}，速联系`],
    ['电话138-1234-5678。', `电话${blot(13)}。`],
    ['+86 13812345678', blot(15)],
    ['致电１３８１２３４５６７８', `致电${blot(11)}`],
    ['身份证11010519491231002X', `身份证${blot(18)}`],
    ['写信至 zhang.san+a@mail.test.cn 即可', `写信至 ${blot(24)} 即可`],
    ['微信号：zhang_san88', `微信号：${blot(11)}`],
    ['家住青山路12号3单元401室，昨日', `家住${blot(13)}，昨日`],
    ['姓名：张小三，男', `姓名：${blot(3)}，男`],
  ])('%s', (text, expected) => {
    expect(masked(text)).toBe(expected);
  });

  test.each([
    '编号2026138123456789',
    '身份证号110105194912310021',
    '身份证号110105199902300021',
    '热线010-12345678、12345',
    'https://paper.test/13812345678.html',
    '造成12人死亡，损失13800000000元左右'.replace('13800000000', '1.38亿'),
    '局长张三表示，青山路12号发生火灾',
    '订单abc13812345678',
  ])('%s is left as it is', (text) => {
    expect(masked(text)).toBe(text);
  });

  test('keeps its length and finds nothing the second time', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('13912345678', 'a@b.cn', '', '家住青山路12号'),
        (text, said) => {
          const once = masked(`${text} ${said} ${text}`);
          expect(once).toHaveLength(text.length * 2 + said.length + 2);
          expect(withoutPersonal(once).counts).toEqual({});
        },
      ),
    );
  });

  test('goes through strings of JSON and leaves numbers', () => {
    expect(jsonWithoutPersonal({ a: ['13812345678', { b: 13812345678 }], c: null })).toEqual({
      ...{ a: [blot(11), { b: 13812345678 }], c: null },
    });
  });
});
