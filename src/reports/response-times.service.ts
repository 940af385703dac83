import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ResponseTimes } from '../contract/response-times.js';
import { databaseNow } from '../database/time.js';
import type { ClockKind } from '../domain/clocks/policy.js';
import { DUTY_KINDS, type Duty, dutiesOf, minutesOf, tallyOf, verdictOf } from '../domain/clocks/response-times.js';
import { JournalService } from '../journal/journal.service.js';
import { Settings } from '../settings/settings.js';

/** The response-time report: folded from the journal and nothing else. */
@Injectable()
export class ResponseTimesService {
  constructor(
    private readonly db: DataSource,
    private readonly journal: JournalService,
    private readonly settings: Settings,
  ) {}

  /** Duties whose limit falls into [from, to). */
  async report(from: Date, to: Date): Promise<ResponseTimes> {
    const position = await this.journal.position();
    const asOf = await databaseNow(this.db.manager);
    const duties = dutiesOf(await this.journal.ofKinds(DUTY_KINDS, position.seq))
      .filter((duty) => duty.dueAt >= from.getTime() && duty.dueAt < to.getTime())
      .sort((a, b) => a.dueAt - b.dueAt || a.clockId.localeCompare(b.clockId));
    const now = asOf.getTime();
    const kinds = this.settings.policy.clocks
      .map((rule) => rule.kind)
      .filter((kind) => ofKind(duties, kind).length > 0);
    return {
      ...{ from: from.toISOString(), to: to.toISOString(), asOf: asOf.toISOString(), journal: position },
      total: kinds.map((kind) => ({ kind, ...tallyOf(ofKind(duties, kind), now) })),
      byBureau: kinds.flatMap((kind) => this.byBureau(ofKind(duties, kind), kind, now)),
      rows: duties.map((duty) => rowOf(duty, now)),
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

function ofKind(duties: Duty[], kind: ClockKind): Duty[] {
  return duties.filter((duty) => duty.kind === kind);
}

function rowOf(duty: Duty, now: number): ResponseTimes['rows'][number] {
  const { clockId, incidentId, number, title, bureau, kind, bornOverdue, reason } = duty;
  return {
    ...{ clockId, incidentId, number, title, bureau, kind, bornOverdue, reason },
    startAt: new Date(duty.startAt).toISOString(),
    dueAt: new Date(duty.dueAt).toISOString(),
    metAt: duty.metAt === null ? null : new Date(duty.metAt).toISOString(),
    verdict: verdictOf(duty, now),
    formerly: duty.formerly.map((one) => ({
      startAt: new Date(one.startAt).toISOString(),
      dueAt: new Date(one.dueAt).toISOString(),
      replacedAt: new Date(one.replacedAt).toISOString(),
      verdict: one.verdict,
    })),
    minutes: minutesOf(duty),
  };
}
