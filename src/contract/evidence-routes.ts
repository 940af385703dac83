import { correctEvidence, withdrawEvidence } from './evidence-correction.js';
import { incident } from './incident.js';
import { purgePage, purgeQuery } from './evidence.js';
import { legalHold, personalDataPage, personalDataQuery, purgeCasePage, purgeCaseQuery } from './personal-data.js';
import { ok, type Route } from './route.js';

/** What was recorded wrongly, raw evidence, and how long what is kept. */
export const EVIDENCE_ROUTES: readonly Route[] = [
  {
    method: 'POST',
    path: '/incidents/:id/evidence/:evidence/correction',
    right: 'evidence.record',
    summary:
      '更正已登记的发布或发布会,结论随之重算;因此由逾期变为按时的,须另一人确认 · Correct what was recorded; the verdict follows, and one that gets better by it needs a second person',
    body: correctEvidence,
    answer: ok(incident),
  },
  {
    method: 'POST',
    path: '/incidents/:id/evidence/:evidence/withdrawal',
    right: 'evidence.record',
    summary:
      '撤回已登记的发布或发布会,所答时限重新计时 · Withdraw what was recorded: what it had answered is open again',
    body: withdrawEvidence,
    answer: ok(incident),
  },
  {
    method: 'GET',
    path: '/incidents/:id/evidence/:evidence/page',
    right: 'board.read',
    summary:
      '下载发布链接的页面副本,附 sha256 与抓取时间 · The copy of the page behind a recorded link as a download, with its sha256 and time',
    answer: { status: 200, media: 'application/octet-stream' },
  },
  {
    method: 'GET',
    path: '/articles/:id/evidence',
    right: 'archive.read',
    summary: '原始证据:收到的字节原样下载,附 sha256 与时间 · Raw evidence as a download, with its sha256 and time',
    answer: { status: 200, media: 'application/octet-stream' },
  },
  {
    method: 'GET',
    path: '/purges',
    right: 'archive.read',
    summary: '到期清除的记录与现存数量 · What was purged when its time had passed, and what is held now',
    query: purgeQuery,
    answer: ok(purgePage),
  },
  {
    method: 'GET',
    path: '/personal-data',
    right: 'personal_data.read',
    summary:
      '个人信息清除:规则、现在将清除什么、历次清除 · Personal data: the rule, what would be purged now, the runs',
    query: personalDataQuery,
    answer: ok(personalDataPage),
  },
  {
    method: 'GET',
    path: '/personal-data/cases',
    right: 'personal_data.read',
    summary:
      '事件的个人信息:将清除、未到期、已保全、已清除 · Cases whose personal data are due, wait for their day, are held, or were purged',
    query: purgeCaseQuery,
    answer: ok(purgeCasePage),
  },
  {
    method: 'POST',
    path: '/incidents/:id/legal-hold',
    right: 'incident.hold',
    summary:
      '保全或解除保全事件的个人信息,写明理由 · Hold the personal data of a case, or lift the hold, with a reason',
    body: legalHold,
    answer: ok(incident),
  },
];
