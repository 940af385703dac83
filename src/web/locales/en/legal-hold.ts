import type { legalHoldZh } from '../zh-CN/legal-hold.js';
import type { Shape } from '../shape.js';

export const legalHoldEn: Shape<typeof legalHoldZh> = {
  hold: {
    title: 'Personal data',
    none: 'Not held: purged some time after the case is closed.',
    since: 'Held by {{name}} since',
    place: 'Hold',
    placeHint:
      'For what a lawsuit or an inquiry needs. While it is held, personal data in its reports are not purged when their days have passed.',
    lift: 'Lift the hold',
    liftHint:
      'From then on the days of the policy count again; what is past them goes with the next run and cannot come back.',
    list: 'What is purged',
  },
};
