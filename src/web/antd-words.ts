import type { Locale } from 'antd/es/locale/index.js';

/** The words that antd brings itself, of those parts of it that are used here; all others stand in our own locales. */
export const antdWords: Readonly<Record<'zh-CN' | 'en', Locale>> = {
  'zh-CN': {
    locale: 'zh-cn',
    Empty: { description: '暂无数据' },
    Popconfirm: { okText: '确定', cancelText: '取消' },
  },
  en: {
    locale: 'en',
    Empty: { description: 'No data' },
    Popconfirm: { okText: 'OK', cancelText: 'Cancel' },
  },
};
