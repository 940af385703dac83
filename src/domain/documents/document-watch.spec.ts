import { DocumentWatch, hasEnded, hasRisen } from './document-watch.js';

const entry = {
  number: null,
  bureau: 'FILM',
  issuedOn: null,
  validFrom: null,
  validTo: null,
  source: '',
  confidence: 'H',
};
const documents = [
  {
    ...entry,
    id: 'rooms',
    title: '会议室使用办法',
    aliases: ['办法'],
    terms: ['会议室新规'],
    number: '新影发〔2026〕7号',
  },
  { ...entry, id: 'halls', title: '展厅管理规定', aliases: [], terms: [] },
];
const watch = new DocumentWatch(documents, { doubt: ['质疑', '误读', '一刀切'], idle: ['消除误读'] });
const read = (title: string, text = '') => watch.mentions(title, text);

describe('the standing topics of documents', () => {
  test.each([
    ['《会议室使用办法》今起施行', [{ id: 'rooms', doubting: false }]],
    ['网友质疑《会议室使用办法(试行)》', [{ id: 'rooms', doubting: true }]],
    ['会议室新规被指一刀切', [{ id: 'rooms', doubting: true }]],
    ['新影发〔2026〕7号引发质疑', [{ id: 'rooms', doubting: true }]],
    [
      '质疑展厅管理规定与会议室新规',
      [
        { id: 'rooms', doubting: true },
        { id: 'halls', doubting: true },
      ],
    ],
    ['官方解读会议室新规 消除误读', [{ id: 'rooms', doubting: false }]],
    ['网友质疑某办法', []],
    ['', []],
  ])('%s', (title, expected) => {
    expect(read(title).sort((a, b) => (a.id < b.id ? 1 : -1))).toEqual(expected);
  });

  test('a doubt of the text counts near the name alone', () => {
    expect(read('一周要闻', '会议室新规施行。' + '其他消息。'.repeat(40) + '有人质疑票价。')).toEqual([
      { id: 'rooms', doubting: false },
    ]);
    expect(read('一周要闻', '会议室新规施行，有人质疑。')).toEqual([{ id: 'rooms', doubting: true }]);
  });

  test('rises above what is usual, and ends below what begins one', () => {
    const rule = { windowHours: 24, baseDays: 14, leastArticles: 5, times: 3, doubt: [], idle: [] };
    expect([hasRisen(4, 0, rule), hasRisen(5, 0, rule), hasRisen(8, 3, rule), hasRisen(9, 3, rule)]).toEqual([
      ...[false, true, false, true],
    ]);
    expect([hasEnded(5, rule), hasEnded(4, rule)]).toEqual([false, true]);
  });
});
