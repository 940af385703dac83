/** due: the next run's; waiting: over, but not for long enough; held: 保全; purged. */
export const PURGE_LISTS = ['due', 'waiting', 'held', 'purged'] as const;
