import { resolve } from 'node:path';
import { loadRules } from '../../settings/rules.js';
import { LEVELS } from '../level.js';
import { bestAuthority } from './authority.js';
import { bandScore } from './band.js';
import type { OpinionInput } from './opinion-input.js';
import { opinionLevel } from './opinion-level.js';
import type { OpinionRules } from './opinion-rules.js';
import { growthPercent } from './spread.js';

const rules: OpinionRules = loadRules(resolve(__dirname, '../../../config')).opinion;

const QUIET: OpinionInput = {
  families: 1,
  articles: 1,
  articlesLastHour: 1,
  articlesLastDay: 1,
  authority: 'portal',
  focuses: [],
  titles: ['某市影院推出晚场折扣'],
};

const LOUD: OpinionInput = {
  families: 16,
  articles: 120,
  articlesLastHour: 40,
  articlesLastDay: 60,
  authority: 'central',
  focuses: ['MAJOR_EMERGENCY'],
  titles: ['某台节目造假引发众怒', '某台节目造假,观众质疑'],
};

const opinion = (change: Partial<OpinionInput>) => opinionLevel({ ...QUIET, ...change }, rules);
const part = (change: Partial<OpinionInput>, name: string) =>
  opinion(change).parts.find((one) => one.part === name)?.score;

describe('opinion level', () => {
  it('finds no heat in one sober article and the most in a storm', () => {
    expect(opinion({}).level).toBeNull();
    expect(opinion(LOUD)).toMatchObject({ level: 'I', rulesVersion: rules.version });
  });

  it('is the weighted sum of its four parts', () => {
    const { score, parts } = opinion(LOUD);
    const sum = parts.reduce((total, one) => total + one.score * one.weight, 0);
    expect(parts.map((one) => one.part)).toEqual(['spread', 'authority', 'sensitivity', 'negativity']);
    expect(score).toBeCloseTo(sum, 1);
  });

  it.each(LEVELS)('level %s takes its own line in and leaves what is below it out', (level) => {
    const flat = (score: number): OpinionRules => ({
      ...rules,
      weights: { spread: 0, authority: 1, sensitivity: 0, negativity: 0 },
      authority: {
        classes: [{ id: 'one', name: { zh: '一', en: 'one' }, score, families: [], folders: [] }],
        otherwise: 0,
      },
    });
    const at = (score: number) => opinionLevel({ ...QUIET, authority: 'one' }, flat(score)).level;
    expect(at(rules.lines[level])).toBe(level);
    expect(at(rules.lines[level] - 0.1)).toBe(LEVELS[LEVELS.indexOf(level) + 1] ?? null);
  });

  it('rises with every input and never falls', () => {
    const steps: Partial<OpinionInput>[] = [
      { families: 5 },
      { articles: 60 },
      { articlesLastHour: 20, articlesLastDay: 20 },
      { authority: 'central' },
      { focuses: ['IMAGE_CREDIBILITY'] },
      { titles: ['某台节目造假'] },
      { views: 200_000 },
      { reposts: 20_000 },
    ];
    for (const step of steps) expect(opinion(step).score).toBeGreaterThan(opinion({}).score);
  });
});

describe('its parts', () => {
  it.each(['families', 'articles', 'lastHour', 'growth', 'views', 'reposts'] as const)(
    'every band of %s takes its lower number in',
    (name) => {
      const bands = rules.spread[name];
      bands.forEach(({ from, score }, at) => {
        expect(bandScore(bands, from)).toBe(score);
        expect(bandScore(bands, from - 1)).toBe(bands[at - 1]?.score ?? 0);
      });
    },
  );

  it('measures growth over the hours before, and sees none in a first article', () => {
    expect(growthPercent({ articlesLastHour: 1, articlesLastDay: 1 })).toBe(0);
    expect(growthPercent({ articlesLastHour: 5, articlesLastDay: 5 })).toBe(400);
    expect(growthPercent({ articlesLastHour: 20, articlesLastDay: 66 })).toBe(900);
    expect(growthPercent({ articlesLastHour: 2, articlesLastDay: 48 })).toBe(0);
  });

  it('lets stated views outweigh the few feeds that told of it', () => {
    expect(part({ views: 1_000_000 }, 'spread')).toBe(100);
    expect(part({ views: 999_999 }, 'spread')).toBe(70);
  });

  it('takes the gravest focus or topic', () => {
    expect(part({ focuses: ['MAJOR_POLICY'] }, 'sensitivity')).toBe(60);
    expect(part({ focuses: ['MAJOR_POLICY'], titles: ['某刊物出现政治性差错'] }, 'sensitivity')).toBe(100);
  });

  it('reads negativity as the mean of the titles, and none where the ill word stands inside a good one', () => {
    expect(part({ titles: ['某台节目造假', '某台更新片单'] }, 'negativity')).toBe(50);
    expect(part({ titles: ['某台回应关切'] }, 'negativity')).toBe(0);
    expect(part({ titles: ['某台回应'] }, 'negativity')).toBe(60);
    expect(part({ titles: [] }, 'negativity')).toBe(0);
  });

  it('knows a publisher by family, else by folder', () => {
    expect(bestAuthority([{ family: 'huxiu', folder: null }], rules)).toBe('portal');
    expect(
      bestAuthority(
        [
          { family: 'huxiu', folder: null },
          { family: 'nobody', folder: '中央媒体/其他' },
        ],
        rules,
      ),
    ).toBe('central');
    expect(bestAuthority([{ family: null, folder: null }], rules)).toBeNull();
  });
});
