import { ArticleAssessor } from '../../assessment/article-assessor.js';
import { CurrentRules } from '../../assessment/current-rules.js';
import { sameHappening } from '../../domain/stories/story-match.js';
import { loadSettings } from '../../settings/settings.js';
import { reportOf, RUNS_KEPT, slotOf } from './canary-report.js';

const assessor = new ArticleAssessor(new CurrentRules(loadSettings({}, process.cwd())));
const AT = new Date('2026-11-22T06:05:00Z');

function judged(turn: number) {
  const { title, text } = reportOf(1_795_000_000 + 300 * turn, turn);
  return assessor.judge({ title, text, publishedAt: AT }, null, 'regular');
}

describe('the report of a self-check', () => {
  const rounds = Array.from({ length: 2 * RUNS_KEPT }, (_, turn) => judged(turn));

  test('opens a case of level II within the scope of the office, whichever turn it is', () => {
    for (const { isIncident, verdict } of rounds) {
      expect({ isIncident, ...verdict }).toMatchObject({ isIncident: true, alert: true, inScope: true, level: 'II' });
    }
  });

  test('is never taken for one of the runs that are still kept', () => {
    rounds.forEach((one, turn) => {
      for (const earlier of rounds.slice(Math.max(0, turn - RUNS_KEPT), turn)) {
        expect(sameHappening(earlier.signature(), one.signature()).verdict).toBe('different');
      }
    });
  });

  test('is marked, and known by the beginning of its period', () => {
    const slot = slotOf(AT, 300_000);
    expect(new Date(slot * 1_000).toISOString()).toBe('2026-11-22T06:05:00.000Z');
    expect(slotOf(new Date(AT.getTime() + 299_999), 300_000)).toBe(slot);
    const { guid, title, text } = reportOf(slot, 1);
    expect(guid).toBe(`canary:${slot}`);
    expect(title).toMatch(/^【自检】/);
    expect(text).toMatch(/^【系统自检】.*不是新闻/);
  });
});
