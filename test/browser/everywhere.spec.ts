import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fillOffice, type FullOffice } from './full-office.js';
import { OTHER_ROUTES, PAGES } from './pages.js';
import { Walk, walked } from './walk.js';

/** A folder for pictures of every page; none are taken where it is not named. */
const PICTURES = process.env['PICTURES'];
const LAPTOP = { width: 1280, height: 720 };
/** What moves by itself though the person asked for rest. */
const MOVING = `document.getAnimations().filter((one) => one.playState === 'running').map((one) => one.effect.target.className)`;
const ROUTES = join(__dirname, '../../src/web/routes.tsx');

it('knows every route of the client', () => {
  const routes = [...readFileSync(ROUTES, 'utf8').matchAll(/^ {2}path: '(.+)',$/gm)].map(([, path]) => path);
  expect([...Object.keys(PAGES), ...OTHER_ROUTES].sort()).toEqual(routes.sort());
});

/** Every page of an office at work, in either language and either scheme. */
walked('every page', (executable) => {
  let walk: Walk;
  let office: FullOffice;
  beforeAll(async () => {
    walk = await Walk.begin(executable, [], { locale: 'zh-CN' });
    office = await fillOffice(walk.address, walk.page.request);
  });
  afterAll(() => walk?.end());

  describe.each(['zh-CN', 'en'] as const)('in %s', (language) => {
    beforeAll(() => walk.speak(language));
    afterEach(() => walk.page.emulateMedia({ media: 'screen' }));

    it.each(Object.keys(PAGES))('%s can be read, reached by keys, narrowed and printed', async (route) => {
      await walk.opens(PAGES[route]?.(office) ?? '/');
      if (PICTURES) await walk.picture(join(PICTURES, `${language}${route.replace(/[^a-z]+/g, '-')}`));
      expect(await walk.page.locator('html').getAttribute('lang')).toBe(language);
      expect(await walk.faults()).toEqual([]);
      expect(await walk.narrowWidth()).toBe(320);
      expect(await walk.widthOn(LAPTOP)).toBe(LAPTOP.width);
      expect(await walk.hiddenStops(40)).toEqual([]);
      expect(await walk.page.evaluate(MOVING)).toEqual([]);
      await walk.page.emulateMedia({ media: 'print' });
      expect(await walk.page.locator('.header, button, input').filter({ visible: true }).count()).toBe(0);
      expect(await walk.page.locator('h1').first().isVisible()).toBe(true);
    });
  });

  it('ran without an error or a breach of the content security policy', () => {
    expect(walk.said).toEqual([]);
  });
});
