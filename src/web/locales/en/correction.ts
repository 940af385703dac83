import type { Shape } from '../shape.js';
import type { correctionZh } from '../zh-CN/correction.js';

export const correctionEn: Shape<typeof correctionZh> = {
  correction: {
    correct: 'Correct',
    withdraw: 'Withdraw',
    correctTitle: 'Correct what was recorded',
    correctHint:
      'The former record and its verdict stay listed. What turns a met limit into a missed one counts at once; what turns a missed one into a met one needs a second person.',
    withdrawTitle: 'Withdraw what was recorded',
    withdrawHint:
      'It was never published, was taken back, or the conference was cancelled. The limit it answered runs again, unchanged; the record stays listed.',
    replaced: 'Corrected or withdrawn',
    correctedTo: 'corrected to {{time}}',
    withdrawn: 'withdrawn',
    because: 'Reason: {{reason}}',
    formerly: 'Before the correction: published {{time}}, then {{verdict}}',
    pageDiffers: 'The page states another time than was recorded: {{time}}. Please check',
    pageDay: 'The page states another day than was recorded: that of {{time}}. Please check',
    pageUnreachable: 'The link cannot be opened, please check: {{detail}}',
    pageKept: 'copy kept {{sha}}',
    journalDiffers: 'The page states {{page}}, recorded is {{recorded}}: please check; the verdict stays',
    journalUnreachable: 'The link of a release cannot be opened, it is tried again: {{detail}}',
    journalCorrected: '{{actor}} corrected a record: {{from}} became {{to}}. {{reason}}',
    journalWithdrawn: '{{actor}} withdrew the record of {{time}}. {{reason}}',
  },
};
