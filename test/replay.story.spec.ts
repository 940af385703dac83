import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readReplayItems } from '../src/commands/replay-items.js';
import { ReplayServer } from '../src/commands/replay-server.js';
import { Office } from './support/office.js';

/** Labelled articles for measuring; they lie beside the project and are not part of it. */
const DATA = resolve(__dirname, '../../shared/data/severity/open.jsonl');

interface Label {
  id: string;
  event: string;
  /** Should the 5 h and 24 h clocks start? null: not scored. */
  alert: boolean | null;
}

/** Recorded articles served as feeds, polled, judged and opened: how many of the labelled alerts become incidents. */
describe('a replay of labelled articles through the running system', () => {
  const story = existsSync(DATA) ? it : it.skip;
  if (!existsSync(DATA)) console.warn(`skipped: ${DATA} is not here`);
  let office: Office | null = null;
  let feeds: ReplayServer | null = null;
  afterAll(() => Promise.all([office?.close(), feeds?.close()]));

  story('opens at least 27 of 31 alerts, at most 42 others, and one incident an event', async () => {
    const labels = new Map(readFileSync(DATA, 'utf8').trim().split('\n').map(labelOf));
    const served = (feeds = new ReplayServer(await readReplayItems(DATA, () => undefined), { keepDates: false }));
    await served.start();
    const run = (office = await Office.open({ jurisdiction: 'nation', sources: served.sourcesFile() }));
    served.releaseAll(await run.clock.now());
    await run.visits();
    await run.judges();

    const lines = await run.incidents(200);
    const views = await Promise.all(lines.map((line) => run.incident(line.id)));
    const guids = views.map((view) => view.articles.flatMap((article) => labels.get(article.guid ?? '') ?? []));
    const alerts = guids.map((found) => found.filter((label) => label.alert));
    const caught = new Set(alerts.flat().map((label) => label.id)).size;
    const others = guids.filter((found) => found.every((label) => label.alert === false)).length;
    const perEvent = new Map<string, Set<number>>();
    for (const [index, found] of alerts.entries()) {
      for (const { event } of found) perEvent.set(event, (perEvent.get(event) ?? new Set()).add(index));
    }
    const opened = [...perEvent.values()].reduce((sum, incidents) => sum + incidents.size, 0);
    console.info(`alerts caught ${caught}, other incidents ${others}, incidents per event ${opened / perEvent.size}`);

    expect(caught).toBeGreaterThanOrEqual(27);
    expect(others).toBeLessThanOrEqual(42);
    expect(opened / perEvent.size).toBeLessThanOrEqual(1.2);
    const hours = { statement_5h: 5, press_conference_24h: 24, other_48h: 48, follow_up: 0 };
    for (const clock of views.flatMap((view) => view.clocks)) {
      expect(Date.parse(clock.dueAt) - Date.parse(clock.startAt)).toBe(hours[clock.kind] * 3_600_000);
    }
    const screen = await run.screen();
    expect(screen.snapshot?.incidents).toHaveLength(lines.length);
    screen.close();
  });
});

function labelOf(line: string): [string, Label] {
  const { gold } = JSON.parse(line) as { gold: Label };
  return [gold.id, gold];
}
