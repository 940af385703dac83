import * as intake from './intake.js';
import * as opml from './opml.js';
import { made, ok, type Route } from './route.js';
import * as source from './source.js';

/** Sources, monitoring services and reports by hand. */
export const COLLECTION_ROUTES: readonly Route[] = [
  // 采集 · sources and reports by hand
  {
    method: 'GET',
    path: '/sources',
    right: 'source.read',
    summary: '信息来源 · Sources',
    query: source.sourceQuery,
    answer: ok(source.sourcePage),
  },
  {
    method: 'POST',
    path: '/sources/exports',
    right: 'source.read',
    summary: '导出来源与采集状态为 CSV,导出本身记入审计链 · Export the sources and their state as CSV; journalled',
    body: source.sourceFilter,
    answer: { status: 200, media: 'text/csv' },
  },
  {
    method: 'POST',
    path: '/sources',
    right: 'source.write',
    summary: '新增来源 · Add a source',
    body: source.newSource,
    answer: made(source.source),
  },
  {
    method: 'PATCH',
    path: '/sources/:id',
    right: 'source.write',
    summary: '修改来源 · Change a source',
    body: source.changeSource,
    answer: ok(source.source),
  },
  {
    method: 'POST',
    path: '/sources/:id/pause',
    right: 'source.write',
    summary: '暂停采集,写明理由 · Pause, with a reason',
    body: source.pauseSource,
    answer: ok(source.source),
  },
  {
    method: 'POST',
    path: '/sources/:id/resume',
    right: 'source.write',
    summary: '恢复采集 · Resume',
    answer: ok(source.source),
  },
  {
    method: 'POST',
    path: '/sources/:id/visit',
    right: 'source.write',
    summary: '立即采集 · Visit now',
    answer: ok(source.source),
  },
  {
    method: 'POST',
    path: '/sources/test',
    right: 'source.write',
    summary: '试读一个地址,不入库 · Read an address once, storing nothing',
    body: source.trialRequest,
    answer: ok(source.trialReading),
  },
  {
    method: 'GET',
    path: '/sources/opml',
    right: 'source.read',
    summary: '导出 OPML · Export as OPML',
    answer: ok(),
  },
  {
    method: 'POST',
    path: '/sources/opml',
    right: 'source.write',
    summary: '导入 OPML · Import OPML',
    body: opml.importOpml,
    answer: ok(opml.importResult),
  },

  // 外部监测服务接入 · monitoring services that send us what they find
  {
    method: 'GET',
    path: '/intakes',
    right: 'intake.manage',
    summary: '接入列表 · Intakes',
    answer: ok(intake.intakePage),
  },
  {
    method: 'POST',
    path: '/intakes',
    right: 'intake.manage',
    summary: '新增接入,密钥只显示一次 · Add an intake; its secret is shown once',
    body: intake.newIntake,
    answer: made(intake.intakeWithSecret),
  },
  {
    method: 'POST',
    path: '/intakes/:id/secret',
    right: 'intake.manage',
    summary: '更换密钥,旧密钥即刻失效 · A new secret; the old one is dead at once',
    answer: ok(intake.intakeWithSecret),
  },
  {
    method: 'POST',
    path: '/intakes/:id/revoke',
    right: 'intake.manage',
    summary: '停用接入 · Revoke an intake',
    answer: ok(intake.intake),
  },
  {
    method: 'POST',
    path: '/intakes/:id/articles',
    right: 'public',
    summary:
      '送稿:每次调用以 x-huiying-signature 签名 · Send articles, each call signed: t=<unix seconds>,v1=<hex HMAC-SHA256 of "t.body">',
    body: intake.intakeBody,
    answer: { status: 202, schema: intake.intakeReceipts },
  },
  {
    method: 'POST',
    path: '/reports',
    right: 'report.manual',
    summary: '人工报告(来电、来信) · A report by hand',
    body: source.manualReport,
    answer: { status: 202, schema: source.reportReceipt },
  },
];
