/** What a bureau said when it sent a case back. */
export interface SentBack {
  bureau: { zh: string; en: string };
  reason: string;
}

/** A message is read at a glance; the whole reason stands on the page of the case. */
const MOST = 200;

/** Who sent the case back and why, a line for each. */
export function sentBackLines(told: readonly { sentBack: SentBack | null }[]): { zh: string; en: string }[] {
  return told.flatMap(({ sentBack }) => {
    if (sentBack === null) return [];
    const { bureau, reason } = sentBack;
    const short = reason.length > MOST ? `${reason.slice(0, MOST)}…` : reason;
    return [{ zh: `${bureau.zh}退回,理由:${short}`, en: `Sent back by ${bureau.en}: ${short}` }];
  });
}
