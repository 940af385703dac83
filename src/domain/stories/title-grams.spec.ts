import { gramsOf, tellingRuns } from './title-grams.js';

describe('the telling pieces of a title', () => {
  test('leave out places, the trade’s own words and the kind of happening', () => {
    expect(tellingRuns('快讯丨贵州青石县一竹器厂发生火灾，已致3人受伤', ['贵州省', '青石县'])).toEqual(['竹器厂']);
  });

  test('are pairs and triples of characters; a Latin word stands whole', () => {
    expect(gramsOf('竹器厂 NASA', [])).toEqual(['竹器', '器厂', '竹器厂', 'nasa']);
  });

  test('numbers in names stay, counts of people go', () => {
    expect(tellingRuns('三江口十二人获救', [])).toEqual(['三江口']);
  });

  test('never part a rare character that takes two units', () => {
    expect(gramsOf('𠮷𬭎器厂', [])).toEqual(['𠮷𬭎', '𬭎器', '器厂', '𠮷𬭎器', '𬭎器厂']);
  });

  test('a work named in 《》 stands whole as well; who reports it and lists of works do not', () => {
    expect(gramsOf('《青石桥》热播', [])).toEqual(['《青石桥》', '青石', '石桥', '青石桥', '热播']);
    expect(gramsOf('《某某日报》头版', []).some((gram) => gram.startsWith('《'))).toBe(false);
    expect(gramsOf('《一一》《二二》《三三》', []).some((gram) => gram.startsWith('《'))).toBe(false);
  });

  test('numbered names stand whole, however they are written; years and sums do not', () => {
    expect(gramsOf('某车K-7', [])).toContain('k7');
    expect(gramsOf('3·15', [])).toEqual(['315']);
    expect(gramsOf('2025年230万', []).filter((gram) => /\d/.test(gram))).toEqual([]);
  });
});
