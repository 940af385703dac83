/** What the tolerant reader forgives in a document. Each is named once in `warnings`. */
export const DAMAGE = {
  bareAmpersand: '有未转义的 & · bare ampersand',
  unknownReference: '有未定义的实体 · undefined entity',
  badReference: '有不合法的字符引用 · invalid character reference',
  controlCharacters: '有控制字符 · control characters',
  beforeProlog: '文档开头前有多余内容 · content before the document',
  wrapped: '订阅源包在网页里 · the feed is wrapped in a page',
  escaped: '订阅源整体被转义 · the whole feed is escaped',
  mismatched: '标签不配对 · mismatched tags',
  truncated: '文档在中途断开 · the document ends in the middle',
  openCdata: 'CDATA 未结束 · CDATA section not closed',
  openComment: '注释未结束 · comment not closed',
  openQuote: '属性的引号未结束 · attribute quote not closed',
  nestedCdata: 'CDATA 里又有 CDATA · CDATA inside CDATA',
  noRoot: '缺少根元素 · no root element',
  faultyJson: 'JSON 有语法错误 · the JSON has faults',
  afterJson: 'JSON 结尾前后有多余内容 · content around the JSON document',
  tooDeep: '标签嵌套过深，其后未读 · nested too deep, the rest was not read',
  tooMany: '条目或标签过多，其后未读 · too many items or tags, the rest was not read',
  tooLong: '文字过长，已截短 · text cut at its limit',
  tooManyReferences: '实体过多，其后未解 · too many references, the rest left as they are',
} as const;

/** Damage that swallows what stands behind it. */
const SWALLOWING: readonly string[] = [
  DAMAGE.truncated,
  DAMAGE.openCdata,
  DAMAGE.openComment,
  DAMAGE.openQuote,
  DAMAGE.tooDeep,
  DAMAGE.tooMany,
];
const LOSING: readonly string[] = [...SWALLOWING, DAMAGE.mismatched, DAMAGE.noRoot];

/** True for damage behind which items may have stayed unread. */
export const losesItems = (warning: string): boolean => LOSING.includes(warning);

/** True for damage that leaves nothing to be said of a document without items: they may all have been behind it. */
export const swallowsItems = (warning: string): boolean => SWALLOWING.includes(warning);
