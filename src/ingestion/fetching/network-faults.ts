import { errors } from 'undici';
import { RefusedAddress } from '../../network/refused-address.js';
import { type FailureKind, type FetchFailure, FetchFault } from './fetch-outcome.js';

const TLS_CODE = /^(?:ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|EPROTO)/;
const DNS_CODE = /^(?:ENOTFOUND|EAI_|ENODATA|ESERVFAIL)/;
const TIMEOUT_CODE = /TIMEOUT$|^ETIMEDOUT$/;
const MALFORMED_CODE = /^(?:HPE_|Z_|ERR__?ERROR_FORMAT|ERR_BROTLI|UND_ERR_RES_CONTENT_LENGTH|UND_ERR_HEADERS_OVERFLOW)/;

const TEXTS: Partial<Record<FailureKind, string>> = {
  timeout: '限定时间内没有读完 · not read within the time limit',
  dns: '域名无法解析 · the host name cannot be resolved',
  tls: '加密连接失败（证书或协议） · TLS failed (certificate or protocol)',
  malformed: '响应不合 HTTP 或压缩格式 · the response is no proper HTTP or compression',
  network: '连接失败或中断 · the connection failed or broke off',
};

function codeOf(error: unknown): string {
  const { code, cause, errors: inner } = error as { code?: unknown; cause?: unknown; errors?: unknown[] };
  if (typeof code === 'string') return code;
  if (inner && inner.length > 0) return codeOf(inner[0]);
  return cause === undefined ? '' : codeOf(cause);
}

function kindOf(error: unknown, code: string): FailureKind {
  if (error instanceof errors.HTTPParserError) return 'malformed';
  if (TIMEOUT_CODE.test(code)) return 'timeout';
  if (DNS_CODE.test(code)) return 'dns';
  if (TLS_CODE.test(code)) return 'tls';
  return MALFORMED_CODE.test(code) ? 'malformed' : 'network';
}

/** Any error of dialling, asking or reading, by its name in the closed list. */
export function failureOf(error: unknown): FetchFailure {
  if (error instanceof FetchFault) return { outcome: error.kind, detail: error.message };
  if (error instanceof RefusedAddress) return { outcome: 'refused_address', detail: error.message };
  const code = codeOf(error);
  const kind = kindOf(error, code);
  const reason = error instanceof Error ? error.message : String(error);
  return { outcome: kind, detail: `${TEXTS[kind] ?? ''} (${code || reason})` };
}
