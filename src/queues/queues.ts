/** Every queue by name. A queue carries hints: what must be done stands in rows, and a sweep finds what was left over. */
export const QUEUES = {
  /** One job per visit of a source. */
  visits: 'visits',
  /** "There may be unjudged articles." */
  judging: 'judging',
} as const;

export type QueueName = (typeof QUEUES)[keyof typeof QUEUES];

/** A promised visit: the source, its host's turn with who holds it, and when it was promised (ISO). It can be begun once. */
export interface VisitJob {
  sourceId: string;
  host: string;
  turn: string;
  claimedAt: string;
}
