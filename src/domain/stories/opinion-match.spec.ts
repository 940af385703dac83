import { signature, type StoryArticle } from './story.js';
import { clusterAll } from './story-cluster.js';
import { itemMatch } from './story-match.js';
import { withoutHappening } from './without-happening.js';

const DAY = new Date('2026-03-05T02:00:00Z');
const tells = (title: string, more: Partial<StoryArticle> = {}) =>
  signature({ title, publishedAt: DAY, places: [], eventKind: null, ...more });
const talk = (title: string, places: readonly string[] = []) => withoutHappening(tells(title, { places }));
const TOWER = ['甘肃省', '定西市', '渭源县'];
const collapse = tells('渭源青石塔突发坍塌致2人死亡', { places: TOWER, eventKind: '坍塌垮塌', deaths: 2 });

describe('talk about a place and a happening there', () => {
  const complaint = talk('渭源青石塔挂满广告遭游客投诉', TOWER);

  it('stay two, whichever came first', () => {
    expect(itemMatch(complaint, collapse).verdict).toBe('different');
    expect(itemMatch(collapse, complaint).verdict).toBe('different');
    expect(new Set(clusterAll([complaint, collapse])).size).toBe(2);
    expect(new Set(clusterAll([collapse, complaint])).size).toBe(2);
  });

  it('a later phase goes to its happening, never the happening into it', () => {
    const later = talk('渭源青石塔坍塌事故责任人被追责', TOWER);
    expect(itemMatch(collapse, later).verdict).toBe('same');
    expect(itemMatch(later, collapse).verdict).toBe('different');
  });

  it('an item of talk does not make one of a happening and a story of talk', () => {
    const numbers = clusterAll([complaint, collapse, talk('渭源青石塔坍塌前曾因挂满广告遭游客投诉', TOWER)]);
    expect(numbers[0]).not.toBe(numbers[1]);
  });
});

const WORKS =
  '春江旧事 雪岭孤灯 长街十二 北风过境 月下渡船 南城往事 白露为霜 千帆尽处 归雁 山河故人志 落日码头 青瓷'.split(' ');
const MATTERS = [
  '被指抄袭原著小说',
  '片酬超限引热议',
  '配音被批敷衍',
  '服装造型被指辱华',
  '拖欠群演工资',
  '宣传海报盗图',
  '超前点播涨价遭质疑',
  '改编历史人物惹争议',
  '吸烟镜头过多被投诉',
  '片场动物死于拍摄',
];
const HOUSES = [
  '青禾大学',
  '白榆大学',
  '松涛大学',
  '兰陵影业',
  '星渡影业',
  '云栖出版社',
  '石渠出版社',
  '听雨博物馆',
  '沧浪博物馆',
];
const PERSONS = ['演员王砚秋', '演员李知遥', '演员张拾光', '歌手周以宁', '导演陈望舒', '主持人孙若溪'];
const PLACES = [
  ['河北省', '承德市'],
  ['江苏省', '泰州市'],
  ['湖南省', '郴州市'],
  ['云南省', '曲靖市'],
];

interface Cell {
  matter: string;
  subject: string;
  title: string;
  places?: readonly string[];
}

/** Stories that hold items of two subjects, or of two matters. */
function mixed(cells: readonly Cell[], of: 'subject' | 'matter'): number {
  const held = new Map<number, Set<string>>();
  clusterAll(cells.map(({ title, places }) => talk(title, places))).forEach((story, n) => {
    const known = held.get(story) ?? new Set<string>();
    held.set(story, known.add(cells[n]?.[of] ?? ''));
  });
  return [...held.values()].filter((known) => known.size > 1).length;
}
const grid = (subjects: readonly string[], write: (subject: string, matter: string) => string): Cell[] =>
  MATTERS.flatMap((matter) => subjects.map((subject) => ({ matter, subject, title: write(subject, matter) })));

describe('matters of one pattern', () => {
  const works = grid(WORKS, (work, matter) => `电视剧《${work}》${matter}`);

  it('are told apart by the works they name', () => {
    expect(mixed(works, 'subject')).toBe(0);
    expect(mixed([...works].reverse(), 'subject')).toBe(0);
  });

  it('and by what is said of one work', () => {
    expect(mixed(works, 'matter')).toBe(0);
  });

  it('by the houses they name', () => {
    const cells = grid(HOUSES, (house, matter) => `${house}${matter}`);
    expect(mixed(cells, 'subject')).toBe(0);
  });

  it('by the persons they name', () => {
    expect(
      mixed(
        grid(PERSONS, (person, matter) => `${person}${matter}`),
        'subject',
      ),
    ).toBe(0);
  });

  it('by their places', () => {
    const cells = MATTERS.flatMap((matter) =>
      PLACES.map((places) => ({ matter, subject: String(places[1]), title: `${places[1]}一景区${matter}`, places })),
    );
    expect(mixed(cells, 'subject')).toBe(0);
  });

  it('do not chain through a title that names two works, or none', () => {
    const numbers = clusterAll(
      [
        '热播剧被指抄袭原著小说',
        '《春江旧事》被指抄袭原著小说',
        '《春江旧事》《雪岭孤灯》被指抄袭原著小说',
        '《雪岭孤灯》被指抄袭原著小说',
        '《长街十二》被指抄袭原著小说',
      ].map((title) => talk(title)),
    );
    expect(new Set([numbers[1], numbers[3], numbers[4]]).size).toBe(3);
  });
});

describe('one matter told in other words', () => {
  it.each([
    ['《春江旧事》被指抄袭原著小说', '《春江旧事》剧方否认抄袭'],
    ['电视剧《春江旧事》片酬超限引热议', '《春江旧事》主演片酬超限 平台启动核查'],
    ['青禾大学食堂饭菜涨价遭学生吐槽', '青禾大学回应食堂涨价'],
    ['演员王砚秋被曝拖欠群演工资', '王砚秋工作室回应拖欠群演工资'],
    ['《春江旧事》海报盗图 摄影师发声', '摄影师称《春江旧事第二季》海报盗图'],
  ])('%s | %s', (one, other) => {
    expect(new Set(clusterAll([talk(one), talk(other)])).size).toBe(1);
  });

  it('joins the rewordings of each cell of a grid, and only those', () => {
    const WAYS = [
      (w: string, m: string) => `电视剧《${w}》${m}`,
      (w: string, m: string) => `《${w}》${m} 剧方回应`,
      (w: string, m: string) => `网友热议:《${w}》${m}`,
    ];
    const cells = WORKS.flatMap((work) =>
      MATTERS.flatMap((matter) => WAYS.map((way) => ({ cell: `${work} ${matter}`, title: way(work, matter) }))),
    );
    const numbers = clusterAll(cells.map(({ title }) => talk(title)));
    const cellsOf = new Map<string, Set<number>>();
    cells.forEach(({ cell }, n) => cellsOf.set(cell, (cellsOf.get(cell) ?? new Set()).add(numbers[n] ?? -1)));
    expect([...cellsOf.values()].filter((stories) => stories.size > 1)).toEqual([]);
    expect(new Set(numbers).size).toBe(cellsOf.size);
  });
});
