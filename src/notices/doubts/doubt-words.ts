import type { Settings } from '../../settings/settings.js';

/** A rise of doubt, as it is told. */
export interface DoubtTold {
  id: string;
  title: string;
  bureau: string;
  articles: number;
  usual: number;
}

/** What the drafter and the press office are told. The articles stand on the page. */
export function doubtWords({ title, bureau, articles, usual }: DoubtTold, { rules, policy, env }: Settings) {
  const unit = rules.bureaus.units.find((one) => one.code === bureau);
  const hours = policy.documentWatch?.windowHours ?? 24;
  const link = env.PUBLIC_URL ? [new URL('documents', env.PUBLIC_URL.replace(/\/*$/, '/')).href] : [];
  const mean = Math.round(usual * 10) / 10;
  return {
    subject: {
      zh: `建议进一步解读《${title}》`,
      en: `Further interpretation proposed: ${title}`,
    },
    lines: {
      zh: [
        `近 ${hours} 小时质疑《${title}》的报道 ${articles} 篇,平时同样时长约 ${mean} 篇`,
        `起草司局:${unit?.nameZh ?? bureau}。请在"政策文件"页答复:解读已发布(附链接),或不需要(写明理由)`,
        '依据:总局方案 二(二),密切跟踪舆情,分段、多次、持续开展解读;无法定时限',
        ...link,
      ],
      en: [
        `${articles} articles of the last ${hours} hours doubt “${title}”; ${mean} are usual in such a time`,
        `Drafted by ${unit?.nameEn ?? bureau}. Answer on the page of policy documents: interpreted (with the link), or not needed (with the reason)`,
        'No time limit by law runs',
        ...link,
      ],
    },
  };
}
