import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Facts, type Occurrence, readArticle } from '../../src/domain/reading/assessment.js';
import { shippedReadingRules } from '../support/reading-rules.js';

/**
 * Reports in our own words in the manner of wires, bulletins and local papers. A list holds all that a careful reader may give;
 * null in it: nothing need be said; a field that is not there: nothing may be said. `occurred` is as fine as the text.
 */
interface Report {
  id: string;
  published: string;
  title: string;
  text: string;
  facts: Partial<Record<keyof Facts, number | (number | null)[]>>;
  occurred?: string;
}

/** The least share found, and the least share right of what is said; raise them as the reading gets better. */
const LEAST: Partial<Record<keyof Facts, { found: number; right: number }>> = {
  deaths: { found: 0.98, right: 0.99 },
  missing: { found: 1, right: 1 },
  seriousInjuries: { found: 0.97, right: 0.93 },
  injuries: { found: 0.97, right: 0.97 },
  poisoned: { found: 0.85, right: 1 },
  evacuated: { found: 1, right: 1 },
  economicLossYuan: { found: 1, right: 1 },
  magnitude: { found: 1, right: 1 },
};

const reports = readFileSync(join(__dirname, 'reports.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Report);
const rules = shippedReadingRules();
const readings = reports.map((report) => ({
  report,
  reading: readArticle({ ...report, publishedAt: new Date(`${report.published}T12:00:00+08:00`) }, rules),
}));

interface Score {
  given: number;
  said: number;
  right: number;
}

function scoreOf(field: keyof Facts): Score {
  const score = { given: 0, said: 0, right: 0 };
  for (const { report, reading } of readings) {
    const allowed = [report.facts[field] ?? null].flat();
    const value = reading.facts[field]?.value ?? null;
    const mayBeSilent = allowed.length > 1 && allowed.includes(null);
    if (mayBeSilent && allowed.includes(value)) continue;
    if (!allowed.includes(null)) score.given++;
    if (value === null) continue;
    score.said++;
    if (allowed.includes(value)) score.right++;
  }
  return score;
}

const CUT = { minute: 16, hour: 13, day: 10 } as const;

function written(occurred: Occurrence | null): string | undefined {
  if (!occurred) return undefined;
  return new Date(occurred.at.getTime() + 8 * 3_600_000).toISOString().slice(0, CUT[occurred.precision]);
}

describe('reports in our own words', () => {
  it.each(Object.entries(LEAST))('%s', (field, least) => {
    const { given, said, right } = scoreOf(field as keyof Facts);
    expect(right / given).toBeGreaterThanOrEqual(least.found);
    expect(right / said).toBeGreaterThanOrEqual(least.right);
  });

  it('the time of the happening is as fine as the text and right in 98 of 100', () => {
    const right = readings.filter(({ report, reading }) => written(reading.occurredAt) === report.occurred);
    expect(right.length / readings.length).toBeGreaterThanOrEqual(0.98);
  });
});
