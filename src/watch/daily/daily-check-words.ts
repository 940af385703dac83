import type { PostFinding } from '../../contract/roster.js';
import type { Words } from '../operators/words.js';

const STATES: Record<PostFinding['state'], { zh: string; en: string }> = {
  nobody: { zh: '既无人员也无公用邮箱', en: 'neither a person nor a mailbox' },
  mailbox_only: { zh: '只有公用邮箱,没有可通知的人员', en: 'the shared mailbox only, no person' },
  no_way: { zh: '人员没有登记站外联系方式', en: 'persons without any way that leaves the house' },
  unproven: { zh: '联系方式未经验证', en: 'ways that nobody has proven' },
};

export interface Checked {
  period: string;
  findings: Pick<PostFinding, 'post' | 'unit' | 'state'>[];
  /** Stretches of the next seven days that nobody covers. */
  gaps: number;
}

/** What the operators are told of a daily check that found something. Holds no names. */
export function checkWords({ period, findings, gaps }: Checked): Words {
  const place = ({ post, unit }: Checked['findings'][number]) => (unit === null ? post : `${post} ${unit}`);
  return {
    subject: {
      zh: `【值班检查】${period}:${findings.length} 个岗位通知不到位,未来七天 ${gaps} 处无人值班`,
      en: `[Duty check] ${period}: ${findings.length} posts out of reach, ${gaps} stretches of the next seven days uncovered`,
    },
    lines: {
      zh: [
        ...findings.map((one) => `${place(one)}:${STATES[one.state].zh}`),
        '请到「值班表」补齐班次,请相关人员在「我的联系方式」登记并验证',
      ],
      en: [
        ...findings.map((one) => `${place(one)}: ${STATES[one.state].en}`),
        'Fill the roster (/roster); the persons concerned state and prove their ways (/me/ways)',
      ],
    },
  };
}
