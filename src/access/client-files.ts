import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { NotFoundException } from '@nestjs/common';
import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import { nonceOf } from './security-headers.js';

/** The server's own part of the address space; all the rest belongs to the client's pages. */
const SERVER_PATHS = /^\/(api|health|metrics|socket)(\/|$)/;

/** What the build packs, see src/start/pack.mjs. */
const PACKED = /^\/assets\/[^/]+\.(js|css|svg)$/;

/** Never sent as it lies on the disk: each answer has a nonce of its own. */
const PAGE = '/index.html';

const NOT_BUILT = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>回应</title>
<h1>界面尚未构建</h1><p>请在项目目录运行 <code>npm run build</code>,然后刷新本页。接口不受影响。</p>
<p lang="en">The client is not built: run <code>npm run build</code> in the project folder, then reload.</p></html>`;

/**
 * Serves the built client: files with a hash in their name for good, `index.html` fresh with this answer's nonce, and
 * `index.html` for every address of a page (the client has its own router). A file that is missing is a 404.
 */
export function clientFiles(folder: string): RequestHandler[] {
  const files = express.static(folder, { index: false, redirect: false, setHeaders: keepHashed });
  return [
    (request, response, next) => {
      if (isFile(request)) sendSmall(files, request, response, next);
      else next();
    },
    (request, response, next) => answerPage(folder, request, response, next),
  ];
}

function isFile({ path }: Request): boolean {
  return !SERVER_PATHS.test(path) && path !== PAGE;
}

/** Code and styles lie packed beside themselves: whoever can unpack them gets those. */
function sendSmall(files: RequestHandler, request: Request, response: Response, next: NextFunction): void {
  const { url } = request;
  if (!PACKED.test(request.path)) return void files(request, response, next);
  response.vary('Accept-Encoding');
  if (request.acceptsEncodings('gzip') === false) return void files(request, response, next);
  response.type(extname(request.path)).setHeader('Content-Encoding', 'gzip');
  request.url = request.path + '.gz';
  void files(request, response, (error?: unknown) => {
    request.url = url;
    response.removeHeader('Content-Encoding');
    response.removeHeader('Content-Type');
    if (error) next(error);
    else void files(request, response, next);
  });
}

function keepHashed(response: Response, path: string): void {
  const hashed = /[\\/]assets[\\/]/.test(path);
  response.setHeader('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
}

async function answerPage(folder: string, request: Request, response: Response, next: NextFunction): Promise<void> {
  if (SERVER_PATHS.test(request.path)) return next();
  if (!isPage(request)) return next(new NotFoundException());
  const page = await readFile(join(folder, PAGE), 'utf8').catch(() => null);
  response.setHeader('Cache-Control', 'no-cache');
  response.status(page ? 200 : 503).type('html');
  response.send(page?.replaceAll('__CSP_NONCE__', nonceOf(response)) ?? NOT_BUILT);
}

function isPage({ method, path }: Request): boolean {
  return (
    (method === 'GET' || method === 'HEAD') && (path === PAGE || (extname(path) === '' && !path.startsWith('/assets/')))
  );
}
