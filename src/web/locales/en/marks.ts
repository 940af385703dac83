import type { marksZh } from '../zh-CN/marks.js';
import type { Shape } from '../shape.js';

export const marksEn: Shape<typeof marksZh> = {
  level: {
    I: 'Level I',
    II: 'Level II',
    III: 'Level III',
    IV: 'Level IV',
    none: 'Not graded',
    basis: {
      OFFICIAL: 'official grade',
      STATUTORY: 'statutory table',
      REFERENCE: 'by reference',
      INTERNAL: 'internal',
    },
    unverified: 'unverified',
    unverifiedHint: 'This table has not been checked against its original text',
  },
  focus: {
    MAJOR_POLICY: 'Major policy',
    PUBLIC_INTEREST: 'Public interest',
    IMAGE_CREDIBILITY: 'Image and credibility',
    MAJOR_EMERGENCY: 'Major emergency',
  },
  status: {
    provisional: 'Unconfirmed',
    confirmed: 'Confirmed',
    merged: 'Merged',
    dismissed: 'Ended',
    unsigned: 'Unsigned',
    signed: '{{name}} {{time}}',
  },
};
