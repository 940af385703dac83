import { en } from '../../src/web/locales/en.js';
import { workEn } from '../../src/web/locales/en/work.js';
import { zhCN } from '../../src/web/locales/zh-CN.js';
import { workZh } from '../../src/web/locales/zh-CN/work.js';
import { itemsOf, Walk, walked } from './walk.js';

const ITEMS = itemsOf([
  {
    source: 'a',
    title: '甲省临川市一影院发生火灾 已致12人遇难',
    text: '今天，甲省临川市一影院发生火灾，目前已造成12人遇难。',
  },
]);
const LANGUAGES = [
  ['简体中文', { ...zhCN, ...workZh }, 'zh-CN'],
  ['English', { ...en, ...workEn }, 'en'],
] as const;

/** The whole tale from the flag to the close, told by the same hand in either language: whatever the page calls a thing, it is there. */
describe.each(LANGUAGES)('in %s', (_, words, language) =>
  walked('a case from the flag to the close', (executable) => {
    let walk: Walk;
    const { work, action, stage, followUp } = words;
    beforeAll(async () => {
      walk = await Walk.begin(executable, ITEMS);
      if (language === 'zh-CN') return;
      await walk.page.getByRole('button', { name: /^EN/ }).click();
      await walk.page.locator('html[lang=en]').waitFor();
    });
    afterAll(() => walk?.end());

    const block = () => walk.page.getByRole('region', { name: work.title, exact: true });
    const actions = () => walk.page.getByRole('region', { name: action.title, exact: true });
    const sheet = () => walk.page.getByRole('dialog');
    const field = (name: string) => sheet().getByLabel(name, { exact: true }).first();
    const stands = (word: string) =>
      walk.page.getByRole('region', { name: work.stages, exact: true }).getByText(word).first().waitFor();

    async function step(name: string, fill: () => Promise<void> = () => Promise.resolve()): Promise<void> {
      const offered = block().getByRole('group', { name: work.next });
      await offered.getByRole('button', { name, exact: true }).click();
      await sheet().waitFor();
      await fill();
      const ok = sheet().getByRole('button', { name: work.keep, exact: true });
      await ok.or(sheet().getByRole('button', { name, exact: true })).click();
      await sheet().waitFor({ state: 'detached' });
    }

    it('is flagged, looked at together, judged, assigned and signed for', async () => {
      const { page } = walk;
      await page.locator('.incidents tbody tr').filter({ hasText: '临川' }).getByRole('link').first().click();
      await step(work.step.consult, () => field(work.field.agreedLine).fill('快报事实，慎报原因'));
      await stands(stage.consulting);
      await step(work.step.assess, async () => {
        await field(work.field.nature).fill('安全事故');
        await walk.choose(work.field.disposition, '', work.choice.disposition.INVESTIGATE_PROBLEM);
        await page.locator('.ant-select-item-option').first().waitFor({ state: 'hidden' });
      });
      await step(work.step.assign, () => field(work.field.demand).fill('两小时内成稿'));
      await stands(stage.assigned);
      await actions().getByRole('button', { name: action.acknowledge, exact: true }).click();
      await stands(stage.acknowledged);
      expect(await walk.faults()).toEqual([]);
    });

    it('is written on, reviewed, signed off and published: the clock is met', async () => {
      const { page } = walk;
      await step(work.step.draft, () => field(work.field.text).fill('一、事实真相\n火灾已扑灭。'));
      await step(work.step.review);
      await step(work.step.co_sign);
      await step(work.step.sign);
      await stands(stage.signed);
      await step(work.step.release, () => field(work.field.link).fill('https://office.example/1'));
      await stands(stage.released);
      const met = words.clock.met.replace('{{took}}', '').trim();
      await page.locator('.clock-panel').filter({ hasText: met }).first().waitFor();
      await actions().getByRole('button', { name: action.form.conference, exact: true }).click();
      await field(work.field.place).fill('新闻发布厅');
      await sheet().getByRole('group', { name: work.field.host }).getByLabel(work.field.name).fill('李明');
      await sheet()
        .getByRole('group', { name: `${work.field.speakers} 1` })
        .getByLabel(work.field.name)
        .fill('王芳');
      await sheet().getByRole('button', { name: work.keep, exact: true }).click();
      await sheet().waitFor({ state: 'detached' });
      await page.locator('.clock-panel').filter({ hasText: met }).nth(1).waitFor();
      expect(await walk.faults()).toEqual([]);
    });

    it('is followed up, evaluated and closed', async () => {
      const { page } = walk;
      await step(work.step.release, () => field(work.field.link).fill('https://office.example/2'));
      await stands(stage.following_up);
      await page.getByRole('button', { name: followUp.end }).click();
      await field(action.reason).fill('无新进展');
      await sheet().getByRole('button', { name: followUp.end }).click();
      await sheet().waitFor({ state: 'detached' });
      await step(work.step.evaluate, () => field(work.field.effect).fill('回应及时，疑问渐少'));
      await step(work.step.close, () => field(action.reason).fill('已处置完毕'));
      await stands(stage.closed);
      expect(await walk.faults()).toEqual([]);
      expect(await walk.narrowWidth()).toBe(320);
      expect(walk.said).toEqual([]);
    });
  }),
);
