import { ACK_EXPIRES, postOfRung, type SkipReason, unreachedPost } from '../domain/clocks/ladder.js';
import type { RungPost } from '../domain/clocks/policy.js';

interface Told {
  key: string;
  /** Why nobody could be told by this rung. */
  skipped?: SkipReason;
}

interface Line {
  zh: string;
  en: string;
}

const POSTS: Record<RungPost, Line> = {
  lead_officer: { zh: '主办司局联络员', en: 'officer of the lead bureau' },
  lead_deputy: { zh: '主办司局副联络员', en: 'deputy of the lead bureau' },
  lead_head: { zh: '主办司局负责人', en: 'head of the lead bureau' },
  general_office_head: { zh: '办公厅负责人', en: 'head of the General Office' },
  leadership: { zh: '领导', en: 'leadership' },
};

/**
 * What the ladder says in a notice: that nobody has taken the case, who could not be told, that a hold has ended.
 * @param top the ladder's last post, above which nobody is told
 */
export function rungLines(thresholds: Told[], top: RungPost | undefined): Line[] {
  const rungs = thresholds.flatMap((one) => ({
    post: postOfRung(one.key) ?? unreachedPost(one.key),
    skipped: one.skipped,
  }));
  const skipped = rungs.flatMap(({ post, skipped: why }) =>
    post && why ? [skippedLine(post, why, post === top)] : [],
  );
  const untaken = rungs.some(({ post, skipped: why }) => post !== null && why === undefined);
  const expired = thresholds.some((one) => one.key === ACK_EXPIRES);
  return [
    ...(untaken
      ? [{ zh: '尚无人签收,按升级阶梯通知', en: 'Nobody has acknowledged it: told by the escalation ladder' }]
      : []),
    ...(expired ? [{ zh: '签收后没有进展,签收已失效', en: 'The acknowledgement has expired without progress' }] : []),
    ...skipped,
  ];
}

function skippedLine(post: RungPost, why: SkipReason, isTop: boolean): Line {
  const { zh, en } = POSTS[post];
  const then = isTop
    ? { zh: '已是最高一级,再无上级可通知', en: 'it is the last level, nobody above is told' }
    : { zh: '已越级通知', en: 'the next level was told' };
  switch (why) {
    case 'nobody':
      return { zh: `${zh}无人可通知,${then.zh}`, en: `Nobody stands as ${en}: ${then.en}` };
    case 'unreachable':
      return { zh: `${zh}没有可用的联系方式,${then.zh}`, en: `No way to reach the ${en}: ${then.en}` };
    case 'undelivered':
      return {
        zh: `${zh}的通知未能送达,${then.zh}`,
        en: `Notices to the ${en} did not arrive: ${then.en}`,
      };
  }
}
