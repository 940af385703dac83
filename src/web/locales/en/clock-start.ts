import type { Shape } from '../shape.js';
import type { clockStartZh } from '../zh-CN/clock-start.js';

export const clockStartEn: Shape<typeof clockStartZh> = {
  clockStart: {
    correct: 'Correct the start',
    hint: 'A limit is never edited, only the instant it starts from. An earlier start stands at once; a later one needs another person. The old start and its verdict stay.',
    fact: 'Which instant',
    facts: { occurred: 'Occurred', first_published: 'First published' },
    at: 'Correct instant',
    precision: 'Exact to the',
    precisions: { minute: 'minute', hour: 'hour' },
    proposals: 'Reports speak of an earlier instant',
    proposalsHint: 'The system may not act on it by itself: read it and decide.',
    says: '{{source}}: {{fact}} {{time}}',
    dayOnly: 'the report names the day only',
    dayHint: 'The report names the day only ({{day}}), which starts no clock. Find out the hour and state it.',
    state: 'State the hour',
    stateFor: 'State the hour: {{fact}} {{time}}',
    accept: 'Take it',
    acceptFor: 'Take it: {{fact}} {{time}}',
    acceptTitle: 'Take the instant the report states',
    formerly: 'Before the correction: from {{start}}, due {{due}}, then {{verdict}}',
    verdict: { running: 'not due yet', met: 'met', late: 'late', overdue: 'overdue', waived: 'ended', missed: 'none' },
    waiting: 'Waiting for a second person',
    asked: 'asked by {{who}}',
    agree: 'Confirm',
    refuse: 'Refuse',
    withdraw: 'Withdraw',
    own: 'Another person must confirm; who asked may withdraw.',
  },
};
