/** The office's own targets for its steps, apart from the limits by law, and the matters that have less time. */
export const internalTargetZh = {
  internalTarget: {
    title: '内部目标',
    hint: '本单位自定，不计入法定时限',
    name: { confirmed: '确认初判', acknowledged: '签收', drafted: '拟稿', signed: '签发' },
    by: '{{due}} 前',
    verdict: {
      running: '未到时',
      met: '按时',
      late: '迟于目标',
      overdue: '已过目标',
      waived: '不再要求',
      missed: '已过目标',
    },
    journalMissed: '内部目标已过：{{names}}',
    mark: '内部目标“{{name}}”已过',
  },
  priority: {
    title: '重点事项',
    name: { vital_interest: '群众切身利益', market_expectation: '市场预期', public_emergency: '突发公共事件' },
    none: '不是重点事项',
    change: '更改',
    asRead: '按内容判读，可更改',
    hint: '方案三(四)：对涉及群众切身利益、影响市场预期和突发公共事件等重点事项，要及时发布信息。重点事项的内部目标较短，法定时限不变。',
    journalSet: '{{actor}} 定为重点事项：{{names}}。{{reason}}',
    journalNone: '{{actor}} 取消重点事项。{{reason}}',
  },
};
