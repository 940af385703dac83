import { parse, stringify } from 'yaml';
import { ReplayServer } from '../../src/commands/replay-server.js';
import { itemsOf, Walk, walked } from './walk.js';

const FIRE = '湖南一影城火灾致12人死亡';
const NOTICE = '关于湖南影城火灾情况的通报';
const ITEMS = itemsOf([
  { source: 'a', title: FIRE, text: '今天，湖南一影城发生火灾，造成12人死亡。' },
  { source: 'own', title: NOTICE, text: '湖南一影城今天发生火灾，造成12人死亡，现场处置已经结束。' },
]);

/** The feed that the second source goes to is the office's own. */
class FeedsOneOwn extends ReplayServer {
  override sourcesFile(): string {
    const { sources, ...file } = parse(super.sourcesFile()) as { sources: object[] };
    return stringify({ ...file, sources: sources.map((source, n) => (n === 1 ? { ...source, kind: 'own' } : source)) });
  }
}

/** 本局渠道: what the office has published is shown to the press office beside the case, and stops a clock when it says so. */
walked('a release of our own, in a browser', (executable) => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await Walk.atTheDoor(executable, ITEMS, {}, new FeedsOneOwn(ITEMS, { keepDates: false }));
    await walk.signIn();
    walk.publish(1);
    await row().waitFor();
    walk.publish();
  });
  afterAll(() => walk?.end());

  const row = () => walk.page.locator('.incidents tbody tr').filter({ hasText: FIRE });
  const asked = () => walk.page.getByRole('region', { name: /本局渠道已发布/ });

  it('is marked on the board and asked about on the page of the case', async () => {
    await row().getByText('疑似已发布').waitFor();
    expect(await walk.faults()).toEqual([]);
    await row().getByRole('link', { name: FIRE, exact: true }).click();
    await asked().getByText(`发布《${NOTICE}》，疑似已履行 5 小时义务`).waitFor();
    expect(await walk.faults()).toEqual([]);
    expect(await walk.narrowWidth()).toBe(320);
  });

  it('confirmed, it stands as the answer with its stored copy', async () => {
    const { page } = walk;
    await asked()
      .getByRole('button', { name: `确认为回应：${NOTICE}` })
      .click();
    const sheet = page.getByRole('dialog');
    expect(await walk.faults()).toEqual([]);
    await sheet.getByRole('button', { name: '确认', exact: true }).click();
    await asked().waitFor({ state: 'detached' });
    await page.getByRole('region', { name: '权威发布' }).getByRole('link', { name: '存档副本' }).waitFor();
    await page.getByText(/达标/).first().waitFor();
    expect(walk.said).toEqual([]);
  });
});
