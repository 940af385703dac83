import { ok, made, type Route } from '../route.js';
import { checkItem } from './checklist.js';
import { closing, editing, makeRecord, RECORD_BODIES, workspace } from './record.js';

/** 办理 · the work between the flag and the release. */
export const RECORD_ROUTES: readonly Route[] = [
  {
    method: 'GET',
    path: '/incidents/:id/workspace',
    right: 'board.read',
    summary:
      '办理情况:阶段、缺项、记录、手续待补 · Where the work stands: stage, what each step lacks, records, irregularities',
    answer: ok(workspace),
  },
  {
    method: 'POST',
    path: '/incidents/:id/records/:kind',
    right: 'record.make',
    summary: '登记一条记录(会商、研判单、转办单、文稿、审查、会签、签发、发布……) · Put one thing on record',
    body: makeRecord,
    kinds: RECORD_BODIES,
    answer: made(workspace),
  },
  {
    method: 'POST',
    path: '/incidents/:id/editing',
    right: 'record.make',
    summary: '正在编辑文稿,每 10 秒一次 · The text is open on a screen; said every ten seconds',
    body: editing,
    answer: { status: 204 },
  },
  {
    method: 'POST',
    path: '/incidents/:id/conference-checklist',
    right: 'record.answer',
    summary: '发布会清单:勾选一项或取消 · Tick one thing that a press conference needs, or take the tick back',
    body: checkItem,
    answer: ok(workspace),
  },
  {
    method: 'POST',
    path: '/incidents/:id/close',
    right: 'incident.close',
    summary: '办结;缺项逐一说明 · Close; what is missing is told',
    body: closing,
    answer: ok(workspace),
  },
  {
    method: 'POST',
    path: '/incidents/:id/archive',
    right: 'incident.close',
    summary: '归档 · Archive',
    body: closing,
    answer: ok(workspace),
  },
  {
    method: 'POST',
    path: '/incidents/:id/reopen',
    right: 'incident.close',
    summary: '恢复办理,写明理由 · Take it up again, with a reason',
    body: closing,
    answer: ok(workspace),
  },
];
