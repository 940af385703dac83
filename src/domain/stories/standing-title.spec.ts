import { standingTitle } from './standing-title.js';
import { NO_FACTS, type StoryFacts } from './story-verdict.js';

const facts = (deaths: number, injuries: number | null = null): StoryFacts => ({
  ...NO_FACTS,
  deaths: { value: deaths, bound: 'exact', span: `${deaths}人`, articleId: null },
  injuries: injuries === null ? null : { value: injuries, bound: 'exact', span: '', articleId: null },
});

describe('the title of a case', () => {
  it.each([
    ['一工厂爆炸已致15人死亡', '工厂爆炸死亡人数升至29人', 29],
    ['一工厂爆炸已致十五人死亡', '工厂爆炸已致二十九人遇难', 29],
    ['一工厂爆炸已致15死', '工厂爆炸遇难人数升至29', 29],
  ])('%s gives way to %s', (held, next, deaths) => {
    expect(standingTitle(held, facts(deaths), ['工厂爆炸救援仍在继续', next])).toBe(next);
  });

  it.each([
    ['states no number of persons', '一工厂发生爆炸', '工厂爆炸死亡人数升至29人', facts(29)],
    ['states what stands', '工厂爆炸致29人死亡8人受伤', '工厂爆炸29人遇难名单公布', facts(29, 9)],
    ['is followed by none that states it', '工厂爆炸已致15人死亡', '工厂爆炸已致17人死亡', facts(29)],
    ['names a year or a street', '2026年解放路15号爆炸', '爆炸已致29人死亡', facts(29)],
  ])('stays where it %s', (_why, held, next, standing) => {
    expect(standingTitle(held, standing, [next])).toBe(held);
  });
});
