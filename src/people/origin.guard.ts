import { type CanActivate, type ExecutionContext, ForbiddenException, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { fromOwnSite } from '../access/own-site.js';

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
    if (SAFE.has(request.method) || fromOwnSite(request)) return true;
    throw new ForbiddenException('拒绝来自其他网站的请求 · requests from another site are refused');
  }
}
