import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import ConfigProvider from 'antd/es/config-provider';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { antdWords } from './antd-words.js';
import { Refusal } from './api/call.js';
import { makeRouter } from './routes.js';
import { useScheme } from './shell/appearance.js';
import { antdTheme } from './theme.js';

/** An answer 401 anywhere means that the session has ended: back to the door, and from there to where one was. */
function ended(error: Error): void {
  if (!(error instanceof Refusal) || error.status !== 401) return;
  const { pathname, href } = router.state.location;
  if (pathname === '/sign-in') return;
  void router.navigate({ to: '/sign-in', search: { next: href } }).then(() => queries.clear());
}

const queries = new QueryClient({
  queryCache: new QueryCache({
    onError: (error, query) => {
      if (query.queryKey[0] !== 'session') ended(error);
    },
  }),
  mutationCache: new MutationCache({ onError: ended }),
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (count, error) => count < 2 && !(error instanceof Refusal && error.status >= 400 && error.status < 500),
    },
  },
});
const router = makeRouter(queries);

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
const csp = { nonce };
/** Lists that open inside a dialog must stand in it: the rest of the page is inert meanwhile. */
const popupPlace = (trigger?: HTMLElement): HTMLElement => trigger?.closest('dialog') ?? document.body;
const plainButton = { autoInsertSpace: false };

export function Root() {
  const scheme = useScheme();
  const { i18n } = useTranslation();
  const theme = useMemo(() => antdTheme(scheme), [scheme]);
  return (
    <ConfigProvider
      csp={csp}
      theme={theme}
      button={plainButton}
      getPopupContainer={popupPlace}
      locale={antdWords[i18n.language === 'en' ? 'en' : 'zh-CN']}
    >
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </ConfigProvider>
  );
}
