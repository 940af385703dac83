import type { AuditRule } from '../../domain/audit.js';
import type { Words } from '../operators/words.js';
import type { Finding } from './finding.js';

const RULES: Record<AuditRule, { zh: string; en: string }> = {
  overdue_threshold: { zh: '到点未触发的预警', en: 'warnings due and not fired' },
  case_without_clock: { zh: '应计时而未计时的事件', en: 'cases without a clock that their level starts' },
  clock_without_threshold: { zh: '没有预警的时限', en: 'clocks without warnings' },
  wrong_due: { zh: '截止时间与起算时间不符', en: 'limits that do not follow from their start' },
  policy_unknown: { zh: '所依政策版本未存档的时限', en: 'clocks by a policy that is not kept' },
  alert_without_notice: { zh: '无人获知的预警', en: 'warnings that nobody was told of' },
  stuck_notice: { zh: '逾时未发的通知', en: 'notices not tried in time' },
  journal_broken: { zh: '审计链断裂', en: 'breaks in the journal' },
  anchor_broken: { zh: '审计链与每日存证不符', en: 'anchors that the journal does not agree with' },
  anchor_not_kept: { zh: '未能写入文件的每日存证', en: 'daily anchors whose file cannot be written' },
  policy_refused: {
    zh: '政策文件有误,未采用,沿用原政策',
    en: 'the policy file is faulty and was refused, the one before stays',
  },
  clock_suspect: { zh: '数据库时钟跳变', en: 'the database clock jumped' },
};

/** Of each kind so many are named. */
const NAMED = 3;

/** What the operators are told: what is wrong, how often, and where. Holds no names. */
export function auditWords(findings: readonly Finding[]): Words {
  const rules = [...new Set(findings.map(({ rule }) => rule))];
  const lines = (language: 'zh' | 'en') =>
    rules.map((rule) => {
      const all = findings.filter((one) => one.rule === rule);
      return `${RULES[rule][language]} × ${all.length}: ${all.slice(0, NAMED).map(nameOf).join('; ')}`;
    });
  const first = rules[0] ?? 'overdue_threshold';
  const more =
    rules.length > 1
      ? { zh: ` 等 ${rules.length} 类问题`, en: ` and ${rules.length - 1} more kinds` }
      : { zh: '', en: '' };
  return {
    subject: { zh: `【系统核查】${RULES[first].zh}${more.zh}`, en: `[Audit] ${RULES[first].en}${more.en}` },
    lines: {
      zh: [...lines('zh'), '请查看审计链(audit.found)与 timer、worker 的日志'],
      en: [...lines('en'), 'See the journal (audit.found) and the logs of timer and worker'],
    },
  };
}

function nameOf({ subject, detail }: Finding): string {
  const { faults } = detail;
  return Array.isArray(faults) ? faults.join(', ') : subject;
}
