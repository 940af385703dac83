import { type CanActivate, type ExecutionContext, ForbiddenException, Injectable } from '@nestjs/common';
import type { Request } from 'express';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses requests that change something when a browser says they come from another site (`Origin`, `Sec-Fetch-Site`).
 * Programs send neither and pass. Together with SameSite=Lax this is the whole defence against forged requests.
 */
@Injectable()
export class OriginGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    if (context.getType() !== 'http') return true;
    const request = context.switchToHttp().getRequest<Request>();
    if (SAFE.has(request.method) || isOurs(request)) return true;
    throw new ForbiddenException('拒绝来自其他网站的请求 · requests from another site are refused');
  }
}

function isOurs(request: Request): boolean {
  const site = request.get('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const origin = request.get('origin');
  return origin === undefined || hostOf(origin) === hostOf(`${schemeOf(origin)}//${request.host}`);
}

/** Host with port, the scheme's own port left out; null for `null` and other opaque origins. */
function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}

/** Behind a TLS proxy our own scheme may be unknown, so the default port is judged by the origin's. */
function schemeOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).protocol : 'http:';
}
