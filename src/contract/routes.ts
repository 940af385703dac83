import { ATTACHMENT_ROUTES } from './attachment-routes.js';
import { ACCOUNT_ROUTES } from './account-routes.js';
import { CAMPAIGN_ROUTES } from './campaign-routes.js';
import { CLOCK_START_ROUTES } from './clock-start-routes.js';
import { COLLECTION_ROUTES } from './collection-routes.js';
import { EVIDENCE_ROUTES } from './evidence-routes.js';
import { findingPage } from './audit.js';
import { blindPage, blindQuery, calm } from './calm.js';
import { archivedArticle, archiveFilter, archivePage, archiveQuery } from './archive.js';
import { DOCUMENT_ROUTES } from './document-routes.js';
import { liveness, readiness } from './health.js';
import { articleExplanation } from './explanation.js';
import { INBOX_ROUTES } from './inbox.js';
import { leave } from './exit.js';
import * as incident from './incident.js';
import { NOTICE_ROUTES } from './notice-routes.js';
import { JOURNAL_ROUTES } from './journal-routes.js';
import { decideOwnRelease } from './own-release.js';
import { bureauPage } from './pages.js';
import { periodQuery } from './queries.js';
import { incidentQuery, registerFilter } from './register.js';
import { responseTimes } from './response-times.js';
import { made, ok, type Route } from './route.js';
import * as session from './session.js';
import { OFFICE_OPTION_ROUTES } from './office-options.js';
import { PRIORITY_ROUTES } from './priority-routes.js';
import { POLICY_ROUTES } from './policy.js';
import { RESTRICTION_ROUTES } from './restriction-routes.js';
import { RECORD_ROUTES } from './records/record-routes.js';
import { ROSTER_ROUTES } from './roster-routes.js';
import { SAVED_VIEW_ROUTES } from './saved-view.js';
import { STORY_ROUTES } from './story-routes.js';
import { WALL_ROUTES } from './wall-routes.js';
import { WAY_ROUTES } from './way-routes.js';

/** All routes but those of OUTSIDE_BASE stand below it. */
export const API_BASE = '/api/v1';
export const OUTSIDE_BASE = ['/api/openapi.json', '/health/live', '/health/ready', '/metrics'];

const view = ok(incident.incident);

/** Every route of the product; a test holds it against what Nest has mounted. OpenAPI is made from it. */
export const ROUTES: readonly Route[] = [
  // 登录 · session
  {
    method: 'POST',
    path: '/session',
    right: 'public',
    summary: '登录 · Sign in',
    body: session.signIn,
    answer: ok(session.person),
  },
  {
    method: 'GET',
    path: '/session',
    right: 'signed_in',
    summary: '当前用户 · Who is signed in',
    answer: ok(session.person),
  },
  { method: 'DELETE', path: '/session', right: 'signed_in', summary: '退出 · Sign out', answer: { status: 204 } },
  {
    method: 'POST',
    path: '/session/password',
    right: 'signed_in',
    summary: '修改密码 · Change one’s password',
    body: session.changePassword,
    answer: ok(session.person),
  },
  ...ACCOUNT_ROUTES,
  ...OFFICE_OPTION_ROUTES,
  ...SAVED_VIEW_ROUTES,
  ...WALL_ROUTES,

  // 事件 · incidents
  {
    method: 'GET',
    path: '/incidents',
    right: 'board.read',
    summary: '事件列表,新者在前 · Incidents, newest first',
    query: incidentQuery,
    answer: ok(incident.incidentPage),
  },
  {
    method: 'POST',
    path: '/incidents/exports',
    right: 'incident.export',
    summary: '导出台账筛选结果为 CSV,导出本身记入审计链 · Export the register as CSV; the export is journalled',
    body: registerFilter,
    answer: { status: 200, media: 'text/csv' },
  },
  {
    method: 'GET',
    path: '/incidents/:id/articles',
    right: 'board.read',
    summary: '事件的报道,先者在前 · What was reported of a case, the earliest first',
    query: incident.articleQuery,
    answer: ok(incident.articlePage),
  },
  { method: 'GET', path: '/incidents/:id', right: 'board.read', summary: '事件详情 · One incident', answer: view },
  {
    method: 'POST',
    path: '/incidents',
    right: 'incident.open',
    summary: '人工立项 · Open an incident by hand',
    body: incident.openByHand,
    answer: made(incident.incident),
  },
  {
    method: 'POST',
    path: '/incidents/:id/acknowledge',
    right: 'incident.acknowledge',
    summary: '签收 · Acknowledge',
    body: incident.acknowledge,
    answer: view,
  },
  {
    method: 'POST',
    path: '/incidents/:id/confirm',
    right: 'incident.confirm',
    summary: '确认初判 · Confirm the level',
    body: incident.confirm,
    answer: view,
  },
  {
    method: 'POST',
    path: '/incidents/:id/dismiss',
    right: 'incident.dismiss',
    summary: '退出办理:误报、只监测、移送,写明理由 · End it without an answer of ours, with a reason',
    body: leave,
    answer: view,
  },
  {
    method: 'POST',
    path: '/incidents/:id/grade',
    right: 'incident.grade',
    summary: '改定等级 · Set the level',
    body: incident.grade,
    answer: view,
  },
  {
    method: 'POST',
    path: '/incidents/:id/assign',
    right: 'incident.assign',
    summary: '指定主办、协办司局 · Name the lead and co bureaus',
    body: incident.assign,
    answer: view,
  },
  {
    method: 'POST',
    path: '/incidents/:id/statements',
    right: 'evidence.record',
    summary: '登记已发布的权威信息 · Record a published statement',
    body: incident.recordStatement,
    answer: made(incident.incident),
  },
  {
    method: 'POST',
    path: '/incidents/:id/press-conferences',
    right: 'evidence.record',
    summary: '登记已举行的新闻发布会 · Record a press conference',
    body: incident.recordPressConference,
    answer: made(incident.incident),
  },
  {
    method: 'POST',
    path: '/incidents/:id/own-releases',
    right: 'evidence.own_release',
    summary: '确认或否定本局渠道发布的内容为回应 · Confirm or reject what our own channel published as the answer',
    body: decideOwnRelease,
    answer: view,
  },

  ...CLOCK_START_ROUTES,
  ...PRIORITY_ROUTES,
  ...RESTRICTION_ROUTES,
  ...STORY_ROUTES,
  ...COLLECTION_ROUTES,
  ...EVIDENCE_ROUTES,
  ...NOTICE_ROUTES,
  ...RECORD_ROUTES,
  ...ATTACHMENT_ROUTES,
  ...INBOX_ROUTES,

  // 是否看得见 · whether silence means anything
  {
    method: 'GET',
    path: '/calm',
    right: 'board.read',
    summary: '此刻是否看得见,盲区及原因 · Whether we see now; if not, since when, where and why',
    answer: ok(calm),
  },
  {
    method: 'GET',
    path: '/blind-intervals',
    right: 'source.read',
    summary: '盲区时段,新者在前 · When we were blind, newest first',
    query: blindQuery,
    answer: ok(blindPage),
  },

  // 资料库 · archive
  {
    method: 'GET',
    path: '/articles',
    right: 'archive.read',
    summary: '资料库检索,新者在前 · Search the archive, newest first',
    query: archiveQuery,
    answer: ok(archivePage),
  },
  {
    method: 'POST',
    path: '/articles/exports',
    right: 'archive.read',
    summary:
      '导出检索结果为 CSV(不含正文),导出本身记入审计链 · Export what was found as CSV, without texts; journalled',
    body: archiveFilter,
    answer: { status: 200, media: 'text/csv' },
  },
  {
    method: 'GET',
    path: '/articles/:id',
    right: 'archive.read',
    summary: '一篇文章的全文 · One article in full',
    answer: ok(archivedArticle),
  },
  {
    method: 'GET',
    path: '/articles/:id/explanation',
    right: 'board.read',
    summary: '研判依据:规则、原文词句、否决与改变条件 · Why an article was judged as it was',
    answer: ok(articleExplanation),
  },

  // 报表与审计 · figures and journal
  {
    method: 'GET',
    path: '/reports/response-times',
    right: 'report.response_times',
    summary: '回应时效 · Response times',
    query: periodQuery,
    answer: ok(responseTimes),
  },
  ...JOURNAL_ROUTES,
  {
    method: 'GET',
    path: '/bureaus',
    right: 'board.read',
    summary: '现行司局 · Bureaus in force',
    answer: ok(bureauPage),
  },
  ...POLICY_ROUTES,
  ...DOCUMENT_ROUTES,
  ...ROSTER_ROUTES,
  ...CAMPAIGN_ROUTES,
  ...WAY_ROUTES,

  // 运行 · operation
  { method: 'GET', path: '/api/openapi.json', right: 'public', summary: '接口说明 · This description', answer: ok() },
  { method: 'GET', path: '/health/live', right: 'public', summary: '存活 · Alive', answer: ok(liveness) },
  {
    method: 'GET',
    path: '/engine/findings',
    right: 'engine.read',
    summary: '系统核查所发现的问题 · What the audit of the engine found',
    answer: ok(findingPage),
  },
  { method: 'GET', path: '/health/ready', right: 'public', summary: '就绪 · Ready', answer: ok(readiness) },
  {
    method: 'GET',
    path: '/metrics',
    right: 'public',
    summary: '指标,仅本机或持令牌 · Metrics, from this machine or with the token',
    answer: ok(),
  },
];
