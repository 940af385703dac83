import { askWaiver, correctStart, decideRequest } from './clock-start.js';
import { endFollowUp, incident } from './incident.js';
import { ok, type Route } from './route.js';

/** 起算更正与双人确认 · correcting what a clock starts from, and what needs two persons. */
export const CLOCK_START_ROUTES: readonly Route[] = [
  {
    method: 'POST',
    path: '/incidents/:id/clock-start',
    right: 'incident.correct_start',
    summary:
      '更正事发或首发时间;起点提前即生效,推后须另一人确认 · Correct when it happened or was first published; a later start needs a second person',
    body: correctStart,
    answer: ok(incident),
  },
  {
    method: 'POST',
    path: '/incidents/:id/clocks/:kind/waiver',
    right: 'incident.ask_waiver',
    summary: '申请免除一项时限,由领导决定 · Ask for the waiver of one duty; leadership decides',
    body: askWaiver,
    answer: ok(incident),
  },
  {
    method: 'POST',
    path: '/incidents/:id/follow-up/end',
    right: 'incident.end_follow_up',
    summary: '结束持续发布,写明理由 · End continued release, with a reason',
    body: endFollowUp,
    answer: ok(incident),
  },
  {
    method: 'POST',
    path: '/incidents/:id/second-person',
    right: 'incident.second_person',
    summary: '另一人确认、不同意,或由申请人撤回 · A second person agrees or refuses, or the first withdraws',
    body: decideRequest,
    answer: ok(incident),
  },
];
