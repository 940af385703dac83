/** What the page of a case says of its notices. */
export const toldZh = {
  told: {
    title: '送达情况',
    loading: '正在读取送达情况…',
    empty: '还没有发出通知。',
    again: '重试',
    more: '更多',
    state: {
      queued: '排队',
      sent: '已发',
      delivered: '送达',
      seen: '已读',
      acknowledged: '签收',
    },
    now: { held: '免扰，{{time}} 发出', failed: '未送达', closed: '未送达，时限已了结', retrying: '重试中' },
    attempts: '已试 {{count}} 次',
    lastFailure: '对方答复：{{words}}',
    person: '一名人员',
    notSent: '未发出',
    reason: { no_way: '没有可用的联系方式', nobody_on_duty: '此刻无人当班' },
  },
};
