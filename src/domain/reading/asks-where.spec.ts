import { shippedReadingRules } from '../../../test/support/reading-rules.js';
import { readArticle } from './assessment.js';
import { asksWhere } from './asks-where.js';

const rules = shippedReadingRules();
const read = (title: string, text = '') => {
  const reading = readArticle({ title, text, publishedAt: new Date('2026-03-02T09:00:00+08:00') }, rules);
  return { alert: reading.alert, asked: asksWhere(reading) };
};

describe('a grave happening of which nobody says where it was', () => {
  it('is asked about where the title says no more than what happened and the toll', () => {
    expect(read('渡船倾覆致11人遇难')).toEqual({ alert: false, asked: true });
    expect(read('仓库爆炸12死20伤')).toEqual({ alert: false, asked: true });
  });

  it('alerts where a Chinese place, more of the happening, a toll still counted or a text says more', () => {
    const alerts = { alert: true, asked: false };
    expect(read('甘肃渡船倾覆致11人遇难')).toEqual(alerts);
    expect(read('渡船倾覆致11人遇难 海事局通报搜救进展')).toEqual(alerts);
    expect(read('渡船倾覆已致11人遇难')).toEqual(alerts);
    // What befalls the office's own field befell it at home.
    expect(read('央视一频道播出中断').asked).toBe(false);
    expect(read('渡船倾覆致11人遇难', '3月2日上午,一艘渡船在靠岸时倾覆,11人遇难。')).toEqual(alerts);
  });

  it('is not asked about abroad, nor where it is not grave', () => {
    expect(read('尼日利亚渡船倾覆11死')).toEqual({ alert: false, asked: false });
    expect(read('渡船倾覆致1人遇难')).toEqual({ alert: false, asked: false });
  });
});
