import type { FigureName, NextLine } from './next-lines.js';

export interface Wording {
  zh: string;
  en: string;
  /** 人, 小时 ... after the number. */
  unit: { zh: string; en: string };
}

const PERSONS = { zh: '人', en: '' };
const HOURS = { zh: '小时', en: ' h' };
const TIMES = { zh: '次', en: '' };

/** What every figure is called, and its unit. */
export const WORDING: Record<FigureName, Wording> = {
  deaths: { zh: '死亡', en: 'dead', unit: PERSONS },
  missing: { zh: '失踪', en: 'missing', unit: PERSONS },
  seriousInjuries: { zh: '重伤', en: 'seriously injured', unit: PERSONS },
  injuries: { zh: '受伤', en: 'injured', unit: PERSONS },
  poisoned: { zh: '中毒', en: 'poisoned', unit: PERSONS },
  evacuated: { zh: '转移', en: 'evacuated', unit: PERSONS },
  economicLossYuan: { zh: '损失', en: 'loss', unit: { zh: '元', en: ' yuan' } },
  magnitude: { zh: '震级', en: 'magnitude', unit: { zh: '级', en: '' } },
  livesThreatened: { zh: '生命受威胁', en: 'lives in danger', unit: PERSONS },
  participants: { zh: '参与', en: 'taking part', unit: PERSONS },
  brawlParticipants: { zh: '械斗', en: 'in the brawl', unit: PERSONS },
  occupationalPoisoned: { zh: '职业中毒', en: 'poisoned at work', unit: PERSONS },
  occupationalDeaths: { zh: '职业中毒死亡', en: 'dead of poisoning at work', unit: PERSONS },
  cases: { zh: '病例', en: 'cases', unit: { zh: '例', en: '' } },
  strandedPersons: { zh: '滞留', en: 'stranded', unit: PERSONS },
  strandedHours: { zh: '滞留', en: 'stranded', unit: HOURS },
  derailedCars: { zh: '脱轨', en: 'cars derailed', unit: { zh: '辆', en: '' } },
  cutHours: { zh: '中断', en: 'cut off', unit: HOURS },
  burningHours: { zh: '燃烧', en: 'burning', unit: HOURS },
  households: { zh: '停供', en: 'households cut off', unit: { zh: '户', en: '' } },
  powerLossPct: { zh: '减供负荷', en: 'load lost', unit: { zh: '%', en: ' %' } },
  shipTonnes: { zh: '船舶吨位', en: 'tonnes', unit: { zh: '吨', en: '' } },
  boilerMegawatts: { zh: '锅炉功率', en: 'boiler', unit: { zh: '兆瓦', en: ' MW' } },
  leakedPersons: { zh: '信息泄露', en: 'persons whose data leaked', unit: PERSONS },
  siteDownHours: { zh: '网站不能访问', en: 'site down', unit: HOURS },
  tamperHours: { zh: '被篡改', en: 'tampered with', unit: HOURS },
  reposts: { zh: '转发', en: 'reposts', unit: TIMES },
  views: { zh: '浏览', en: 'views', unit: TIMES },
};

const LEVEL_ZH = { I: '特别重大', II: '重大', III: '较大', IV: '一般' } as const;

/** 3000万, 1.2亿, 30: as an office writes it. */
function written(value: number): string {
  for (const [unit, sign] of [
    [100_000_000, '亿'],
    [10_000, '万'],
  ] as const) {
    if (value >= unit && Number.isInteger((value / unit) * 100)) return `${value / unit}${sign}`;
  }
  return String(value);
}

/** 再有1人死亡(达10人)即为重大(WS-II) · with 1 more dead (10) it is II (WS-II). */
export function nextLineText({ figure, direction, at, distance, level, ruleId }: NextLine): { zh: string; en: string } {
  const { zh, en, unit } = WORDING[figure];
  const levelZh = level ? `${LEVEL_ZH[level]}(${ruleId ?? ''})` : '无等级';
  const levelEn = level ? `${level} (${ruleId ?? ''})` : 'no level';
  return direction === 'graver'
    ? {
        zh: `${zh}再增${written(distance)}${unit.zh}(达${written(at)}${unit.zh})即为${levelZh}`,
        en: `${distance}${unit.en} more ${en} (${at}${unit.en}) makes it ${levelEn}`,
      }
    : {
        zh: `${zh}更正为${written(at)}${unit.zh}以下(少${written(distance)}${unit.zh})则为${levelZh}`,
        en: `${distance}${unit.en} fewer ${en} (${at}${unit.en}) makes it ${levelEn}`,
      };
}
