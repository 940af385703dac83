import {
  anchorPage,
  anchorQuery,
  askCheck,
  journalCheck,
  journalFacets,
  journalExportFilter,
  journalRowPage,
  journalRowsQuery,
  journalStanding,
} from './journal.js';
import { journalPage } from './pages.js';
import { journalQuery } from './queries.js';
import { ok, type Route } from './route.js';

/** 审计链. */
export const JOURNAL_ROUTES: readonly Route[] = [
  {
    method: 'GET',
    path: '/journal',
    right: 'journal.read',
    summary: '审计链,由旧到新逐行读取 · Journal, oldest first',
    query: journalQuery,
    answer: ok(journalPage),
  },
  {
    method: 'GET',
    path: '/journal/rows',
    right: 'journal.read',
    summary: '审计链筛选,新者在前,附存证文本与哈希 · Rows by filters, newest first, with the hashed text',
    query: journalRowsQuery,
    answer: ok(journalRowPage),
  },
  {
    method: 'GET',
    path: '/journal/facets',
    right: 'journal.read',
    summary: '可供筛选的种类与人员 · Kinds and persons to filter by',
    answer: ok(journalFacets),
  },
  {
    method: 'POST',
    path: '/journal/exports',
    right: 'journal.read',
    summary: '导出筛选结果为 CSV,导出本身记入审计链 · Export by filters as CSV; the export is journalled',
    body: journalExportFilter,
    answer: { status: 200, media: 'text/csv' },
  },
  {
    method: 'GET',
    path: '/journal/standing',
    right: 'journal.read',
    summary: '链尾、最近一份存证与最近几次校验 · Head, last anchor and the last checks',
    answer: ok(journalStanding),
  },
  {
    method: 'POST',
    path: '/journal/checks',
    right: 'journal.read',
    summary: '立即校验全链或一段 · Verify the whole or a range now',
    body: askCheck,
    answer: { status: 202, schema: journalCheck },
  },
  {
    method: 'GET',
    path: '/journal/anchors',
    right: 'journal.read',
    summary: '每日存证,新者在前 · Daily anchors, newest first',
    query: anchorQuery,
    answer: ok(anchorPage),
  },
  {
    method: 'GET',
    path: '/journal/anchors/:id',
    right: 'journal.anchor',
    summary: '下载某日存证文件,供另行保存 · The anchor of a day as a file, to be deposited elsewhere',
    answer: { status: 200, media: 'application/json' },
  },
];
