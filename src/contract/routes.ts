import { ACCOUNT_ROUTES } from './account-routes.js';
import { CLOCK_START_ROUTES } from './clock-start-routes.js';
import { COLLECTION_ROUTES } from './collection-routes.js';
import { EVIDENCE_ROUTES } from './evidence-routes.js';
import { findingPage } from './audit.js';
import { blindPage, blindQuery, calm } from './calm.js';
import { archivedArticle, archivePage, archiveQuery } from './archive.js';
import { DOCUMENT_ROUTES } from './document-routes.js';
import { liveness, readiness } from './health.js';
import { articleExplanation } from './explanation.js';
import * as incident from './incident.js';
import { NOTICE_ROUTES } from './notice-routes.js';
import { bureauPage, journalPage } from './pages.js';
import { incidentQuery, journalQuery, periodQuery } from './queries.js';
import { responseTimes } from './response-times.js';
import { made, ok, type Route } from './route.js';
import * as session from './session.js';
import { RESTRICTION_ROUTES } from './restriction-routes.js';
import { RECORD_ROUTES } from './records/record-routes.js';
import { ROSTER_ROUTES } from './roster-routes.js';
import { STORY_ROUTES } from './story-routes.js';
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

  // 事件 · incidents
  {
    method: 'GET',
    path: '/incidents',
    right: 'board.read',
    summary: '事件列表,新者在前 · Incidents, newest first',
    query: incidentQuery,
    answer: ok(incident.incidentPage),
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
    summary: '不予立项,写明理由 · Dismiss, with a reason',
    body: incident.dismiss,
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

  ...CLOCK_START_ROUTES,
  ...RESTRICTION_ROUTES,
  ...STORY_ROUTES,
  ...COLLECTION_ROUTES,
  ...EVIDENCE_ROUTES,
  ...NOTICE_ROUTES,
  ...RECORD_ROUTES,

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
  {
    method: 'GET',
    path: '/journal',
    right: 'journal.read',
    summary: '审计链 · Journal',
    query: journalQuery,
    answer: ok(journalPage),
  },
  {
    method: 'GET',
    path: '/bureaus',
    right: 'board.read',
    summary: '现行司局 · Bureaus in force',
    answer: ok(bureauPage),
  },
  ...DOCUMENT_ROUTES,
  ...ROSTER_ROUTES,
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
