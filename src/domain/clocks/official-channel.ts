/** Channels that are no authoritative release: recorded, but no clock stops. */
const UNOFFICIAL = new Set(['other', '其他', '其它']);

/** Whether what appears there answers a duty; null: a conference, which has no channel. */
export const isOfficial = (channel: string | null): boolean =>
  channel === null || !UNOFFICIAL.has(channel.toLowerCase());
