import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ResponseTimes } from '../contract/response-times.js';
import { databaseNow } from '../database/time.js';
import type { ClockKind } from '../domain/clocks/policy.js';
import { DUTY_KINDS, type Duty, dutiesOf, minutesOf, tallyOf, verdictOf } from '../domain/clocks/response-times.js';
import { RESTRICTED_TITLE } from '../domain/restricted-title.js';
import { JournalService } from '../journal/journal.service.js';
import { hiddenFrom } from '../journal/restricted.js';
import { Settings } from '../settings/settings.js';

/** The response-time report: folded from the journal and nothing else. */
@Injectable()
export class ResponseTimesService {
  constructor(
    private readonly db: DataSource,
    private readonly journal: JournalService,
    private readonly settings: Settings,
  ) {}

  /** Duties whose limit falls into [from, to). Of matters restricted to others the figures stay and the words go. */
  async report(personId: string, from: Date, to: Date): Promise<ResponseTimes> {
    const position = await this.journal.position();
    const asOf = await databaseNow(this.db.manager);
    const duties = dutiesOf(await this.journal.ofKinds(DUTY_KINDS, position.seq))
      .filter((duty) => duty.dueAt >= from.getTime() && duty.dueAt < to.getTime())
      .sort((a, b) => a.dueAt - b.dueAt || a.clockId.localeCompare(b.clockId));
    const now = asOf.getTime();
    const ids = duties.map((duty) => duty.incidentId);
    const hidden = await hiddenFrom(this.db.manager, personId, ids);
    const kinds = this.settings.policy.clocks
      .map((rule) => rule.kind)
      .filter((kind) => ofKind(duties, kind).length > 0);
    return {
      ...{ from: from.toISOString(), to: to.toISOString(), asOf: asOf.toISOString(), journal: position },
      total: kinds.map((kind) => ({ kind, ...tallyOf(ofKind(duties, kind), now) })),
      byBureau: kinds.flatMap((kind) => this.byBureau(ofKind(duties, kind), kind, now)),
      rows: duties.map((duty) => rowOf(hidden.has(duty.incidentId) ? withoutWords(duty) : duty, now)),
    };
  }

  private byBureau(duties: Duty[], kind: ClockKind, now: number) {
    const bureaus = [...new Set(duties.map((duty) => duty.bureau))].sort();
    return bureaus.map((bureau) => ({
      ...{ kind, bureau, bureauName: this.nameOf(bureau) },
      ...tallyOf(
        duties.filter((duty) => duty.bureau === bureau),
        now,
      ),
    }));
  }

  private nameOf(code: string): string {
    return this.settings.rules.bureaus.units.find((bureau) => bureau.code === code)?.nameZh ?? code;
  }
}

/** A restricted matter as those who are not named find it in the figures. */
const withoutWords = (duty: Duty): Duty => ({ ...duty, title: RESTRICTED_TITLE, reason: null });

function ofKind(duties: Duty[], kind: ClockKind): Duty[] {
  return duties.filter((duty) => duty.kind === kind);
}

function rowOf(duty: Duty, now: number): ResponseTimes['rows'][number] {
  const {
    clockId,
    incidentId,
    number,
    title,
    bureau,
    kind,
    bornOverdue,
    reason,
    exit,
    recordedLate,
    singleHanded,
    msLeft,
  } = duty;
  return {
    ...{ clockId, incidentId, number, title, bureau, kind, bornOverdue, reason, exit, recordedLate, singleHanded },
    minutesLeft: msLeft === null ? null : Math.round(msLeft / 600) / 100,
    startAt: new Date(duty.startAt).toISOString(),
    dueAt: new Date(duty.dueAt).toISOString(),
    metAt: duty.metAt === null ? null : new Date(duty.metAt).toISOString(),
    verdict: verdictOf(duty, now),
    formerly: duty.formerly.map((one) => ({
      startAt: new Date(one.startAt).toISOString(),
      dueAt: new Date(one.dueAt).toISOString(),
      metAt: one.metAt === null ? null : new Date(one.metAt).toISOString(),
      replacedAt: new Date(one.replacedAt).toISOString(),
      verdict: one.verdict,
    })),
    minutes: minutesOf(duty),
  };
}
