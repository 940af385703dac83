import { randomBytes } from 'node:crypto';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import helmet from 'helmet';

/** Where the nonce of one answer is kept; the page it names may add styles (antd does), nothing else may. */
export function nonceOf(response: Response): string {
  return String(response.locals['nonce']);
}

function drawNonce(_: Request, response: Response, next: NextFunction): void {
  response.locals['nonce'] = randomBytes(16).toString('base64');
  next();
}

/** A year; only behind https, where alone a browser heeds it. */
function keepToHttps(request: Request, response: Response, next: NextFunction): void {
  if (request.secure) response.setHeader('Strict-Transport-Security', 'max-age=31536000');
  next();
}

/** What no page of ours asks a browser for. */
function askForNothing(_: Request, response: Response, next: NextFunction): void {
  response.setHeader('Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=()');
  next();
}

/**
 * Security headers of every answer. `'self'` covers the live board's socket too. Plain http on an intranet is a way to
 * run this, so nothing forces https; TLS ends at the proxy, which may add its own rules.
 */
export function securityHeaders(): RequestHandler[] {
  return [
    drawNonce,
    keepToHttps,
    askForNothing,
    helmet({
      // `no-referrer` would make browsers send `Origin: null` with forms of our own pages.
      referrerPolicy: { policy: 'same-origin' },
      strictTransportSecurity: false,
      frameguard: { action: 'deny' },
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          scriptSrc: ["'self'"],
          styleSrc: ["'self'", (_, response) => `'nonce-${nonceOf(response as Response)}'`],
          imgSrc: ["'self'", 'data:'],
          fontSrc: ["'self'"],
          connectSrc: ["'self'"],
          mediaSrc: ["'self'"],
          manifestSrc: ["'self'"],
          baseUri: ["'none'"],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
        },
      },
    }),
  ];
}
