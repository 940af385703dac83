/** Levels, focuses and states, wherever they are marked. */
export const marksZh = {
  level: {
    I: '特别重大',
    II: '重大',
    III: '较大',
    IV: '一般',
    none: '未定级',
    basis: { OFFICIAL: '官方定级', STATUTORY: '法定标准', REFERENCE: '参照', INTERNAL: '内部' },
    unverified: '依据待核',
    unverifiedHint: '该分级标准尚未与原文核对',
  },
  focus: {
    MAJOR_POLICY: '重大政策部署',
    PUBLIC_INTEREST: '公众切身利益',
    IMAGE_CREDIBILITY: '形象和公信力',
    MAJOR_EMERGENCY: '重大突发事件',
  },
  status: {
    provisional: '待确认',
    confirmed: '已确认',
    dismissed: '已退出',
    merged: '已并入',
    unsigned: '待签收',
    signed: '{{name}} {{time}} 签收',
  },
};
