/** Two cases that are one. */
export const mergeZh = {
  merge: {
    hint: '两个事件说的是同一件事时使用。合并不能撤销。',
    other: '与哪个事件合并',
    otherHint: '按编号或标题查找',
    asked: '可能是同一事件',
    likely: '地点相同',
    rest: '其他在办事件',
    noOther: '没有其他在办事件。',
    keep: '保留哪个编号',
    start: '{{kept}} 继续办理，时限从两者中较早的起点计：{{time}}。',
    ends: '{{gone}} 记为“已并入 {{kept}}”，它的时限终止；报道和已登记的发布转入 {{kept}}。',
    level: '等级取较高者：{{level}}。',
    submit: '合并',
    done: '{{gone}} 已并入 {{kept}}',
    wentInto: '已并入',
    theOther: '另一事件',
    wentIntoNote: '，时限由该事件计。请在该事件中继续办理。',
  },
};
