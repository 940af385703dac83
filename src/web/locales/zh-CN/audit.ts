/** What the auditor finds wrong with the engine itself. */
export const auditZh = {
  audit: {
    rule: {
      overdue_threshold: '到点未触发的预警',
      case_without_clock: '应计时而未计时的事件',
      clock_without_threshold: '没有预警的时限',
      wrong_due: '截止时间与起算时间不符的时限',
      policy_unknown: '所依政策版本未存档的时限',
      alert_without_notice: '无人获知的预警',
      stuck_notice: '逾时未发的通知',
      journal_broken: '审计链断裂',
      anchor_broken: '审计链与每日存证不符',
      anchor_not_kept: '每日存证未能写入文件',
      policy_refused: '政策文件有误，未采用',
      clock_suspect: '数据库时钟跳变',
    },
    found: '系统核查发现：{{what}}（自 {{time}}）。请管理员检查系统。',
    item: '{{what}} {{count}} 处',
    policyRefused: '政策文件有误，未采用，仍按原政策计时（自 {{time}}）：{{faults}}。请管理员改正，改正后本提示消失。',
  },
};
