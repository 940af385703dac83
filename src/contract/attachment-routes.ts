import { attachment, attachmentList, attachmentQuery } from './attachment.js';
import { made, ok, type Route } from './route.js';

/** 附件 · files beside a case. */
export const ATTACHMENT_ROUTES: readonly Route[] = [
  {
    method: 'GET',
    path: '/incidents/:id/attachments',
    right: 'board.read',
    summary: '事件的附件 · Files beside a case',
    answer: ok(attachmentList),
  },
  {
    method: 'POST',
    path: '/incidents/:id/attachments',
    right: 'record.answer',
    summary:
      '上传附件:正文即文件原样字节(application/octet-stream),文件名在 name · Add a file: the body is its bytes as they are, its name in `name`',
    query: attachmentQuery,
    takes: 'application/octet-stream',
    answer: made(attachment),
  },
  {
    method: 'GET',
    path: '/attachments/:id',
    right: 'board.read',
    summary: '下载附件,只下载不打开 · A file as a download, never shown in place',
    answer: { status: 200, media: 'application/octet-stream' },
  },
];
