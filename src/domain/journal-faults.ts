/** What can be wrong with the journal's chain at a row. */
export const CHAIN_FAULTS = ['row_missing', 'hash', 'columns', 'tail_missing', 'tail_extra'] as const;
export type ChainFault = (typeof CHAIN_FAULTS)[number];

/** What can be wrong with a daily anchor 存证, or with the journal when it is held against one. */
export const ANCHOR_FAULTS = [
  'altered',
  'unlinked',
  'rows_gone',
  'rows_changed',
  'not_journalled',
  'anchor_gone',
  'another',
] as const;
export type AnchorFault = (typeof ANCHOR_FAULTS)[number];
