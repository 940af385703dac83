import type { FullOffice } from './full-office.js';

/** Every page of the product for who is signed in, by its route: the address to open it at. */
export const PAGES: Readonly<Record<string, (office: FullOffice) => string>> = {
  '/': () => '/',
  '/inbox': () => '/inbox',
  '/triage': () => '/triage',
  '/incidents': () => '/incidents',
  '/incidents/new': () => '/incidents/new',
  '/incidents/$id': ({ incident }) => `/incidents/${incident}`,
  '/reports/response-times': () => '/reports/response-times',
  '/reports/new': () => '/reports/new',
  '/sources': () => '/sources',
  '/sources/intakes': () => '/sources/intakes',
  '/archive': () => '/archive',
  '/archive/$id': ({ article }) => `/archive/${article}`,
  '/campaigns': () => '/campaigns',
  '/campaigns/$id': ({ campaign }) => `/campaigns/${campaign}`,
  '/documents': () => '/documents',
  '/policy': () => '/policy',
  '/people': () => '/people',
  '/personal-data': () => '/personal-data',
  '/journal': () => '/journal',
  '/roster': () => '/roster',
  '/roster/hand-overs': () => '/roster/hand-overs',
  '/me/ways': () => '/me/ways',
};

/** Routes outside the frame of the signed-in pages, each walked by a spec of its own. */
export const OTHER_ROUTES = ['/sign-in', '/password', '/wall'];
