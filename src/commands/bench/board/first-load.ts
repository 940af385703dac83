import { gzipSync } from 'node:zlib';
import type { Page, Response } from 'playwright-core';

/** A script or style sheet that a page asked for, bytes as by `gzip -9`. */
export interface Loaded {
  path: string;
  gzip: number;
}

/** Notes from now on what a page loads of scripts and style sheets. @returns them, the heaviest first */
export function noteLoads(page: Page): () => Promise<Loaded[]> {
  const answers = new Map<string, Promise<Buffer>>();
  page.on('response', (response: Response) => {
    if (/^(script|stylesheet)$/.test(response.request().resourceType())) answers.set(response.url(), response.body());
  });
  return async () => {
    const loads = await Promise.all(
      [...answers].map(async ([url, body]) => ({
        path: new URL(url).pathname,
        gzip: gzipSync(await body, { level: 9 }).length,
      })),
    );
    return loads.sort((a, b) => b.gzip - a.gzip);
  };
}

export const weightOf = (loads: readonly Loaded[]): number => loads.reduce((sum, { gzip }) => sum + gzip, 0);
