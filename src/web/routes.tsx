import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
} from '@tanstack/react-router';
import { readArchiveSearch } from './archive/archive-search.js';
import { readBoardSearch } from './board/board-search.js';
import { readDay } from './clock/read-day.js';
import { readCampaignSearch } from './campaigns/campaign-search.js';
import { openChapter, speak } from './i18n.js';
import { readNarrowed } from './documents/document-list.js';
import { readInboxSearch } from './inbox/inbox-search.js';
import { readChainSearch } from './journal/chain-search.js';
import { readPeopleSearch } from './people/people-search.js';
import { readPersonalSearch } from './personal/personal-search.js';
import { behindTheDoor } from './shell/behind-the-door.js';
import { inside, personOrDoor } from './session/person-or-door.js';
import { Crashed, NotFound } from './shell/fallbacks.js';
import { SecrecyNotice } from './shell/secrecy-notice.js';
import { readRegisterSearch } from './register/register-search.js';
import { readSearch } from './sources/source-search.js';
import { readTriageSearch } from './triage/triage-search.js';
import { readWallSearch } from './wall/wall-search.js';
import { readWorkSearch } from './work/wish.js';

interface Context {
  queries: QueryClient;
}

/** What stands around every page, the door among them. */
function Frame() {
  return (
    <>
      <Outlet />
      <SecrecyNotice />
    </>
  );
}

const root = createRootRouteWithContext<Context>()({ component: Frame, notFoundComponent: NotFound });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { next?: string } => ({ next: inside(search.next) }),
  component: lazyRouteComponent(() => import('./session/sign-in-page.js'), 'SignInPage'),
});

const wall = createRoute({
  getParentRoute: () => root,
  path: '/wall',
  validateSearch: readWallSearch,
  beforeLoad: async ({ search }) => {
    await openChapter('wall');
    if (search.lang) await speak(search.lang);
  },
  component: lazyRouteComponent(() => import('./wall/wall-page.js'), 'WallPage'),
});

const password = createRoute({
  getParentRoute: () => root,
  path: '/password',
  beforeLoad: ({ context }) => personOrDoor(context.queries, '/'),
  component: lazyRouteComponent(() => import('./session/password-page.js'), 'PasswordPage'),
});

const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  beforeLoad: ({ context, location, preload }) => behindTheDoor(context.queries, location, preload),
  component: lazyRouteComponent(() => import('./shell/shell.js'), 'Shell'),
  notFoundComponent: NotFound,
});

const board = createRoute({
  getParentRoute: () => shell,
  path: '/',
  validateSearch: readBoardSearch,
  component: lazyRouteComponent(() => import('./board/board-page.js'), 'BoardPage'),
});

const register = createRoute({
  getParentRoute: () => shell,
  path: '/incidents',
  validateSearch: readRegisterSearch,
  beforeLoad: () => openChapter('register'),
  component: lazyRouteComponent(() => import('./register/register-page.js'), 'RegisterPage'),
});

const openByHand = createRoute({
  getParentRoute: () => shell,
  path: '/incidents/new',
  component: lazyRouteComponent(() => import('./incident/open-page.js'), 'OpenPage'),
});

const incident = createRoute({
  getParentRoute: () => shell,
  path: '/incidents/$id',
  validateSearch: readWorkSearch,
  beforeLoad: () => openChapter('stories'),
  component: lazyRouteComponent(() => import('./incident/incident-page.js'), 'IncidentPage'),
});

const inbox = createRoute({
  getParentRoute: () => shell,
  path: '/inbox',
  validateSearch: readInboxSearch,
  beforeLoad: () => Promise.all([openChapter('inbox'), openChapter('work')]),
  component: lazyRouteComponent(() => import('./inbox/inbox-page.js'), 'InboxPage'),
});

const triage = createRoute({
  getParentRoute: () => shell,
  path: '/triage',
  validateSearch: readTriageSearch,
  beforeLoad: () => Promise.all([openChapter('stories'), openChapter('explanation'), openChapter('archive')]),
  component: lazyRouteComponent(() => import('./triage/triage-page.js'), 'TriagePage'),
});

const report = createRoute({
  getParentRoute: () => shell,
  path: '/reports/response-times',
  validateSearch: (search: Record<string, unknown>): { from?: string; to?: string } => ({
    from: readDay(search.from),
    to: readDay(search.to),
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

const campaigns = createRoute({
  getParentRoute: () => shell,
  path: '/campaigns',
  validateSearch: readCampaignSearch,
  beforeLoad: () => openChapter('campaigns'),
  component: lazyRouteComponent(() => import('./campaigns/campaigns-page.js'), 'CampaignsPage'),
});

const campaign = createRoute({
  getParentRoute: () => shell,
  path: '/campaigns/$id',
  beforeLoad: () => openChapter('campaigns'),
  component: lazyRouteComponent(() => import('./campaigns/campaign-page.js'), 'CampaignPage'),
});

const documents = createRoute({
  getParentRoute: () => shell,
  path: '/documents',
  validateSearch: readNarrowed,
  beforeLoad: () => openChapter('documents'),
  component: lazyRouteComponent(() => import('./documents/documents-page.js'), 'DocumentsPage'),
});

const policy = createRoute({
  getParentRoute: () => shell,
  path: '/policy',
  beforeLoad: () => openChapter('policy'),
  component: lazyRouteComponent(() => import('./policy/policy-page.js'), 'PolicyPage'),
});

const people = createRoute({
  getParentRoute: () => shell,
  path: '/people',
  validateSearch: readPeopleSearch,
  beforeLoad: () => Promise.all([openChapter('people'), openChapter('collecting'), openChapter('wall')]),
  component: lazyRouteComponent(() => import('./people/people-page.js'), 'PeoplePage'),
});

const personal = createRoute({
  getParentRoute: () => shell,
  path: '/personal-data',
  validateSearch: readPersonalSearch,
  beforeLoad: () => openChapter('personal'),
  component: lazyRouteComponent(() => import('./personal/personal-page.js'), 'PersonalPage'),
});

const journal = createRoute({
  getParentRoute: () => shell,
  path: '/journal',
  validateSearch: readChainSearch,
  beforeLoad: () => openChapter('chain'),
  component: lazyRouteComponent(() => import('./journal/chain-page.js'), 'ChainPage'),
});

const roster = createRoute({
  getParentRoute: () => shell,
  path: '/roster',
  validateSearch: (search: Record<string, unknown>): { from?: string } => ({ from: readDay(search.from) }),
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
  wall,
  shell.addChildren([
    board,
    inbox,
    triage,
    register,
    openByHand,
    incident,
    report,
    handReport,
    sources,
    intakes,
    archive,
    campaigns,
    campaign,
    documents,
    policy,
    people,
    personal,
    journal,
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
