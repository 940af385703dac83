/** Every queue by name. A queue carries hints: what must be done stands in rows, and a sweep finds what was left over. */
export const QUEUES = {
  /** One job per visit of a source. */
  visits: 'visits',
  /** "There may be unjudged articles." */
  judging: 'judging',
} as const;

export type QueueName = (typeof QUEUES)[keyof typeof QUEUES];

export interface VisitJob {
  sourceId: string;
}
