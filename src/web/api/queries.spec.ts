import { environmentManager, QueryClient, QueryObserver } from '@tanstack/react-query';
import { sessionQuery } from './queries.js';

/** How long the server keeps a session that nobody uses (people/web-sessions). */
const SESSION_MS = 12 * 3_600_000;

describe('who is signed in', () => {
  afterEach(() => {
    jest.useRealTimers();
  });

  test('is asked again, well before the session runs out, while a board only listens', async () => {
    jest.useFakeTimers();
    environmentManager.setIsServer(() => false);
    const client = new QueryClient();
    let asked = 0;
    const queryFn = () => Promise.resolve({ ...person, displayName: String((asked += 1)) });
    const stop = new QueryObserver(client, { ...sessionQuery, queryFn }).subscribe(() => undefined);
    await jest.advanceTimersByTimeAsync(SESSION_MS);
    expect(asked).toBeGreaterThan(10);
    stop();
    client.clear();
  });
});

const person = {
  id: 'p',
  username: 'p',
  role: 'leadership' as const,
  bureau: null,
  mustChangePassword: false,
};
