import type { Shape } from '../shape.js';
import type { toldZh } from '../zh-CN/told.js';

export const toldEn: Shape<typeof toldZh> = {
  told: {
    title: 'Notices',
    loading: 'Reading the notices…',
    empty: 'No notice has gone out yet.',
    again: 'Try again',
    more: 'More',
    state: {
      queued: 'queued',
      sent: 'sent',
      delivered: 'delivered',
      seen: 'seen',
      acknowledged: 'acknowledged',
    },
    now: {
      held: 'quiet hours, goes out {{time}}',
      failed: 'not delivered',
      closed: 'not delivered; the limit is settled',
      retrying: 'being tried again',
    },
    attempts: 'tried {{count}} times',
    lastFailure: 'The receiver said: {{words}}',
    person: 'a person',
    notSent: 'not sent',
    reason: { no_way: 'no way to reach them', nobody_on_duty: 'nobody was on duty' },
  },
};
