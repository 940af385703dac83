import { Walk, walked } from './walk.js';

/** Most that the board may need before it can be seen: code and styles packed as they go over the line. */
const MOST_BYTES = 270_000;

/** Fetched when the page has been drawn: font faces, where the machine has no Chinese font of its own, and where toasts appear. */
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
    const line = await page.context().newCDPSession(page);
    await line.send('Network.enable');
    await line.send('Network.setCacheDisabled', { cacheDisabled: true });
    const fetched = new Map<string, number>();
    let isSeen = false;
    line.on('Network.responseReceived', ({ response }) => {
      const { url, headers } = response;
      const name = url.split('/').at(-1) ?? '';
      if (!isSeen && /\.(js|css)$/.test(url) && !LATER.test(name)) fetched.set(name, Number(headers['Content-Length']));
    });
    await page.goto(walk.address);
    await page.getByText('安静：没有在办事件').waitFor();
    isSeen = true;
    const all = [...fetched].map(([file, bytes]) => ({ file, bytes }));
    const sum = all.reduce((total, one) => total + one.bytes, 0);
    console.info(`the board's first load: ${all.length} files, ${sum} bytes packed`);
    expect(all.length).toBeGreaterThan(10);
    expect(sum).toBeLessThanOrEqual(MOST_BYTES);
    expect(all.filter(({ file }) => /chart|curve|waterfall/.test(file))).toEqual([]);
  });
});
