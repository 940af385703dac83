import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import type { Contacts } from '../../domain/channels.js';

interface PolicyText {
  unconfirmedMinutes: number;
  canary: { everyMinutes: number };
  clocks: {
    hours: number;
    closer?: { withinHours: number; hours: number }[];
    newFactHours?: number;
    thresholds: { minutesBefore?: number }[];
  }[];
  ladder: { acknowledgedMinutes: number; rungs: { silenceMinutes?: number }[] }[];
  internalTargets: { minutes: number; priorityMinutes?: number }[];
  leadership: { contacts: { webhook?: string } };
}
interface BureausText {
  units: { contacts: Contacts }[];
}

/** Where the other side listens. */
interface Doors {
  webhook: string;
  robot: string;
}

const DAY_S = 86_400;
/** Half a minute, the shortest cycle that is taken. */
const LEAST_HOURS = 1 / 120;

/**
 * A whole office in a folder of its own: the built product as it stands, and its own configuration with two changes. All time
 * limits are shortened alike, so that a day passes within the run; a unit is reached by webhook, by a robot it shares with others, by
 * e-mail, or by two of them.
 */
export class OfficeCopy {
  private constructor(readonly folder: string) {}

  /** @param day product seconds that take the place of 24 hours */
  static make(root: string, doors: Doors, day: number): OfficeCopy {
    const folder = mkdtempSync(join(tmpdir(), `huiying-chaos-${process.pid}-`));
    // Root runs the database as an unprivileged account, which has to pass through.
    chmodSync(folder, 0o711);
    cpSync(join(root, 'dist/src'), join(folder, 'dist/src'), { recursive: true });
    cpSync(join(root, 'dist/migrations'), join(folder, 'dist/migrations'), { recursive: true });
    cpSync(join(root, 'config'), join(folder, 'config'), { recursive: true });
    cpSync(join(root, 'package.json'), join(folder, 'package.json'));
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    mkdirSync(join(folder, 'data'));
    const copy = new OfficeCopy(folder);
    copy.change<PolicyText>('policy.yaml', (policy) => shorten(policy, day / DAY_S, doors));
    copy.change<BureausText>('bureaus.yaml', ({ units }) =>
      units.forEach((unit, n) => (unit.contacts = contactsOf(n, doors))),
    );
    writeFileSync(join(folder, 'config/sources.yaml'), 'version: 1\nsources: []\n');
    return copy;
  }

  get entry(): string {
    return join(this.folder, 'dist/src/main.js');
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }

  private change<T>(file: string, edit: (read: T) => void): void {
    const path = join(this.folder, 'config', file);
    const read = parse(readFileSync(path, 'utf8')) as T;
    edit(read);
    writeFileSync(path, stringify(read));
  }
}

function contactsOf(n: number, { webhook, robot }: Doors): Contacts {
  const email = 'desk@office.test';
  const ways: Contacts[] = [{ webhook }, { wecom: robot }, { email }, { wecom: robot, webhook }];
  return ways[n % ways.length] ?? {};
}

function shorten(policy: PolicyText, share: number, { webhook }: Doors): void {
  // Two hours of the day: long enough that people confirm some cases before it is over, and some after.
  policy.unconfirmedMinutes = 120 * share;
  policy.leadership.contacts = { webhook };
  policy.canary.everyMinutes = 1;
  for (const ladder of policy.ladder) {
    ladder.acknowledgedMinutes *= share;
    for (const one of ladder.rungs) if (one.silenceMinutes !== undefined) one.silenceMinutes *= share;
  }
  for (const target of policy.internalTargets) {
    target.minutes *= share;
    if (target.priorityMinutes !== undefined) target.priorityMinutes *= share;
  }
  for (const clock of policy.clocks) {
    clock.hours *= share;
    if (clock.newFactHours !== undefined) clock.newFactHours = Math.max(LEAST_HOURS, clock.newFactHours * share);
    for (const one of clock.closer ?? []) {
      one.withinHours *= share;
      one.hours = Math.max(LEAST_HOURS, one.hours * share);
    }
    for (const one of clock.thresholds) if (one.minutesBefore !== undefined) one.minutesBefore *= share;
  }
}
