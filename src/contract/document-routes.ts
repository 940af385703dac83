import { changeDocument, document, documentPage, newDocument } from './document.js';
import { made, ok, type Route } from './route.js';

/** 政策文件登记. */
export const DOCUMENT_ROUTES: readonly Route[] = [
  {
    method: 'GET',
    path: '/documents',
    right: 'document.read',
    summary: '政策文件与起草司局 · Policy documents and who drafted them',
    answer: ok(documentPage),
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
];
