/** The list of single keys, and what they do. */
export const keysZh = {
  keys: {
    title: '键盘快捷键',
    hint: '单个按键即可操作；正在输入文字或打开表单时不起作用。',
    on: '启用单键快捷键',
    done: '关闭',
    thisList: '打开这份清单',
    search: '到搜索框',
  },
};
