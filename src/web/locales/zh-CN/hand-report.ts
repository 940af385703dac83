/** A report by hand. */
export const handReportZh = {
  handReport: {
    title: '人工报告',
    lead: '来电、来信、来访反映的情况。与采集的文章走同一条流程：自动研判，够等级的自动立案计时。',
    name: '标题',
    nameHint: '何时、何地、何事，一句话',
    text: '情况',
    textHint: '按原话记录；其中的伤亡数字会被读出。',
    source: '来源',
    sourceHint: '如：群众来电、来信、上级转办',
    sourceDefault: '群众来电',
    occurredAt: '事发时间（可不填）',
    notifiedAt: '接报时间',
    submit: '提交',
    titleShort: '标题至少 2 个字',
    done: '已收到',
    doneBody: '《{{title}}》正在研判，几秒内有结果：够等级的会出现在值班台并开始计时，其余进入档案。',
    another: '再报一件',
    toBoard: '去值班台看',
  },
};
