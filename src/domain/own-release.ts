import { isOpinion } from './stories/opinion-match.js';
import { sameHappening } from './stories/story-match.js';
import type { RarityOf } from './stories/story-rarity.js';
import type { StorySignature } from './stories/story.js';
import { withoutHappening } from './stories/without-happening.js';

/** May what the office has published answer this story? A statement on talk is read as talk. A person decides: doubt asks. */
export function mayAnswer(story: StorySignature, release: StorySignature, rarity?: RarityOf): boolean {
  const told = isOpinion(story) ? withoutHappening(release) : release;
  return sameHappening(story, told, rarity).verdict !== 'different';
}

/** A conference that is to be held: the notice of it answers no duty to hold one. */
export function announcesConference(title: string): boolean {
  return /(?:发布会|通气会|吹风会)/u.test(title) && /(?:将|拟|定于|预告|预公告|公告|邀请|通知)/u.test(title);
}

/** Which of the official channels an address belongs to. */
export function channelOfAddress(link: string | null): 'website' | 'weibo' | 'wechat' {
  const host = /^https?:\/\/([^/:?#]+)/i.exec(link ?? '')?.[1]?.toLowerCase() ?? '';
  if (/(?:^|\.)weibo\.(?:com|cn)$/.test(host)) return 'weibo';
  return host === 'mp.weixin.qq.com' ? 'wechat' : 'website';
}
