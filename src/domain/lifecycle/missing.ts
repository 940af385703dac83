/** What a step still lacks, in words for the person who wants to take it. */
export const MISSING = {
  over: { zh: '事件已办结或已退出,先恢复办理', en: 'the case is over: take it up again first' },
  merged: { zh: '已并入其他事件,请在那里办理', en: 'it was merged: go on in the other case' },
  not_over: { zh: '事件仍在办理', en: 'the case is still in hand' },
  not_closed: { zh: '尚未办结', en: 'the case is not closed yet' },
  consultation: { zh: '特别重大、重大事件须先有会商记录', en: 'levels I and II need a consultation record first' },
  disposition: { zh: '先填研判单,定分类处置', en: 'record the assessment and its disposition first' },
  answered_elsewhere: {
    zh: '处置为暂不回应或移交,不能转办',
    en: 'its disposition is no answer of ours: nothing to assign',
  },
  draft: { zh: '还没有文稿', en: 'there is no draft yet' },
  secrecy_review: { zh: '现稿未通过保密审查', en: 'the newest draft has not passed the secrecy review' },
  co_sign: { zh: '现稿尚缺协办司局会签', en: 'a co-organising unit has not agreed to the newest draft' },
  sign_off: { zh: '现稿未经签发', en: 'the newest draft has not been signed off' },
  duty_running: { zh: '还有时限未了', en: 'a duty still runs' },
  miss_reason: { zh: '逾期未回应的,须写明原因', en: 'a missed duty needs its reason' },
  evaluation: { zh: '特别重大、重大事件须先作效果评估', en: 'levels I and II need an evaluation first' },
} as const satisfies Record<string, { zh: string; en: string }>;
export type Missing = keyof typeof MISSING;
