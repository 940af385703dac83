/** What decides whether two stories may be joined by the machine once an article shows that they are one. */
export interface Joinable {
  id: string;
  /** A person has decided what belongs to it: that is final. */
  isGroupedByPerson: boolean;
  incidentId: string | null;
  /** Its case has not been dismissed. */
  isOpenCase: boolean;
  /** Only possibly of its case: a person decides. */
  possibly: boolean;
  detectedAt: Date;
}

/** `join` them, `ask` people whether two open cases are one, or `leave` them as they are. */
export type Joining = 'join' | 'ask' | 'leave';

/** @param apart a person has parted these two */
export function joiningOf(a: Joinable, b: Joinable, apart: boolean): Joining {
  if (apart || a.isGroupedByPerson || b.isGroupedByPerson || a.possibly || b.possibly) return 'leave';
  if (a.incidentId === null || b.incidentId === null) return 'join';
  return a.incidentId !== b.incidentId && a.isOpenCase && b.isOpenCase ? 'ask' : 'leave';
}

/** The story that was known first stays, so that its id and its earliest start stand whatever comes after. */
export function firstKnown<Story extends Joinable>(a: Story, b: Story): [kept: Story, gone: Story] {
  const difference = a.detectedAt.getTime() - b.detectedAt.getTime() || (a.id < b.id ? -1 : 1);
  return difference <= 0 ? [a, b] : [b, a];
}
