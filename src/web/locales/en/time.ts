import type { timeZh } from '../zh-CN/time.js';
import type { Shape } from '../shape.js';

export const timeEn: Shape<typeof timeZh> = {
  time: {
    beijing: 'Beijing time',
    monthDay: '{{month}}-{{day}}',
    fullDay: '{{year}}-{{month}}-{{day}}',
    weekday: { d0: 'Sun', d1: 'Mon', d2: 'Tue', d3: 'Wed', d4: 'Thu', d5: 'Fri', d6: 'Sat' },
    ago: '{{length}} ago',
    justNow: 'just now',
    skewed: "This machine's clock is {{seconds}} s ahead; the countdowns follow the server",
    skewedBehind: "This machine's clock is {{seconds}} s behind; the countdowns follow the server",
    fieldHint: "In Beijing time, whatever this machine's zone",
  },
  duration: { moment: 'under 1 min', minutes: '{{m}} min', hours: '{{h}}h {{m}}m', days: '{{d}}d {{h}}h' },
  clock: {
    left: '{{time}} left',
    over: 'over by {{time}}',
    met: 'met in {{took}}',
    late: 'late by {{over}}',
    waived: 'waived',
    none: 'no such limit',
    dueWord: 'due',
    answeredWord: 'answered',
    startWord: 'from',
    bornOverdue: 'over before it was opened',
    gone: '{{percent}}% gone',
    kind: {
      statement_5h: 'Statement within 5 hours',
      press_conference_24h: 'Press conference within 24 hours',
      other_48h: 'Answer within 48 hours',
      follow_up: 'Continued release (internal)',
    },
    short: {
      statement_5h: '5 h statement',
      press_conference_24h: '24 h conference',
      other_48h: '48 h answer',
      follow_up: 'Follow-up',
    },
    basis: { occurred: 'occurrence', first_published: 'first publication', detected: 'detection' },
  },
};
