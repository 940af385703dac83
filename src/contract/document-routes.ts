import { changeDocument, document, documentFilter, documentPage, documentQuery, newDocument } from './document.js';
import { answerDoubt, documentDoubt, documentDoubtPage, documentDoubtQuery } from './document-doubt.js';
import { made, ok, type Route } from './route.js';

/** 政策文件登记. */
export const DOCUMENT_ROUTES: readonly Route[] = [
  {
    method: 'GET',
    path: '/documents',
    right: 'document.read',
    summary: '政策文件与起草司局 · Policy documents and who drafted them',
    query: documentQuery,
    answer: ok(documentPage),
  },
  {
    method: 'POST',
    path: '/documents/exports',
    right: 'document.read',
    summary: '导出登记为 CSV,导出本身记入审计链 · Export the register as CSV; the export is journalled',
    body: documentFilter,
    answer: { status: 200, media: 'text/csv' },
  },
  {
    method: 'POST',
    path: '/documents',
    right: 'document.edit',
    summary: '登记政策文件 · Register a document',
    body: newDocument,
    answer: made(document),
  },
  {
    method: 'PATCH',
    path: '/documents/:id',
    right: 'document.edit',
    summary: '修改登记 · Change an entry',
    body: changeDocument,
    answer: ok(document),
  },
  {
    method: 'GET',
    path: '/document-doubts',
    right: 'document.read',
    summary: '建议进一步解读的文件;司局只见本司局起草的 · Documents whose doubt has risen; a bureau sees its own',
    query: documentDoubtQuery,
    answer: ok(documentDoubtPage),
  },
  {
    method: 'POST',
    path: '/document-doubts/:id/answer',
    right: 'document.answer',
    summary: '答复:解读已发布,或不需要 · Answer: interpreted, or not needed',
    body: answerDoubt,
    answer: ok(documentDoubt),
  },
];
