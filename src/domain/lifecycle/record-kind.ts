/**
 * What is put on record of a case (附则 of practice: rules of the field ask for each of them): 会商、研判单、转办单、文稿、保密审查、会签、签发、
 * 发布、发布会、催办、宣传网信公安联络、辟谣移交、领导批示、承诺、未按时原因、评估.
 */
export const RECORD_KINDS = [
  ...(['consultation', 'assessment', 'transfer_order', 'draft', 'secrecy_review', 'co_sign', 'sign_off'] as const),
  ...(['release', 'conference', 'urging', 'liaison', 'refutation', 'instruction', 'promise'] as const),
  ...(['miss_reason', 'evaluation'] as const),
] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];
