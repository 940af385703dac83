import type { NoticeText } from './notice-text.js';

/** A notice this process holds: nobody else sends it before the lease ends, and only the token may record the outcome. */
export interface ClaimedNotice {
  id: string;
  alertId: string;
  /** Null: it is about no one case. */
  incidentId: string | null;
  recipient: string;
  channel: string;
  attempts: number;
  token: string;
  payload: NoticeText;
  /** The digest it was put into: it goes out with it and in no other message. */
  digestId: string | null;
}

/** The same for every attempt, so that the receiver can drop a repetition. */
export const keyOf = ({ alertId, recipient, channel }: ClaimedNotice): string => `${alertId}:${recipient}:${channel}`;
