import type { ChannelName } from '../../contract/way.js';
import { LEVELS, type Level } from '../../domain/level.js';
import { signaturesLeft, signChain } from '../../domain/lifecycle/sign-chain.js';
import { attachmentCap, mostAttachmentBytes, pageTolerance, type Policy } from '../../domain/clocks/policy.js';

/** All of a policy but the addresses. */
export type ShownPolicy = Omit<Policy, 'leadership' | 'operators'>;

type Unit =
  | 'seconds'
  | 'between'
  | 'minutes'
  | 'hours'
  | 'days'
  | 'months'
  | 'articles'
  | 'files'
  | 'megabytes'
  | 'times'
  | 'signatures'
  | 'silence'
  | 'span';

/** A number with what it is of and its unit; the words stand in the locale. */
export type NumberRow =
  | { name: NumberName; unit: Unit; of: Record<string, number | string> }
  | { name: NumberName; word: 'yes' | 'no' | 'forever' | 'never' }
  | { channel: string; word: 'full' | 'minimal' };

export type NumberName =
  | 'unconfirmed'
  | 'triage'
  | 'pageTolerance'
  | 'attachment'
  | 'caseFiles'
  | 'caseBytes'
  | 'tableI'
  | 'tableII'
  | 'core'
  | 'regular'
  | 'wide'
  | 'blind'
  | 'hostGap'
  | 'silence'
  | 'bodies'
  | 'visits'
  | 'articles'
  | 'personalClosed'
  | 'personalLoose'
  | 'journal'
  | 'watchWindow'
  | 'watchBase'
  | 'watchLeast'
  | 'watchTimes'
  | 'canary'
  | `sign${Level}`
  | 'quietDesk'
  | 'quietBureau'
  | 'quietLeadership';

export const NUMBER_PARTS = [
  'desk',
  'signOff',
  'ownTable',
  'collection',
  'retention',
  'documentWatch',
  'canary',
  'quietHours',
  'channels',
] as const;
export type NumberPart = (typeof NUMBER_PARTS)[number];

const row = (name: NumberName, unit: Unit, n: number): NumberRow => ({ name, unit, of: { n } });
const MEGABYTE = 1024 * 1024;

/** The numbers and switches of a part of the policy, in the order in which they are read. */
export function numbersOf(part: NumberPart, policy: ShownPolicy, kinds: readonly ChannelName[]): NumberRow[] {
  return READERS[part](policy as Policy, kinds);
}

const READERS: Record<NumberPart, (policy: Policy, kinds: readonly ChannelName[]) => NumberRow[]> = {
  desk: (policy) => [
    row('unconfirmed', 'minutes', policy.unconfirmedMinutes),
    ...(policy.triageMinutes === undefined ? [] : [row('triage', 'minutes', policy.triageMinutes)]),
    row('pageTolerance', 'minutes', pageTolerance(policy)),
    row('attachment', 'megabytes', mostAttachmentBytes(policy) / MEGABYTE),
    row('caseFiles', 'files', attachmentCap(policy).files),
    row('caseBytes', 'megabytes', attachmentCap(policy).bytes / MEGABYTE),
  ],
  signOff: ({ signOff }) =>
    LEVELS.map((level) => row(`sign${level}`, 'signatures', signaturesLeft(signChain(signOff, level), 0))),
  ownTable: ({ internalLevelTriggersStatutoryClock: { I, II } }) => [
    { name: 'tableI', word: I ? 'yes' : 'no' },
    { name: 'tableII', word: II ? 'yes' : 'no' },
  ],
  collection: ({ collection }) => [
    ...(['core', 'regular', 'wide'] as const).map((tier): NumberRow => {
      const { fastest, slowest } = collection[tier];
      return { name: tier, unit: 'between', of: { fastest, slowest } };
    }),
    row('blind', 'seconds', collection.blindAfterSeconds),
    row('hostGap', 'seconds', collection.hostGapSeconds),
    { name: 'silence', unit: 'silence', of: { ...collection.silence } },
  ],
  retention: ({ retention: { bodyHours, visitDays, articleDays, personal, journalMonths } }) => [
    row('bodies', 'hours', bodyHours),
    row('visits', 'days', visitDays),
    row('articles', 'days', articleDays),
    ...personalRows(personal),
    journalMonths === undefined ? { name: 'journal', word: 'forever' } : row('journal', 'months', journalMonths),
  ],
  documentWatch: ({ documentWatch: watch }) =>
    watch
      ? [
          row('watchWindow', 'hours', watch.windowHours),
          row('watchBase', 'days', watch.baseDays),
          row('watchLeast', 'articles', watch.leastArticles),
          row('watchTimes', 'times', watch.times),
        ]
      : [],
  canary: ({ canary }) => [row('canary', 'minutes', canary.everyMinutes)],
  quietHours: ({ quietHours = {} }) =>
    (
      [
        ['quietDesk', quietHours.press_office],
        ['quietBureau', quietHours.bureau],
        ['quietLeadership', quietHours.leadership],
      ] as const
    ).flatMap(([name, span]): NumberRow[] => (span ? [{ name, unit: 'span', of: { ...span } }] : [])),
  channels: ({ channels }, kinds) =>
    kinds.map(({ name, content }) => ({ channel: name, word: channels?.[name]?.content ?? content })),
};

function personalRows(personal: Policy['retention']['personal']): NumberRow[] {
  if (!personal) return [{ name: 'personalClosed', word: 'never' }];
  return [row('personalClosed', 'days', personal.closedDays), row('personalLoose', 'days', personal.looseDays)];
}
