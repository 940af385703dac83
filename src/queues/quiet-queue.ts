import { Queue, type QueueOptions } from 'bullmq';

/** A queue that prints no stack at every failed reconnection: that it is away is told once, by who hands jobs to it. */
export class QuietQueue extends Queue {
  constructor(name: string, options?: QueueOptions) {
    super(name, options);
    this.on('error', () => undefined);
  }
}
