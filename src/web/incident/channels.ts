/** Channels a statement may be published on; `other` is recorded but stops no clock (contract/incident.ts). */
export const channelKeys = ['website', 'weibo', 'wechat', 'app', 'central_media', 'other'] as const;
