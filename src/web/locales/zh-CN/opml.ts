/** Lists of feeds, out and in. */
export const opmlZh = {
  opml: {
    export: '导出 OPML',
    import: '导入 OPML',
    hint: '从其他阅读器导出的订阅列表，分组一并带入。已有的地址不会重复添加。',
    file: '选择文件',
    fileLabel: 'OPML 文件',
    paste: '或粘贴内容',
    needed: '请选择文件或粘贴内容',
    tooLarge: '文件过大：至多 900 KB',
    submit: '导入',
    close: '完成',
    added_one: '新增 {{count}} 个',
    added_other: '新增 {{count}} 个',
    known_one: '已有 {{count}} 个',
    known_other: '已有 {{count}} 个',
    refused_one: '未收 {{count}} 个',
    refused_other: '未收 {{count}} 个',
    refusedList: '未收的及其原因',
    addedList: '新增的',
  },
};
