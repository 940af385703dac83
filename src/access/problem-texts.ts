import type { Problem } from '../contract/problem.js';

interface Texts {
  title: string;
  detail: string;
}

const TEXTS: Record<number, Texts> = {
  400: {
    title: '请求有误 · Bad request',
    detail: '请对照 /api/openapi.json 检查请求 · check the request against /api/openapi.json',
  },
  401: { title: '未登录 · Not signed in', detail: '请先登录 (POST /api/v1/session) · sign in first' },
  403: {
    title: '无权操作 · Not allowed',
    detail: '本账号没有此项权限,请联系管理员 · this account lacks the right: ask an administrator',
  },
  404: { title: '未找到 · Not found', detail: '没有这个地址或这一条记录 · there is no such address or record' },
  405: { title: '方法不允许 · Method not allowed', detail: '请查 /api/openapi.json · see /api/openapi.json' },
  409: {
    title: '状态冲突 · Conflict',
    detail: '内容已被他人更新,请刷新后重试 · it has changed meanwhile: reload and try again',
  },
  413: {
    title: '请求过大 · Too large',
    detail: '请求正文不得超过 1 MB,办理记录 2 MB · a request body may have 1 MB at most, a record 2 MB',
  },
  415: {
    title: '格式不支持 · Unsupported media type',
    detail: '请发送 UTF-8 编码的 application/json · send application/json in UTF-8',
  },
  422: { title: '无法处理 · Cannot be processed', detail: '请检查内容 · check the content' },
  429: { title: '请求过多 · Too many requests', detail: '请稍候再试 · wait a moment and try again' },
  500: { title: '系统错误 · Server error', detail: '已记入日志,请联系运维 · it has been logged: tell the operator' },
  503: {
    title: '暂不可用 · Unavailable',
    detail: '系统正在恢复,请稍候再试 · the system is recovering: try again in a moment',
  },
  507: {
    title: '存储空间已满 · No room left',
    detail:
      '文件没有保存,请联系运维清出空间后重传 · the file was not kept: ask the operator for room, then send it again',
  },
};

const NOT_JSON = '请求正文不是有效的 JSON · the body is not valid JSON';

/** The problem of a status in its standard words, with nothing of the particular case. */
export function standardProblem(status: number, particular?: 'not_json'): Problem {
  const texts = TEXTS[status] ?? (status < 500 ? TEXTS[400] : TEXTS[500]);
  return {
    type: 'about:blank',
    title: texts?.title ?? '',
    status,
    detail: particular === 'not_json' ? NOT_JSON : (texts?.detail ?? ''),
  };
}
