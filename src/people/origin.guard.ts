import { type CanActivate, type ExecutionContext, ForbiddenException, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { SIGNED_BY_CALLER } from '../access/allow.js';
import { fromOwnSite } from '../access/own-site.js';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses requests that change something when a browser says they come from another site (`Origin`, `Sec-Fetch-Site`).
 * Programs send neither and pass; routes whose caller signs each call take no session, and are left alone. Together with SameSite=Lax this is the whole defence against forged requests.
 */
@Injectable()
export class OriginGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    if (context.getType() !== 'http') return true;
    if (this.reflector.get<boolean | undefined>(SIGNED_BY_CALLER, context.getHandler())) return true;
    const request = context.switchToHttp().getRequest<Request>();
    if (SAFE.has(request.method) || fromOwnSite(request)) return true;
    throw new ForbiddenException('拒绝来自其他网站的请求 · requests from another site are refused');
  }
}
