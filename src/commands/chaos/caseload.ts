import { setTimeout as pause } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { IncidentClock } from '../../clocks/clock.entity.js';
import { databaseOptions } from '../../database/database.module.js';
import { isPassingFault } from '../../database/passing-faults.js';
import { databaseNow } from '../../database/time.js';
import { acknowledgeMove, assignMove, confirmMove } from '../../incidents/desk-moves.js';
import { Evidence } from '../../incidents/evidence.entity.js';
import { Incident } from '../../incidents/incident.entity.js';
import { IncidentMoves, type Actor, type Move } from '../../incidents/moves.js';
import { moveStart } from '../../incidents/start-facts.js';
import { openIncident } from '../../incidents/open-incident.js';
import { HOUR } from '../../domain/clocks/deadlines.js';
import { clocksStartedBy, type Policy } from '../../domain/clocks/policy.js';
import { NO_FACTS } from '../../domain/stories/story-verdict.js';
import { append } from '../../journal/append.js';
import { endFollowUpMove } from '../../response/end-follow-up.js';
import { evidenceMove } from '../../response/record-evidence.js';
import type { Settings } from '../../settings/settings.js';
import type { Chance } from './chance.js';

const AGAIN_MS = 100;
const UNCONFIRMED = 0.25;
/** People work on the cases that were opened last. */
const RECENT = 12;
/** Of the length of the shortest limit: how long before its opening a case may have been published. */
const OLDEST = 0.8;
/** As a share of it, too: by how much a start moves back. */
const MOST_EARLIER = 0.3;

/** The desk of the run: opens cases and works on them while everything around breaks. What fails by the database is done again. */
export class Caseload {
  private readonly cases: string[] = [];
  private readonly moves: IncidentMoves;

  private constructor(
    readonly db: DataSource,
    private readonly settings: Settings,
    private readonly chance: Chance,
    private readonly by: Actor,
  ) {
    this.moves = new IncidentMoves(db);
  }

  static async open(url: string, settings: Settings, chance: Chance): Promise<Caseload> {
    const entities = [Incident, IncidentClock, Evidence];
    const db = await new DataSource({ ...databaseOptions(url), entities }).initialize();
    // An account that no rule tells of anything: what was read by its acknowledgement names it.
    const [account] = await db.query<{ id: string }[]>(
      `insert into account (username, display_name, password_hash, role) values ('chaos', 'chaos', '-', 'auditor') returning id`,
    );
    return new Caseload(db, settings, chance, { id: account?.id ?? '', role: 'administrator', bureau: null });
  }

  /** Ids of the cases whose opening was committed. */
  get opened(): readonly string[] {
    return this.cases;
  }

  /** Thresholds that stand in the database. */
  async thresholds(): Promise<number> {
    const [row] = await this.db.query<{ n: string }[]>(
      `select count(*) as n from clock_threshold t join incident_clock c on c.id = t.clock_id
         join incident i on i.id = c.incident_id where i.channel = 'live'`,
    );
    return Number(row?.n);
  }

  async openCase(): Promise<void> {
    const codes = this.settings.rules.bureaus.units.map((unit) => unit.code);
    const plan = {
      title: `演练事件 ${this.cases.length + 1}`,
      lead: this.chance.pick(codes),
      co: this.chance.happens(0.3) ? [this.chance.pick(codes)] : [],
      confirmed: !this.chance.happens(UNCONFIRMED),
      level: this.chance.pick(['I', 'II'] as const),
      age: this.chance.happens(0.3) ? this.chance.next() * OLDEST : 0,
    };
    this.cases.push(await this.again(() => this.write(plan)));
  }

  /** Something that people do with a case: it is confirmed, taken, given to another bureau, began earlier, or is answered. */
  async workOnCase(): Promise<void> {
    if (this.cases.length === 0) return;
    const id = this.chance.pick(this.cases.slice(-RECENT));
    const units = this.settings.rules.bureaus.units.filter((unit) => !unit.validTo);
    const lead = this.chance.pick(units).code;
    const move = this.chance.pick<Move>([
      confirmMove(this.settings.policy),
      confirmMove(this.settings.policy),
      acknowledgeMove(this.settings.policy),
      assignMove(this.settings.policy, units, { lead, co: [] }),
      this.earlierStart(this.chance.between(0, MOST_EARLIER)),
      (scene) => evidenceMove(this.settings.policy, statement(scene.now))(scene),
    ]);
    await this.again(() => this.moves.carryOut(id, this.by, undefined, move));
  }

  /** The work is done: without it cycles of continued release would begin for ever. */
  async endFollowUps(): Promise<void> {
    const running = await this.again(() =>
      this.db.query<{ id: string }[]>(
        `select distinct incident_id as id from incident_clock
         where kind = 'follow_up' and met_at is null and waived_at is null and missed_at is null`,
      ),
    );
    for (const { id } of running)
      await this.again(() => this.moves.carryOut(id, this.by, undefined, endFollowUpMove('办结')));
  }

  /** @param share of the shortest limit */
  private earlierStart(share: number): Move {
    const { policy } = this.settings;
    return async ({ tx, incident, now, actor }) => {
      const startAt = new Date(incident.clockStartAt.getTime() - share * shortestMs(policy));
      const start = { startAt, basis: 'first_published' as const };
      return [await moveStart(tx, policy, incident, { start, at: now, by: actor.id, articleId: null })];
    };
  }

  /** Until the database has done it. */
  async again<T>(work: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await work();
      } catch (error) {
        if (!isPassingFault(error)) throw error;
        await pause(AGAIN_MS);
      }
    }
  }

  close(): Promise<void> {
    return this.db.destroy();
  }

  private write(plan: Plan): Promise<string> {
    const { policy } = this.settings;
    const { title, lead, co, level, confirmed } = plan;
    const clocks = clocksStartedBy(policy, level, 'STATUTORY');
    return this.db.transaction(async (tx) => {
      const now = await databaseNow(tx);
      const published = plan.age > 0 ? new Date(now.getTime() - plan.age * shortestMs(policy)) : null;
      const opened = await openIncident(
        tx,
        policy,
        {
          ...{ title, lead, co, level, confirmed, clocks, summary: '', facts: NO_FACTS, focus: [], places: [] },
          ...{ basis: 'STATUTORY', basisVerified: true, levelReason: { ruleId: null, text: null, source: null } },
          ...{ channel: 'live', storyId: null, actor: this.by.id, notifiedAt: null },
          instants: { ...NOTHING_STATED, firstPublishedAt: published, detectedAt: now },
        },
        now,
      );
      await append(tx, [opened.row]);
      return opened.incident.id;
    });
  }
}

const shortestMs = ({ clocks }: Policy): number => Math.min(...clocks.map((rule) => rule.hours)) * HOUR;

interface Plan {
  title: string;
  lead: string;
  co: string[];
  confirmed: boolean;
  level: 'I' | 'II';
  /** Published before it was opened, as a share of the shortest limit. */
  age: number;
}

const NOTHING_STATED = { occurredAt: null, occurredPrecision: null, occurredFrom: null };

function statement(at: Date) {
  const url = `https://example.gov.cn/${at.getTime()}`;
  return { form: 'statement' as const, at, channel: 'website', url, title: null, place: null };
}
