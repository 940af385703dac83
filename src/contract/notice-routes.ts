import { noticesOfCase, seenCount, seenNotices } from './notice.js';
import { ok, type Route } from './route.js';

/** 通知与回执 · notices and their receipts */
export const NOTICE_ROUTES: readonly Route[] = [
  {
    method: 'GET',
    path: '/incidents/:id/notices',
    right: 'board.read',
    summary: '送达情况 · How far each notice of a case has come',
    answer: ok(noticesOfCase),
  },
  {
    method: 'POST',
    path: '/notices/seen',
    right: 'board.read',
    summary: '本人值班台上的通知已在屏幕上显示 · One’s own notices stood on the screen',
    body: seenNotices,
    answer: ok(seenCount),
  },
];
