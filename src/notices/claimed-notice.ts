import type { NoticeText } from './notice-text.js';

/** A notice this process holds: nobody else sends it before the lease ends, and only the token may record the outcome. */
export interface ClaimedNotice {
  id: string;
  alertId: string;
  incidentId: string;
  recipient: string;
  channel: string;
  attempts: number;
  token: string;
  payload: NoticeText;
}
