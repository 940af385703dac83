/** 保全: personal data of a case kept beyond their time. */
export const legalHoldZh = {
  hold: {
    title: '个人信息',
    none: '未保全，办结后到期清除。',
    since: '{{name}} 已保全，自',
    place: '保全',
    placeHint: '因诉讼、调查评估等须留存时使用。保全期间，此事件报道中的个人信息到期不清除。',
    lift: '解除保全',
    liftHint: '解除后按规定期限清除；已过期的，下次清除即处理，不能恢复。',
    list: '清除情况',
  },
};
