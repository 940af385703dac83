/** 升级阶梯: who hears, one after the other, while nobody has taken the case. */
export const ladderZh = {
  ladder: {
    title: '升级阶梯',
    lead: '无人签收时逐级通知；签收只停阶梯，不停时限',
    post: {
      lead_officer: '主办司局联络员',
      lead_deputy: '主办司局副联络员',
      lead_head: '主办司局负责人',
      general_office_head: '办公厅负责人',
      leadership: '领导',
    },
    state: {
      ahead: '待通知',
      told: '已通知',
      skipped: '已跳过',
      stopped: '已停',
    },
    reason: {
      nobody: '无人在岗',
      unreachable: '没有可用的联系方式',
      undelivered: '通知未能送达',
    },
    holds: '已签收，至 {{time}} 无进展则失效，阶梯从停处继续',
  },
};
