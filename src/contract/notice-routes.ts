import { noticeQuery, noticesOfCase, seenCount, seenNotices, smsReceipts } from './notice.js';
import { ok, type Route } from './route.js';

/** 通知与回执 · notices and their receipts */
export const NOTICE_ROUTES: readonly Route[] = [
  {
    method: 'GET',
    path: '/incidents/:id/notices',
    right: 'board.read',
    summary: '送达情况,最新在前,分页 · How far each notice of a case has come, newest first, page by page',
    query: noticeQuery,
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
  {
    method: 'POST',
    path: '/receipts/sms',
    right: 'public',
    summary:
      '短信网关回执:每次调用以 x-huiying-signature 签名 · Delivery reports of the SMS gateway, each call signed: t=<unix seconds>,v1=<hex HMAC-SHA256 of "t.body">',
    body: smsReceipts,
    answer: { status: 202 },
  },
];
