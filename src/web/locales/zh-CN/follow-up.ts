/** 持续发布 by the office's own cadence. */
export const followUpZh = {
  followUp: {
    nth: '持续发布 第 {{n}} 次',
    short: '续发 第{{n}}次',
    own: '内部要求，不计入法定时限',
    ended: '已结束',
    end: '结束持续发布',
    endHint: '不再按周期要求续发；此前各次的结论不变。等级再升高时重新起算。',
    before: '此前各次',
    cycle: '第 {{n}} 次，{{due}} 到时：{{verdict}}',
    verdict: {
      running: '未到期',
      met: '按时',
      late: '超时',
      overdue: '逾期未发布',
      waived: '已结束',
      missed: '未发布',
    },
    journalMissed: '第 {{n}} 次持续发布逾期未发布，自截止时起算下一次（内部要求）',
    journalHastened: {
      casualties: '伤亡数字有变化，缩短下一次持续发布的时限（内部要求）',
      rumour: '出现谣言，缩短下一次持续发布的时限（内部要求）',
    },
    journalEnded: '{{actor}} 结束持续发布：{{reason}}',
  },
};
