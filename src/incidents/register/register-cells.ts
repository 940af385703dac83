import type { ClockState, ClockView } from '../../contract/clock.js';
import type { IncidentLine } from '../../contract/incident.js';
import { beijingCell, type Cell } from '../../domain/csv.js';
import { LEVEL_WORDS } from '../../domain/level.js';
import type { Where } from '../../domain/lifecycle/stage.js';

const STATE: Record<ClockState, string> = {
  running: '未到期',
  overdue: '超时未完成',
  met: '达标',
  late: '超时完成',
  waived: '免除',
  missed: '未完成',
};
const STAGE: Record<Where, string> = {
  collected: '收集',
  consulting: '会商',
  assessed: '研判',
  assigned: '转办',
  acknowledged: '签收',
  drafting: '拟稿',
  in_review: '审核',
  signed: '签发',
  released: '发布',
  following_up: '持续发布',
  evaluating: '评估',
  closed: '办结',
  archived: '归档',
  monitor_only: '只监测',
  transferred_out: '移送',
  merged: '并案',
  false_alarm: '误报',
};
/** The first answer: 5 h at levels I and II, 48 h for other opinion. */
const FIRST_ANSWER = ['statement_5h', 'other_48h'];
const CONFERENCE = ['press_conference_24h'];

export const REGISTER_HEAD = [
  ...['编号 number', '标题 title', '等级 level', '环节 stage', '主办 lead', '协办 co'],
  ...['起算(北京) start', '立项(北京) opened', '签收(北京) acknowledged'],
  ...['首次回应截止 answer due', '首次回应时间 answered', '首次回应结果 verdict'],
  ...['发布会截止 conference due', '发布会时间 held', '发布会结果 verdict'],
  ...['报道数 reports', '来源数 sources', '专项 campaigns'],
] as const;

/** One case as a line of the file; `bureau` names a unit by its code. Times are 北京时间. */
export function registerCells(line: IncidentLine, bureau: (code: string) => string): Cell[] {
  const joined = (codes: readonly string[]) => codes.map(bureau).join('、');
  return [
    ...[line.number, line.title, line.level && LEVEL_WORDS[line.level], STAGE[line.stage]],
    ...[bureau(line.lead), joined(line.co)],
    ...[beijingCell(line.clockStartAt), beijingCell(line.openedAt), beijingCell(line.acknowledgedAt)],
    ...duty(line.clocks, FIRST_ANSWER),
    ...duty(line.clocks, CONFERENCE),
    ...[line.articleCount, line.sourceCount, line.campaigns.map(({ name }) => name).join('、')],
  ];
}

function duty(clocks: readonly ClockView[], kinds: readonly string[]): Cell[] {
  const clock = clocks.find(({ kind }) => kinds.includes(kind));
  return clock ? [beijingCell(clock.dueAt), beijingCell(clock.metAt), STATE[clock.state]] : [null, null, null];
}
