import type { AnchorFault, ChainFault } from '../domain/journal-faults.js';

/** What verifying the journal found, Chinese first. */
export const CHAIN_WORDS: Record<ChainFault, string> = {
  row_missing: '该行缺失 · the row is missing',
  hash: '哈希与内容不符(行被改动、调换或冒入) · the hash does not fit the row: altered, moved or slipped in',
  columns: '列与存证文本不符 · the columns do not fit the hashed text',
  tail_missing: '末尾的行缺失 · rows at the end are missing',
  tail_extra: '链尾之后另有行 · rows stand after the head of the chain',
};

export const ANCHOR_WORDS: Record<AnchorFault, string> = {
  altered: '存证内容被改动或无法读取 · the anchor was altered or cannot be read',
  unlinked: '与前一日存证不相接 · does not continue the anchor before',
  rows_gone: '审计链已不含该日末行 · the journal no longer has the last row of that day',
  rows_changed: '审计链与该日存证不符 · the journal is not what it was on that day',
  not_journalled: '审计链没有记录这份存证 · the journal has no record of this anchor',
  anchor_gone: '系统内已无该日存证 · the product no longer has the anchor of that day',
  another: '与系统内该日存证不是同一份 · the product has another anchor for that day',
};
