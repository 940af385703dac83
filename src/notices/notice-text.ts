import { RESTRICTED_TITLE, RESTRICTED_TITLE_EN } from '../domain/restricted-title.js';
import { sentBackLines, type SentBack } from './sent-back-lines.js';
import { rungLines } from './rung-lines.js';
import { targetOf, type TargetName } from '../domain/clocks/internal-target.js';
import { ladderOf, type SkipReason } from '../domain/clocks/ladder.js';
import { type ClockKind, type Policy, ruleOf } from '../domain/clocks/policy.js';

/** What a notice is told about a threshold. */
export interface ToldThreshold {
  key: string;
  clockKind: ClockKind;
  /** Which cycle of continued release; 1 for the other duties. */
  cycleNo: number;
  fireAt: Date;
  detectedAt: Date;
  startAt: Date;
  dueAt: Date;
  lateMs: number;
  incidentId: string;
  number: string;
  title: string;
  level: string | null;
  status: string;
  lead: string;
  /** Account ids of those who alone may see the case; null: not restricted. */
  restrictedTo: string[] | null;
  /** The duty is answered or ended. */
  over: boolean;
  /** It tells that the level has risen. */
  rise: boolean;
  /** It tells of a story that is possibly the same happening; null: it does not. */
  possibly: { title: string; level: string | null } | null;
  /** It tells of a release of our own that may answer the case; null: it does not. `at`: its publication, ISO UTC. */
  ownRelease: { title: string; at: string } | null;
  /** It tells that a bureau sent the case back; null: it does not. */
  sentBack: SentBack | null;
  /** A rung of the ladder by which nobody could be told. */
  skipped?: SkipReason;
}

/** The stored text of a notice, in both languages, with what a machine reader needs. */
export interface NoticeText {
  recipient: string;
  /** Empty in a paper that is about no one case. */
  incidentId: string;
  /** Where such a paper is read, below the product's address. */
  path?: string;
  number: string;
  title: string;
  level: string | null;
  clockKind: string;
  dueAt: string;
  thresholds: { key: string; fireAt: string; lateMs: number }[];
  subject: { zh: string; en: string };
  lines: { zh: string[]; en: string[] };
  /** It was held, and this has become of its duty meanwhile: for whoever reads it, it is information. Tells nothing of the matter. */
  meanwhile?: { zh: string; en: string };
}

const LEVEL_ZH: Record<string, string> = { I: '特别重大', II: '重大', III: '较大', IV: '一般' };
const TARGET_ZH: Record<TargetName, string> = {
  confirmed: '确认初判',
  acknowledged: '签收',
  drafted: '拟稿',
  signed: '签发',
};
const TARGET_EN: Record<TargetName, string> = {
  confirmed: 'confirmation',
  acknowledged: 'acknowledgement',
  drafted: 'draft',
  signed: 'sign-off',
};
const SECOND = 1_000;

/** One notice for the thresholds of one clock that concern one recipient; several are bundled. */
export function noticeText(policy: Policy, recipient: string, thresholds: ToldThreshold[]): NoticeText {
  const last = thresholds.at(-1);
  if (!last) throw new Error('noticeText() needs at least one threshold');
  if (last.restrictedTo !== null && !last.restrictedTo.includes(recipient))
    return restrictedText(recipient, thresholds, last);
  const { name, citation } = namedRule(policy, last);
  const left = leftAt(last);
  const doubtful = thresholds.flatMap(({ possibly }) => possibly ?? []);
  const released = thresholds.flatMap(({ ownRelease }) => ownRelease ?? []);
  const news = newsOf(thresholds);
  const rungs = rungLines(thresholds, ladderOf(policy, last.clockKind)?.rungs.at(-1)?.post);
  const steps = [...sentBackLines(thresholds), ...rungs];
  return {
    recipient,
    incidentId: last.incidentId,
    number: last.number,
    title: last.title,
    level: last.level,
    clockKind: last.clockKind,
    dueAt: last.dueAt.toISOString(),
    thresholds: thresholds.map(({ key, fireAt, lateMs }) => ({ key, fireAt: fireAt.toISOString(), lateMs })),
    subject: {
      zh: `【${levelZh(last)}】${news.zh}${left.zh} ${name.zh}:${last.title}`,
      en: `[Level ${last.level ?? '-'}] ${news.en}${left.en}, ${name.en}: ${last.title}`,
    },
    lines: {
      zh: [
        `事件 ${last.number} ${last.title}`,
        ...doubtful.map((one) => `疑似同一事件:${one.title},单独可达${levelZh(one)},请判定是否合并`),
        ...released.map(({ title, at }) => `${beijing(new Date(at))} 本局渠道发布《${title}》,疑似已回应,请确认或否定`),
        `等级 ${levelZh(last)}${last.status === 'provisional' ? '(待确认)' : ''}`,
        `${name.zh}:起算 ${beijing(last.startAt)},截止 ${beijing(last.dueAt)}(北京时间),${left.zh}`,
        ...lateLine(thresholds, (minutes) => `系统中断,本通知迟到 ${minutes} 分钟`),
        ...steps.map((line) => line.zh),
        `依据:${citation}`,
      ],
      en: [
        `Incident ${last.number} ${last.title}`,
        ...doubtful.map(
          ({ title, level }) =>
            `Possibly the same: ${title}; by itself it would be level ${level ?? '-'}. Decide whether to merge`,
        ),
        ...released.map(
          ({ title, at }) =>
            `${beijing(new Date(at))} our own channel published “${title}”: confirm or reject it as the answer`,
        ),
        `Level ${last.level ?? '-'}${last.status === 'provisional' ? ' (to be confirmed)' : ''}`,
        `${name.en}: from ${beijing(last.startAt)}, due ${beijing(last.dueAt)} Beijing time, ${left.en}`,
        ...lateLine(thresholds, (minutes) => `The system was down: this notice is late by ${minutes} min`),
        ...steps.map((line) => line.en),
      ],
    },
  };
}

/** A cycle of continued release says which it is. */
function namedRule(policy: Policy, { clockKind, cycleNo }: ToldThreshold) {
  const { name, citation } = ruleOf(policy, clockKind);
  const nth = { zh: `${name.zh}(第 ${cycleNo} 次)`, en: `${name.en} (no. ${cycleNo})` };
  return { name: clockKind === 'follow_up' ? nth : name, citation };
}

/** To those who are not named: number and level, and that there is something to look at. */
function restrictedText(recipient: string, thresholds: ToldThreshold[], last: ToldThreshold): NoticeText {
  const { incidentId, number, level, clockKind } = last;
  return {
    ...{ recipient, incidentId, number, title: RESTRICTED_TITLE, level, clockKind },
    dueAt: last.dueAt.toISOString(),
    thresholds: thresholds.map(({ key, fireAt, lateMs }) => ({ key, fireAt: fireAt.toISOString(), lateMs })),
    subject: {
      zh: `【${levelZh(last)}】${RESTRICTED_TITLE} ${number}`,
      en: `[Level ${level ?? '-'}] ${RESTRICTED_TITLE_EN} ${number}`,
    },
    lines: {
      zh: [`${RESTRICTED_TITLE} ${number}`, `等级 ${levelZh(last)}`],
      en: [`${RESTRICTED_TITLE_EN} ${number}`, `Level ${level ?? '-'}`],
    },
  };
}

/** What is new of the case beside the time that is left. */
function newsOf(thresholds: ToldThreshold[]): { zh: string; en: string } {
  const risen = thresholds.some((one) => one.rise);
  const doubtful = thresholds.some((one) => one.possibly !== null);
  const released = thresholds.some((one) => one.ownRelease !== null);
  const returned = thresholds.some((one) => one.key === 'returned');
  const handed = thresholds.some((one) => one.key === 'handed_over');
  const targets = thresholds.flatMap(({ key }) => targetOf(key) ?? []);
  const passed = (words: Record<TargetName, string>, comma: string) => targets.map((name) => words[name]).join(comma);
  const zh = [
    targets.length > 0 && `内部目标已过(${passed(TARGET_ZH, '、')}) `,
    risen && '等级上调 ',
    returned && '司局退回,请重新转办 ',
    handed && '转由您办理 ',
    doubtful && '有疑似同一事件待判定 ',
    released && '本局已发布,待确认 ',
  ];
  const en = [
    targets.length > 0 && `internal target passed (${passed(TARGET_EN, ', ')}), `,
    risen && 'level raised, ',
    returned && 'sent back by the bureau, to be assigned anew, ',
    handed && 'handed over to you, ',
    doubtful && 'possibly the same event to decide on, ',
    released && 'own release to confirm, ',
  ];
  return { zh: zh.filter(Boolean).join(''), en: en.filter(Boolean).join('') };
}

/** 特别重大、重大、较大、一般. */
export function levelZh({ level }: { level: string | null }): string {
  return level ? (LEVEL_ZH[level] ?? level) : '未定级';
}

function leftAt({ dueAt, detectedAt, over }: ToldThreshold): { zh: string; en: string } {
  if (over) return { zh: '已回应', en: 'answered' };
  const minutes = Math.round((dueAt.getTime() - detectedAt.getTime()) / (60 * SECOND));
  const span = `${Math.floor(Math.abs(minutes) / 60)}:${String(Math.abs(minutes) % 60).padStart(2, '0')}`;
  return minutes > 0 ? { zh: `剩 ${span}`, en: `${span} left` } : { zh: `超时 ${span}`, en: `overdue by ${span}` };
}

/** Only a delay that people would notice is named. */
function lateLine(thresholds: ToldThreshold[], say: (minutes: number) => string): string[] {
  const worst = Math.max(...thresholds.map((one) => one.lateMs));
  return worst >= 60 * SECOND ? [say(Math.round(worst / (60 * SECOND)))] : [];
}

/** `11月22日 14:05` as Beijing wall time (no daylight saving). */
export function beijing(instant: Date): string {
  const local = new Date(instant.getTime() + 8 * 3_600 * SECOND);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${local.getUTCMonth() + 1}月${local.getUTCDate()}日 ${two(local.getUTCHours())}:${two(local.getUTCMinutes())}`;
}
