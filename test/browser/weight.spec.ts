import { Walk, walked } from './walk.js';

/** Most that the board may need before it can be seen: code and styles packed as they go over the line. */
const MOST_BYTES = 270_000;

/** Notes when the board was first drawn. */
const SEEN = `new MutationObserver((_, watch) => {
  if (!document.querySelector('.incidents')) return;
  globalThis.seenAt = performance.now();
  watch.disconnect();
}).observe(document, { childList: true, subtree: true })`;
/** Code and styles that were asked for until then. */
const NEEDED = `performance.getEntriesByType('resource')
  .filter(({ name, startTime }) => /\\.(js|css)$/.test(name) && startTime <= seenAt)
  .map(({ name, encodedBodySize }) => ({ file: name.split('/').at(-1), bytes: encodedBodySize }))`;
/** Fetched when the machine has nothing else to do, however soon that is: font faces, and where toasts appear. */
const LATER = /^(wght|toast-place)-/;

/** What somebody who has signed in fetches to see the board, on a machine that has nothing of it yet. */
walked('the weight of the board', (executable) => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await Walk.begin(executable, []);
  });
  afterAll(() => walk?.end());

  it('is light enough for a slow line, and without a chart', async () => {
    const { page } = walk;
    await page.addInitScript(SEEN);
    await page.goto(walk.address);
    await page.getByText('安静：没有在办事件').waitFor();
    const all = (await page.evaluate<{ file: string; bytes: number }[]>(NEEDED)).filter(
      ({ file }) => !LATER.test(file),
    );
    const sum = all.reduce((total, one) => total + one.bytes, 0);
    console.info(`the board's first load: ${all.length} files, ${sum} bytes packed`);
    expect(all.length).toBeGreaterThan(10);
    expect(sum).toBeLessThanOrEqual(MOST_BYTES);
    expect(all.filter(({ file }) => /chart|curve|waterfall/.test(file))).toEqual([]);
  });
});
