import {
  cancelShift,
  giveHandOver,
  handOver,
  handOverPage,
  onDutyPage,
  planShift,
  rosterQuery,
  rosterView,
  shift,
} from './roster.js';
import { made, ok, type Route } from './route.js';

/** 值班与交接班 · the duty roster and hand-overs */
export const ROSTER_ROUTES: readonly Route[] = [
  {
    method: 'GET',
    path: '/roster',
    right: 'roster.read',
    summary: '值班表:班次、节假日与调休、空缺、无法通知的岗位 · The roster: turns, holidays, gaps, posts out of reach',
    query: rosterQuery,
    answer: ok(rosterView),
  },
  {
    method: 'GET',
    path: '/roster/now',
    right: 'roster.read',
    summary: '此刻谁在值班 · Who is on duty now',
    answer: ok(onDutyPage),
  },
  {
    method: 'POST',
    path: '/roster/shifts',
    right: 'roster.edit',
    summary: '排班;更改即撤旧立新 · Plan a turn; a change cancels one and plans another',
    body: planShift,
    answer: made(shift),
  },
  {
    method: 'POST',
    path: '/roster/shifts/:id/cancel',
    right: 'roster.edit',
    summary: '撤销班次,已开始的即时结束,写明理由 · Cancel a turn, or end one that has begun, with a reason',
    body: cancelShift,
    answer: ok(shift),
  },
  {
    method: 'GET',
    path: '/roster/hand-overs',
    right: 'roster.hand_over',
    summary: '交接班记录,新者在前 · Hand-overs, newest first',
    answer: ok(handOverPage),
  },
  {
    method: 'POST',
    path: '/roster/hand-overs',
    right: 'roster.hand_over',
    summary: '交班:记下此刻未结事项 · Hand the duty over, with what is open at this moment',
    body: giveHandOver,
    answer: made(handOver),
  },
  {
    method: 'POST',
    path: '/roster/hand-overs/:id/accept',
    right: 'roster.hand_over',
    summary: '接班:自此刻起值班 · Take the duty over, from this moment on',
    answer: ok(handOver),
  },
];
