import { purgePage, purgeQuery } from './evidence.js';
import { ok, type Route } from './route.js';

/** Raw evidence, and how long what is kept. */
export const EVIDENCE_ROUTES: readonly Route[] = [
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
];
