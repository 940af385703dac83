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
});
