/** Whether silence on the board means anything, and if not, why. */
export const calmZh = {
  calm: {
    blind: '盲区：{{causes}}',
    cause: {
      no_core_source: '没有在读的核心源，自 {{time}} 起',
      source: '{{names}} 自 {{time}} 起超时未读成',
      judging: '研判积压 自 {{time}} 起',
      canary: '全链路自检中断 自 {{time}} 起',
    },
    andAll: '{{names}} 等 {{count}} 个',
    join: '；',
    watchOtherwise: '没有新事件不等于没有发生，请用其他渠道值守。',
    toSources: '查看信息源',
    seeingTitle: '安静：没有在办事件',
    seeingBody_one: '{{count}} 个核心源在时限内读到（都读到 {{time}}），文章研判没有积压。',
    seeingBody_other: '{{count}} 个核心源都在时限内读到（都读到 {{time}}），文章研判没有积压。',
    pausedAlso_one: '另有 {{count}} 个核心源由人暂停，不在其内。',
    pausedAlso_other: '另有 {{count}} 个核心源由人暂停，不在其内。',
    blindTitle: '看不全：没有在办事件，但有盲区',
    unknownTitle: '没有在办事件，是否看得全尚不知道',
    unknownBody: '屏幕还没有收到服务器的最新情况，此刻的安静不能当真。',
  },
};
