import { incident } from './incident.js';
import { prioritise } from './priority.js';
import { ok, type Route } from './route.js';

/** 重点事项 · priority matters */
export const PRIORITY_ROUTES: readonly Route[] = [
  {
    method: 'POST',
    path: '/incidents/:id/priority',
    right: 'incident.prioritise',
    summary: '设为或取消重点事项,缩短内部目标 · Make it a priority matter or not, which shortens the internal targets',
    body: prioritise,
    answer: ok(incident),
  },
];
