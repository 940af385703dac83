import { DocumentFinder } from './document-finder.js';
import type { PolicyDocument } from './policy-document.js';

const document = (given: Partial<PolicyDocument> & { id: string; title: string }): PolicyDocument => ({
  ...{ aliases: [], number: null, bureau: 'FILM', issuedOn: null, validFrom: null, validTo: null },
  ...{ source: 'test', confidence: 'H', ...given },
});

const finder = new DocumentFinder({
  version: 'test',
  items: [
    document({ id: 'halls', title: '放映场所管理办法', aliases: ['放映办法'], number: '新广发〔2016〕61号' }),
    document({ id: 'order', title: '院线规定', number: '国务院令第343号', bureau: 'PUBLISHING' }),
    document({ id: 'rules', title: '〈放映场所管理办法〉实施细则' }),
    document({ id: 'old', title: '旧办法', validFrom: '2001-01-01', validTo: '2010-12-31' }),
  ],
});
const ids = (title: string, lead = '', day: string | null = null) => finder.found(title, lead, day).map(({ id }) => id);

describe('documents named in an article', () => {
  test.each([
    '《放映场所管理办法》下月施行',
    '解读《放映场所管理办法（试行）》',
    '就《放映场所 管理办法（征求意见稿）》征求意见',
    '〈放映办法〉有何新意',
    '《放映场所管理办法》的通知',
  ])('%s', (title) => expect(ids(title)).toEqual(['halls']));

  test.each(['新广发〔2016〕61号', '根据新广发[2016]61号文', '新广发（2016）第61号', '新广发【2016】 61 号'])(
    'by its number: %s',
    (title) => expect(ids(title)).toEqual(['halls']),
  );

  test.each(['国务院令第343号', '依国务院令（第343号）', '国务院第343号令'])('by its order: %s', (title) =>
    expect(ids(title)).toEqual(['order']),
  );

  test.each([
    '放映场所管理办法',
    '《放映场所管理办法补充规定》',
    '新广发〔2016〕161号',
    '国务院令第34号',
    '《》',
    '《放映',
  ])('not in %s', (title) => expect(ids(title)).toEqual([]));

  test('a title inside another one counts where the outer one is not registered', () => {
    expect(ids('《〈放映场所管理办法〉实施细则》印发')).toEqual(['rules']);
    expect(ids('《《放映场所管理办法》实施细则》印发')).toEqual(['rules']);
    expect(ids('《<放映场所管理办法>解读》')).toEqual(['halls']);
  });

  test('those of the title come first, each once; the lead is asked too', () => {
    expect(ids('《院线规定》', '按《放映办法》和《院线规定》')).toEqual(['order', 'halls']);
    expect(finder.found('今日公布', '《放映办法》全文', null)[0]).toMatchObject({
      field: 'text',
      words: ['《放映办法》'],
    });
  });

  test('only on days on which the entry counts', () => {
    expect(ids('《旧办法》', '', '2005-05-05')).toEqual(['old']);
    expect(ids('《旧办法》', '', '2011-01-01')).toEqual([]);
    expect(ids('《旧办法》')).toEqual(['old']);
  });

  test('a hostile title costs no more than its length', () => {
    expect(ids('《'.repeat(5_000), '国'.repeat(20_000))).toEqual([]);
  });
});
