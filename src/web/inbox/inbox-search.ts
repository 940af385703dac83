export const ACTS = ['take', 'pass', 'return', 'answer', 'co_sign', 'attach'] as const;
export type Act = (typeof ACTS)[number];

/** The address of the inbox: what is shown, and which case is open with which sheet. Opening one changes nothing. */
export interface InboxSearch {
  show?: 'sent';
  case?: string;
  act?: Act;
}

export function readInboxSearch(search: Record<string, unknown>): InboxSearch {
  return {
    show: search.show === 'sent' ? 'sent' : undefined,
    case: typeof search.case === 'string' && /^[0-9a-f-]{36}$/.test(search.case) ? search.case : undefined,
    act: ACTS.find((one) => one === search.act),
  };
}
