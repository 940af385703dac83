import { AUDIT_RULES } from '../../domain/audit.js';
import type { Verification } from '../../journal/verify-journal.js';
import type { Violation } from './invariants.js';
import { INVARIANTS } from './invariants.js';
import type { ChaosOptions } from './options.js';
import type { Harm } from './troubles.js';

/** What the run came to. */
export interface Outcome {
  harm: Harm;
  figures: Record<string, number>;
  seconds: number;
  journal: Verification;
  violations: Violation[];
  surprises: string[];
}

const ROWS_SHOWN = 10;
const PROMISES: [string, string, string][] = [
  ['missed', '漏报', 'missed'],
  ['doubled', '重报', 'doubled'],
  ['early', '早报', 'early'],
  ['undelivered', '未送达', 'undelivered'],
  ['untold', '审计链不符', 'not as the journal tells'],
  ['audited', '系统核查发现', 'found by the auditor'],
];

/** The run as a person reads it, Chinese first. */
export function chaosReport(options: ChaosOptions, { harm, figures, seconds, ...rest }: Outcome): string {
  const { kills } = harm;
  const queue = options.redis
    ? [row('清空、杀死队列', 'queue flushed, killed', `${harm.flushes}, ${harm.queueKills}`)]
    : [];
  const lines = [
    row('种子', 'seed', options.seed),
    row('用时(秒)', 'seconds', Math.round(seconds)),
    row('SIGKILL 巡检、派发', 'SIGKILL of sweepers, dispatchers', `${kills.timer} + ${kills.worker}`),
    row('  其中瞄准', '  of them aimed', harm.aimed),
    row('数据库立即崩溃', 'immediate crashes of PostgreSQL', harm.crashes),
    ...queue,
    ...Object.entries(figures).map(([name, value]) => row(FIGURES[name] ?? name, name, value)),
    '',
    ...PROMISES.map(([promise, zh, en]) => row(zh, en, brokenRows(rest.violations, promise))),
    row('审计链', 'journal', rest.journal.firstBad ? `✗ ${rest.journal.firstBad.why}` : `✓ ${rest.journal.rows}`),
    row('校验', 'checks', INVARIANTS.length + CHECKS_BESIDE),
    ...rest.surprises.map((one) => row('意外退出', 'ended by itself', one)),
    ...rest.violations.flatMap(told),
  ];
  return `${lines.join('\n')}\n`;
}

/** Those at the receiver, that every committed case is there, and the rules of the auditor. */
const CHECKS_BESIDE = 5 + AUDIT_RULES.length;
const FIGURES: Record<string, string> = {
  cases: '立项',
  thresholds: '阈值',
  fired: '已触发',
  superseded: '被取代',
  closed: '已关闭',
  alerts: '提醒',
  notices: '对外通知',
  sent: '已送达',
  digests: '合并发出',
  calls: '接收方收到',
  repeats: '同键重复',
  attempts: '已入账的尝试',
};

function brokenRows(violations: Violation[], promise: string): number {
  return violations.filter((one) => one.promise === promise).reduce((sum, { rows }) => sum + rows.length, 0);
}

function told({ zh, en, rows }: Violation): string[] {
  const shown = rows.slice(0, ROWS_SHOWN).map((one) => `  ${JSON.stringify(one)}`);
  return ['', `✗ ${zh} · ${en}: ${rows.length}`, ...shown, ...(rows.length > ROWS_SHOWN ? ['  …'] : [])];
}

function row(zh: string, en: string, value: string | number): string {
  return `${`${zh} · ${en}`.padEnd(56 - wide(zh))} ${value}`;
}

/** Chinese letters take two columns. */
function wide(text: string): number {
  return [...text].filter((letter) => letter > '\u2e7f').length;
}
