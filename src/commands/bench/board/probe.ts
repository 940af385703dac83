import type { Page } from 'playwright-core';

/**
 * In the page: the longest event of each interaction (input to next paint; the browser tells of 16 ms and more), long tasks, and
 * when the title that carries a mark was first drawn.
 */
const PROBE = `(() => {
  const probe = (window.__probe = { interactions: new Map(), names: new Map(), tasks: [], shown: new Map() });
  new PerformanceObserver((list) => {
    for (const { interactionId, duration, name } of list.getEntries()) {
      if (!interactionId || duration <= (probe.interactions.get(interactionId) ?? 0)) continue;
      probe.interactions.set(interactionId, duration);
      probe.names.set(interactionId, name);
    }
  }).observe({ type: 'event', durationThreshold: 16 });
  new PerformanceObserver((list) => probe.tasks.push(...list.getEntries().map(({ duration }) => duration)))
    .observe({ type: 'longtask' });
  const note = (text) => {
    const mark = /⟦(\\d+)⟧/.exec(text ?? '')?.[1];
    if (!mark || probe.shown.has(mark)) return;
    probe.shown.set(mark, 0);
    requestAnimationFrame(() => probe.shown.set(mark, performance.timeOrigin + performance.now()));
  };
  new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes) {
      if (target.nodeType === 3) note(target.data);
      for (const node of addedNodes) note(node.textContent);
    }
  }).observe(document, { subtree: true, childList: true, characterData: true });
})()`;

/** What the page saw since the last time it was asked. */
export interface Probed {
  /** Interactions, also those too short to be told of. */
  count: number;
  /** Of interactions of 16 ms and more, ms with the event's name. */
  interactions: [string, number][];
  tasks: number[];
  /** Mark and wall ms. */
  shown: [string, number][];
}

const READ = `(() => {
  const { interactions, names, tasks, shown } = window.__probe;
  const before = window.__counted ?? 0;
  window.__counted = performance.interactionCount;
  const probed = { count: window.__counted - before, tasks: [...tasks], shown: [...shown].filter(([, at]) => at > 0),
    interactions: [...interactions].map(([id, ms]) => [names.get(id), ms]) };
  for (const part of [interactions, names, shown]) part.clear();
  tasks.length = 0;
  return probed;
})()`;

export const installProbe = (page: Page): Promise<unknown> => page.addInitScript(PROBE);

export const readProbe = (page: Page): Promise<Probed> => page.evaluate<Probed>(READ);

/** Bytes that live objects of the page take, after a collection. */
export async function heapOf(page: Page): Promise<number> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  await devtools.detach();
  return usedSize;
}
