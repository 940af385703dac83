import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { readArchiveSearch } from './archive/archive-search.js';
import { Refusal } from './api/call.js';
import { sessionQuery } from './api/queries.js';
import type { Show } from './board/board-order.js';
import { openChapter } from './i18n.js';
import { readPeopleSearch } from './people/people-search.js';
import { Crashed, NotFound } from './shell/fallbacks.js';
import { readSearch } from './sources/source-search.js';
import { readTriageSearch } from './triage/triage-search.js';

interface Context {
  queries: QueryClient;
}

const root = createRootRouteWithContext<Context>()({ component: Outlet, notFoundComponent: NotFound });

const inside = (path: unknown): string | undefined =>
  typeof path === 'string' && /^\/(?![/\\])/.test(path) ? path : undefined;

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { next?: string } => ({ next: inside(search.next) }),
  component: lazyRouteComponent(() => import('./session/sign-in-page.js'), 'SignInPage'),
});

/** Who is signed in; otherwise to the door, remembering where one wanted to go. */
async function personOrDoor(queries: QueryClient, next: string) {
  try {
    return await queries.ensureQueryData(sessionQuery);
  } catch (error) {
    if (error instanceof Refusal && error.status === 401) redirect({ to: '/sign-in', search: { next }, throw: true });
    throw error;
  }
}

const password = createRoute({
  getParentRoute: () => root,
  path: '/password',
  beforeLoad: ({ context }) => personOrDoor(context.queries, '/'),
  component: lazyRouteComponent(() => import('./session/password-page.js'), 'PasswordPage'),
});

const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  beforeLoad: async ({ context, location }) => {
    const person = await personOrDoor(context.queries, location.href);
    if (person.mustChangePassword) redirect({ to: '/password', throw: true });
  },
  component: lazyRouteComponent(() => import('./shell/shell.js'), 'Shell'),
  notFoundComponent: NotFound,
});

const SHOWS: readonly Show[] = ['overdue', 'soon', 'unsigned'];

const board = createRoute({
  getParentRoute: () => shell,
  path: '/',
  validateSearch: (search: Record<string, unknown>): { show?: Show } => ({
    show: SHOWS.find((one) => one === search.show),
  }),
  component: lazyRouteComponent(() => import('./board/board-page.js'), 'BoardPage'),
});

const openByHand = createRoute({
  getParentRoute: () => shell,
  path: '/incidents/new',
  component: lazyRouteComponent(() => import('./incident/open-page.js'), 'OpenPage'),
});

const incident = createRoute({
  getParentRoute: () => shell,
  path: '/incidents/$id',
  beforeLoad: () => openChapter('stories'),
  component: lazyRouteComponent(() => import('./incident/incident-page.js'), 'IncidentPage'),
});

const triage = createRoute({
  getParentRoute: () => shell,
  path: '/triage',
  validateSearch: readTriageSearch,
  beforeLoad: () => Promise.all([openChapter('stories'), openChapter('explanation'), openChapter('archive')]),
  component: lazyRouteComponent(() => import('./triage/triage-page.js'), 'TriagePage'),
});

const day = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value)) ? value : undefined;

const report = createRoute({
  getParentRoute: () => shell,
  path: '/reports/response-times',
  validateSearch: (search: Record<string, unknown>): { from?: string; to?: string } => ({
    from: day(search.from),
    to: day(search.to),
  }),
  component: lazyRouteComponent(() => import('./report/report-page.js'), 'ReportPage'),
});

const handReport = createRoute({
  getParentRoute: () => shell,
  path: '/reports/new',
  beforeLoad: () => openChapter('collecting'),
  component: lazyRouteComponent(() => import('./hand-report/hand-report-page.js'), 'HandReportPage'),
});

const intakes = createRoute({
  getParentRoute: () => shell,
  path: '/sources/intakes',
  beforeLoad: () => openChapter('collecting'),
  component: lazyRouteComponent(() => import('./intakes/intakes-page.js'), 'IntakesPage'),
});

const sources = createRoute({
  getParentRoute: () => shell,
  path: '/sources',
  validateSearch: readSearch,
  beforeLoad: () => openChapter('collecting'),
  component: lazyRouteComponent(() => import('./sources/sources-page.js'), 'SourcesPage'),
});

const documents = createRoute({
  getParentRoute: () => shell,
  path: '/documents',
  beforeLoad: () => openChapter('documents'),
  component: lazyRouteComponent(() => import('./documents/documents-page.js'), 'DocumentsPage'),
});

const people = createRoute({
  getParentRoute: () => shell,
  path: '/people',
  validateSearch: readPeopleSearch,
  beforeLoad: () => Promise.all([openChapter('people'), openChapter('collecting')]),
  component: lazyRouteComponent(() => import('./people/people-page.js'), 'PeoplePage'),
});

const roster = createRoute({
  getParentRoute: () => shell,
  path: '/roster',
  validateSearch: (search: Record<string, unknown>): { from?: string } => ({ from: day(search.from) }),
  beforeLoad: () => openChapter('roster'),
  component: lazyRouteComponent(() => import('./roster/roster-page.js'), 'RosterPage'),
});

const handOvers = createRoute({
  getParentRoute: () => shell,
  path: '/roster/hand-overs',
  beforeLoad: () => openChapter('roster'),
  component: lazyRouteComponent(() => import('./roster/hand-overs-page.js'), 'HandOversPage'),
});

const ways = createRoute({
  getParentRoute: () => shell,
  path: '/me/ways',
  validateSearch: (search: Record<string, unknown>): { proof?: string } => ({
    proof: typeof search.proof === 'string' ? search.proof : undefined,
  }),
  beforeLoad: () => openChapter('roster'),
  component: lazyRouteComponent(() => import('./roster/ways-page.js'), 'WaysPage'),
});

const archive = createRoute({
  getParentRoute: () => shell,
  path: '/archive',
  validateSearch: readArchiveSearch,
  beforeLoad: () => openChapter('archive'),
  component: lazyRouteComponent(() => import('./archive/archive-page.js'), 'ArchivePage'),
});

const archivedArticle = createRoute({
  getParentRoute: () => shell,
  path: '/archive/$id',
  beforeLoad: () => Promise.all([openChapter('archive'), openChapter('explanation')]),
  component: lazyRouteComponent(() => import('./archive/article-page.js'), 'ArticlePage'),
});

const routeTree = root.addChildren([
  signIn,
  password,
  shell.addChildren([
    board,
    triage,
    openByHand,
    incident,
    report,
    handReport,
    sources,
    intakes,
    archive,
    documents,
    people,
    roster,
    handOvers,
    ways,
    archivedArticle,
  ]),
]);

export function makeRouter(queries: QueryClient) {
  return createRouter({
    routeTree,
    context: { queries },
    defaultPreload: 'intent',
    defaultErrorComponent: Crashed,
    scrollRestoration: true,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
