import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { Outlet, useRouter } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '../../contract/session.js';
import { call, Refusal } from '../api/call.js';
import { rereading } from '../api/rereading.js';
import { sessionQuery } from '../api/queries.js';
import { BoardContext, ClockContext } from '../board/board-context.js';
import { connectBoard } from '../board/board-socket.js';
import { BoardStore } from '../board/board-store.js';
import { onWaking } from '../board/on-waking.js';
import { Herald } from '../board/herald.js';
import { TabFace } from '../board/tab-face.js';
import { Sounds } from '../sound/sounds.js';
import { Header } from './header.js';
import { SignalBanner } from './signal-banner.js';
import { ToastProvider } from './toast.js';
import { Watermark } from './watermark.js';
import '../styles/shell.css';

/** Asks who is signed in; answers false when nobody is. A server that cannot be reached changes nothing. */
async function stillInside(queries: QueryClient): Promise<boolean> {
  try {
    const person = await call<Person>('GET', '/session');
    queries.setQueryData(sessionQuery.queryKey, person);
    return true;
  } catch (error) {
    return !(error instanceof Refusal && error.status === 401);
  }
}

/** The board's store, connected for as long as somebody is signed in: every page shows whether it is live. */
function useConnectedBoard(): BoardStore {
  const [store] = useState(() => new BoardStore());
  const queries = useQueryClient();
  const router = useRouter();
  useEffect(() => {
    const onDoubt = async (): Promise<void> => {
      if (await stillInside(queries)) return;
      await router.navigate({ to: '/sign-in', search: { next: router.state.location.href } });
      queries.clear();
    };
    const connection = connectBoard(store, {
      onEntries: rereading(queries),
      onDoubt: () => void onDoubt(),
    });
    const stopWaking = onWaking(() => {
      store.clock.wake();
      connection.wake();
    });
    return () => {
      stopWaking();
      connection.stop();
    };
  }, [store, queries, router]);
  return store;
}

/** The frame of every page behind the door. */
export function Shell() {
  const { t } = useTranslation();
  const store = useConnectedBoard();
  return (
    <BoardContext value={store}>
      <ClockContext value={store.clock}>
        <ToastProvider>
          <Sounds>
            <a className="skip" href="#main">
              {t('nav.skip')}
            </a>
            <Header />
            <SignalBanner />
            <main id="main" tabIndex={-1}>
              <Outlet />
            </main>
            <Herald />
            <TabFace />
            <Watermark />
          </Sounds>
        </ToastProvider>
      </ClockContext>
    </BoardContext>
  );
}
