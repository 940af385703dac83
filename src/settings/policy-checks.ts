import type {
  InternalTargetRule,
  ClockKind,
  ClockRule,
  Collection,
  EvidenceForm,
  LadderRule,
  Policy,
} from '../domain/clocks/policy.js';
import { isOfLadder, RUNG_POSTS } from '../domain/clocks/ladder.js';
import { HELD } from '../domain/clocks/thresholds.js';

export type Complain = (path: (string | number)[], message: string) => void;

/** The law's own limits, hours: they may be made tighter, never wider. */
const LIMITS: [ClockKind, number][] = [
  ['statement_5h', 5],
  ['press_conference_24h', 24],
  ['other_48h', 48],
];
/** 国办发〔2016〕80号: what answers a 特别重大、重大 matter, and that every such matter starts the limit. */
const ANSWERS: Partial<Record<ClockKind, EvidenceForm>> = {
  statement_5h: 'statement',
  press_conference_24h: 'press_conference',
};
/** A mistyped cadence would write cycles without end. */
const LEAST_CADENCE_HOURS = 1 / 120;
const LEVELS = ['I', 'II'] as const;
const BASES = ['OFFICIAL', 'STATUTORY'] as const;

/** What a policy must hold besides its form, so that no edit of the file silently ends a duty. */
export function checkPolicy({ clocks, collection, ladder, internalTargets = [] }: Policy, complain: Complain): void {
  checkTargets(internalTargets, complain);
  checkLadder(ladder, complain);
  checkCollection(collection, complain);
  for (const [kind, hours] of LIMITS) {
    const index = clocks.findIndex((rule) => rule.kind === kind);
    const rule = clocks[index];
    if (!rule) complain(['clocks'], `缺少法定时限,请补上 · the statutory limit is missing, add it: ${kind}`);
    else if (rule.hours > hours)
      complain(['clocks', index, 'hours'], `${kind}: 不得宽于 ${hours} 小时 · may not be longer than ${hours} h`);
  }
  clocks.forEach((rule, index) => {
    if (clocks.findIndex((other) => other.kind === rule.kind) !== index)
      complain(['clocks', index, 'kind'], `重复,请删去其一 · listed twice, remove one: ${rule.kind}`);
    checkDuty(rule, (path, message) => complain(['clocks', index, ...path], message));
    checkThresholds(rule, (path, message) => complain(['clocks', index, ...path], message));
    checkCadence(rule, (path, message) => complain(['clocks', index, ...path], message));
  });
}

/** One lost visit of a core source must leave time for another before the board calls itself blind. */
function checkCollection({ core, blindAfterSeconds }: Collection, complain: Complain): void {
  const most = blindAfterSeconds / 2;
  if (core.slowest > most)
    complain(
      ['collection', 'core', 'slowest'],
      `不得大于 blindAfterSeconds 的一半(${most} 秒) · may not exceed half of blindAfterSeconds (${most} s)`,
    );
}

/** One time for a step at a level. */
function checkTargets(targets: InternalTargetRule[], complain: Complain): void {
  const steps = targets.flatMap(({ name, levels }) => levels.map((level) => `${name} ${level}`));
  const twice = steps.find((step, index) => steps.indexOf(step) !== index);
  if (twice)
    complain(
      ['internalTargets'],
      `同一步骤、同一等级只有一个目标,请删去其一 · a step has one target at a level, remove one: ${twice}`,
    );
}

/** One ladder a clock, its posts from the lowest up. */
function checkLadder(ladder: LadderRule[], complain: Complain): void {
  const kinds = ladder.flatMap((one) => one.clocks);
  const twice = kinds.find((kind, index) => kinds.indexOf(kind) !== index);
  if (twice) complain(['ladder'], `一个时限只有一个阶梯,请删去其一 · a clock has one ladder, remove one: ${twice}`);
  ladder.forEach(({ rungs }, index) => {
    const places = rungs.map((rung) => RUNG_POSTS.indexOf(rung.post));
    if (places.some((place, at) => at > 0 && place <= (places[at - 1] ?? -1)))
      complain(
        ['ladder', index, 'rungs'],
        `须自下而上、不得重复 · from the lowest up, none twice: ${RUNG_POSTS.join(' ')}`,
      );
  });
}

function checkDuty({ kind, answeredBy, startsFor }: ClockRule, complain: Complain): void {
  const answer = ANSWERS[kind];
  if (answer === undefined) return;
  if (answeredBy !== answer)
    complain(['answeredBy'], `${kind}: 只能是 ${answer} · only ${answer} answers it, write that`);
  const levels = LEVELS.filter((level) => !startsFor.levels.includes(level));
  const bases = BASES.filter((basis) => !startsFor.bases.includes(basis));
  if (levels.length > 0)
    complain(
      ['startsFor', 'levels'],
      `${kind}: 法定时限须含,请补上 · the limit is owed for these too, add: ${levels.join(' ')}`,
    );
  if (bases.length > 0)
    complain(
      ['startsFor', 'bases'],
      `${kind}: 法定时限须含,请补上 · the limit is owed on these too, add: ${bases.join(' ')}`,
    );
}

function checkThresholds({ kind, thresholds }: ClockRule, complain: Complain): void {
  const keys = thresholds.map((one) => one.key);
  const twice = keys.filter((key, index) => keys.indexOf(key) !== index);
  if (twice.length > 0)
    complain(['thresholds'], `${kind}: key 重复,请改名 · key used twice, rename one: ${twice.join(' ')}`);
  for (const key of keys.filter((one) => one.endsWith(HELD)))
    complain(['thresholds'], `${kind}: key 不得以 ${HELD} 结尾 · a key may not end in ${HELD}, rename it: ${key}`);
  for (const key of keys.filter(isOfLadder))
    complain(['thresholds'], `${kind}: key 属升级阶梯,请改名 · the key belongs to the ladder, rename it: ${key}`);
  // The self-check, too, walks to this first reminder.
  if (kind === 'statement_5h' && !thresholds.some((one) => 'at' in one && one.at === 'opening'))
    complain(
      ['thresholds'],
      `${kind}: 须有 { at: opening },立项由它报出 · must hold one { at: opening }, for it tells that a case was opened`,
    );
  const due = thresholds.find((one) => one.key === 'due');
  if (!due || !('share' in due) || due.share !== 1)
    complain(
      ['thresholds'],
      `${kind}: 须有 { key: due, share: 1 },逾期由它报出 · must hold it, for it tells that the limit has passed`,
    );
}

/** Continued release is told by its own limits: it opens no case and confirms no level. */
function checkCadence(rule: ClockRule, complain: Complain): void {
  const { kind, answeredBy, hours, thresholds, closer = [], newFactHours } = rule;
  if (kind !== 'follow_up') {
    if (closer.length > 0 || newFactHours !== undefined)
      complain([], `${kind}: closer、newFactHours 只用于 follow_up · are for follow_up alone, remove them`);
    return;
  }
  if (answeredBy !== 'statement')
    complain(['answeredBy'], `${kind}: 只能是 statement · only statement answers it, write that`);
  for (const shorter of [...closer.map((one) => one.hours), newFactHours ?? hours])
    if (shorter > hours || shorter < LEAST_CADENCE_HOURS)
      complain(
        ['closer'],
        `${kind}: closer、newFactHours 须在半分钟与 hours 之间 · must lie between half a minute and hours`,
      );
  if (hours < LEAST_CADENCE_HOURS)
    complain(['hours'], `${kind}: 不得短于半分钟 · may not be shorter than half a minute`);
  if (thresholds.some((one) => 'at' in one))
    complain(['thresholds'], `${kind}: 只能按 share 或 minutesBefore · only share and minutesBefore, remove at`);
}
