/** 更正与撤回 of what was recorded of a publication or a conference. */
export const correctionZh = {
  correction: {
    correct: '更正',
    withdraw: '撤回',
    correctTitle: '更正登记',
    correctHint: '原登记与原结论仍会列出。由按时变为逾期的立即生效；由逾期变为按时的，须另一人确认（补录达标）。',
    withdrawTitle: '撤回登记',
    withdrawHint: '未发布、已撤下或取消举行。所答时限按原截止时间重新计时，原登记仍会列出。',
    replaced: '已更正、撤回的登记',
    correctedTo: '更正为 {{time}}',
    withdrawn: '已撤回',
    because: '理由：{{reason}}',
    formerly: '更正前：{{time}} 发布，当时：{{verdict}}',
    pageDiffers: '页面时间与登记时间不一致：页面为 {{time}}，请核对',
    pageDay: '页面时间与登记时间不一致：页面为 {{time}} 当日，请核对',
    pageUnreachable: '链接打不开，请核对：{{detail}}',
    pageKept: '已存页面副本 {{sha}}',
    journalDiffers: '发布页面自载时间 {{page}} 与登记时间 {{recorded}} 不一致，请核对；结论不变',
    journalUnreachable: '发布链接打不开，将再试：{{detail}}',
    journalCorrected: '{{actor}} 更正登记：{{from}} 改为 {{to}}。{{reason}}',
    journalWithdrawn: '{{actor}} 撤回 {{time}} 的登记。{{reason}}',
  },
};
