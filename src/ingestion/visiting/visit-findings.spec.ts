import type { Fetched } from '../fetching/fetch-outcome.js';
import { BodyReader } from '../reading/body-reader.js';
import { findingsOf, notStored } from './visit-findings.js';
import type { VisitedSource } from './visited-source.js';

const NOW = new Date('2026-01-05T00:00:00Z');
const source: VisitedSource = {
  ...{ id: 's', name: 's', url: 'http://a.example/feed', tier: 'core', channel: 'live', allowPrivateNetwork: false },
  ...{ etag: '"e0"', lastModified: 'yesterday', failures: 0, failingSince: null, silentSince: null },
  ...{ expectedSeconds: null, learnedSeconds: null, longestGapSeconds: null, freshSeconds: 900 },
  ...{ dueAt: NOW, lastVisitAt: null, lastOkAt: null, lastNewAt: null },
};
const reader = BodyReader.of(null);
const url = 'https://b.example:8443/moved';

afterAll(() => reader.close());

function answered(text: string, headers: Record<string, string> = {}) {
  const body = new TextEncoder().encode(text);
  const fetched = {
    outcome: 'ok' as const,
    status: 200,
    url,
    headers,
    body,
    etag: '"e1"',
    lastModified: null,
    notes: [],
  } satisfies Fetched;
  return findingsOf(source, fetched, reader, NOW);
}

describe('what a visit finds', () => {
  test('from then on the source takes its turn at the host that answered', async () => {
    const feed = '<rss version="2.0"><channel><ttl>10</ttl><item><title>甲</title></item></channel></rss>';
    expect(await answered(feed, { 'cache-control': 'max-age=60' })).toMatchObject({
      ...{ ok: true, host: 'b.example:8443', items: 1, etag: '"e1"', freshSeconds: 600, serverFreshSeconds: 60 },
    });
    const unchanged = await findingsOf(source, { outcome: 'not_modified', url, headers: {} }, reader, NOW);
    expect(unchanged).toMatchObject({ ok: true, host: 'b.example:8443', etag: '"e0"', freshSeconds: 900 });
  });

  test('an answer that is no feed moves it nowhere and is asked for in full the next time', async () => {
    expect(await answered('<html><body>请登录</body></html>')).toMatchObject({ ok: false, host: null, etag: null });
  });

  test('a failure keeps what was known', async () => {
    const failed = await findingsOf(source, { outcome: 'timeout', detail: 'x' }, reader, NOW);
    expect(failed).toMatchObject({
      ok: false,
      outcome: 'timeout',
      host: null,
      etag: '"e0"',
      lastModified: 'yesterday',
    });
  });

  test('what could not be stored is asked for again', async () => {
    const feed = '<rss version="2.0"><channel><item><title>甲</title></item></channel></rss>';
    expect(notStored(await answered(feed), 'full')).toMatchObject({ outcome: 'store_failed', ok: false, etag: null });
  });
});
