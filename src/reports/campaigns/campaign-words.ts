import type { CampaignPaper } from '../../contract/campaign-report.js';

interface Words {
  subject: { zh: string; en: string };
  lines: { zh: string[]; en: string[] };
}

/** What the roster is told. Counts alone: the cases stand on the page, for those who may see them. */
export function paperWords(
  name: string,
  { kind, day, from, to, numbers }: Omit<CampaignPaper, 'id' | 'madeAt'>,
): Words {
  const { articles, stories, incidents, met, missed, busiest } = numbers;
  const hours = busiest.map(({ hour, articles: n }) => `${hour}:00(${n})`);
  const span = `${beijing(from)} — ${beijing(to)}`;
  return {
    subject:
      kind === 'digest'
        ? { zh: `【专项日报】${name} ${day}`, en: `[Campaign digest] ${name} ${day}` }
        : { zh: `【专项小结】${name}`, en: `[Campaign summary] ${name}` },
    lines: {
      zh: [
        `${span}(北京时间)`,
        `报道 ${articles} 篇,舆情 ${stories} 组,新增事件 ${incidents.length} 件`,
        `时限达标 ${met} 项,未达标 ${missed} 项`,
        ...(hours.length > 0 ? [`最忙时段:${hours.join('、')}`] : []),
      ],
      en: [
        `${span} Beijing time`,
        `${articles} articles, ${stories} stories, ${incidents.length} new incidents`,
        `${met} limits met, ${missed} missed`,
        ...(hours.length > 0 ? [`Busiest hours: ${hours.join(', ')}`] : []),
      ],
    },
  };
}

/** `2027-03-05 18:00` as Beijing wall time. */
function beijing(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}
