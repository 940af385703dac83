import type { shellZh } from '../zh-CN/shell.js';
import type { Shape } from '../shape.js';

export const shellEn: Shape<typeof shellZh> = {
  app: {
    name: 'Huiying',
    secrecy: 'This system is not for state secrets',
    short: 'Huiying',
    board: 'Duty desk',
    inbox: 'Inbox',
    triage: 'Triage',
    register: 'Cases',
    campaigns: 'Campaigns',
    reports: 'Response times',
    sources: 'Sources',
    archive: 'Archive',
    roster: 'Roster',
    documents: 'Policies',
    people: 'People',
    journal: 'Journal',
    openByHand: 'Open by hand',
    reportByHand: 'Report by hand',
  },
  views: {
    title: 'Saved views',
    saveThis: 'Save this view',
    name: 'Name',
    save: 'Save',
    remove: 'Remove the view “{{name}}”',
    badPeriod: 'The end must not be before the beginning',
    export: 'Export CSV',
    exported: 'Exported; the journal says so',
  },
  nav: { main: 'Main', more: 'More', moreHere: 'More · {{name}}', skip: 'Skip to content' },
  language: { other: '中文', switch: '切换到中文' },
  theme: { label: 'Appearance', light: 'light', dark: 'dark', system: 'as the system' },
  signal: {
    label: 'Connection',
    starting: 'Connecting',
    live: 'Live',
    reconnecting: 'Reconnecting',
    lost: 'Not live for {{seconds}} s',
    lostTitle: 'Signal lost',
    lostBody:
      'The screen shows how things stood at {{time}} Beijing time; nothing later can be seen. Countdowns go on by server time. Keep watch by telephone.',
    lostNever:
      'The server has never been reached: nothing on this screen can be relied on. Check the network or call the administrator.',
    sweepLate:
      'The deadline engine is slow: its last sweep is more than 10 s old, so warnings may come late. Countdowns are right.',
    clockDoubt:
      "The server's clock jumped at {{time}}: limits and countdowns may be wrong, let the administrator check the time. Ten quiet minutes end this notice.",
  },
  refusal: {
    unknown: 'Something went wrong. Try again; if it happens again, call the administrator.',
    unreachable: 'The server cannot be reached; nothing has been changed. Check the network and try again.',
    status: 'The request did not succeed ({{status}}).',
    stale:
      'Somebody has just changed this incident; your action did not take effect. It has been reloaded: check it and try again.',
    crashed: 'This page has failed',
    crashedBody: 'No data are affected. Reload the page to go on; if it happens again, call the administrator.',
    reload: 'Reload',
    notFound: 'No such page',
    notFoundBody: 'The link may be wrong, or the content is not yours to see.',
    toBoard: 'Back to the duty desk',
  },
  list: {
    comma: ', ',
    aside: ' ({{what}})',
    stop: '. ',
    all_one: 'Show the {{count}}',
    all_other: 'Show all {{count}}',
  },
};
