import { existsSync } from 'node:fs';
import type { Browser } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** @throws with what to install when this machine has no Chromium, or the project was installed without its tests */
export async function openChromium(): Promise<Browser> {
  const executablePath = PLACES.find((place) => existsSync(place));
  if (!executablePath)
    throw new Error('没有 Chromium,请先安装 · no Chromium on this machine, install it: apt-get install chromium');
  const playwright = await import('playwright-core').catch(() => null);
  if (!playwright) throw new Error('未安装 playwright-core · is not installed: npm ci --include=dev');
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'];
  return playwright.chromium.launch({ executablePath, args });
}
