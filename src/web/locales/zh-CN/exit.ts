/** 退出办理: the exits of a case, wherever they are told. */
export const exitZh = {
  exit: {
    name: { false_alarm: '误报', monitor_only: '只监测', transferred_out: '移送' },
    to: { publicity: '宣传部门', cyberspace: '网信部门', police: '公安机关', other: '其他单位' },
    left: '已退出办理：{{how}}。时限已终止。理由：{{reason}}',
    again: '如有新的情况，可在“办理”中重新受理。',
  },
};
