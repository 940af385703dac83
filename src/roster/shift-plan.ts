import {
  BadRequestException,
  ConflictException,
  ForbiddenException,
  Injectable,
  NotFoundException,
} from '@nestjs/common';
import { DataSource, type EntityManager, QueryFailedError } from 'typeorm';
import type { PlanShift, ShiftView } from '../contract/roster.js';
import type { Person } from '../contract/session.js';
import { databaseNow } from '../database/time.js';
import { isOfBureau } from '../domain/rights.js';
import { mayTakeTurn, type Standing } from '../domain/roster/post.js';
import { append, type JournalRow } from '../journal/append.js';
import { shiftById } from './shift-reader.js';

const OVERLAP = '23P01';
const LONGEST_MS = 7 * 86_400_000;
/** A turn may be entered so long after it began, no more: nobody is put on duty in the past. */
const GRACE_MS = 10 * 60_000;

/** Turns are planned and cancelled, never edited: what was planned stays to be read. */
@Injectable()
export class ShiftPlan {
  constructor(private readonly db: DataSource) {}

  /**
   * @throws BadRequestException impossible times, or a person who may not take this turn
   * @throws ForbiddenException a bureau's head plans for another bureau
   * @throws ConflictException the person stands on this post at that time already
   */
  plan(by: Person, wanted: PlanShift): Promise<ShiftView> {
    mayPlan(by, wanted.post);
    return this.db.transaction(async (tx) => {
      checkTimes(wanted, await databaseNow(tx));
      await checkPerson(tx, wanted);
      const rows: JournalRow[] = [];
      if (wanted.replaces) rows.push(await this.strike(tx, by, wanted.replaces.id, wanted.replaces.reason));
      const id = await insertShift(tx, wanted, by);
      const view = await known(tx, id);
      rows.push(rowOf('duty.shift_planned', by, view, {}));
      await append(tx, rows);
      return view;
    });
  }

  /** A turn that has begun ends now; one ahead is struck out. @throws NotFoundException, ConflictException over already */
  cancel(by: Person, id: string, reason: string): Promise<ShiftView> {
    return this.db.transaction(async (tx) => {
      const row = await this.strike(tx, by, id, reason);
      const view = await known(tx, id);
      await append(tx, [row]);
      return view;
    });
  }

  private async strike(tx: EntityManager, by: Person, id: string, reason: string): Promise<JournalRow> {
    await tx.query('select 1 from duty_shift where id = $1 for update', [id]);
    const shift = await known(tx, id);
    mayPlan(by, shift.post);
    const now = await databaseNow(tx);
    if (shift.cancelledAt !== null || new Date(shift.relievedAt ?? shift.endsAt) <= now)
      throw new ConflictException('该班次已结束或已撤销 · this turn is over or cancelled already');
    const begun = new Date(shift.startsAt) < now;
    if (begun) await tx.query('update duty_shift set relieved_at = app_now() where id = $1', [id]);
    else
      await tx.query(
        'update duty_shift set cancelled_at = app_now(), cancelled_by = $2, cancel_reason = $3 where id = $1',
        [id, by.id, reason],
      );
    return rowOf(begun ? 'duty.shift_ended' : 'duty.shift_cancelled', by, shift, { reason });
  }
}

function mayPlan(by: Person, post: string): void {
  if (isOfBureau(by.role) && by.bureau !== post)
    throw new ForbiddenException('只能安排本司局的班次 · you may plan for your own bureau only');
}

function checkTimes({ startsAt, endsAt }: PlanShift, now: Date): void {
  const [from, to] = [Date.parse(startsAt), Date.parse(endsAt)];
  if (to <= from) throw new BadRequestException('结束须晚于开始 · the end must be after the beginning');
  if (to - from > LONGEST_MS) throw new BadRequestException('一班至多七天 · a turn is at most seven days long');
  if (from < now.getTime() - GRACE_MS)
    throw new BadRequestException('不能补排已过去的班次,请从现在起排 · a turn cannot begin in the past: begin it now');
}

async function checkPerson(tx: EntityManager, { accountId, post }: PlanShift): Promise<void> {
  const [person] = await tx.query<Standing[]>(
    'select id as "accountId", role, bureau from account where id = $1 and disabled_at is null',
    [accountId],
  );
  if (!person || !mayTakeTurn(person, post))
    throw new BadRequestException(
      '此人不能在该岗位值班:值班台须为值班员或管理员,司局须为本司局人员 · this person may not take a turn on this post',
    );
}

async function insertShift(tx: EntityManager, wanted: PlanShift, by: Person): Promise<string> {
  try {
    const [row] = await tx.query<{ id: string }[]>(
      `insert into duty_shift (post, seat, account_id, starts_at, ends_at, created_by)
       values ($1, $2, $3, $4, $5, $6) returning id`,
      [wanted.post, wanted.seat, wanted.accountId, wanted.startsAt, wanted.endsAt, by.id],
    );
    return row?.id ?? '';
  } catch (error) {
    if (error instanceof QueryFailedError && (error.driverError as { code?: string }).code === OVERLAP)
      throw new ConflictException('此人在该岗位此时段已有班次 · this person has a turn on this post at that time');
    throw error;
  }
}

async function known(tx: EntityManager, id: string): Promise<ShiftView> {
  const view = await shiftById(tx, id);
  if (!view) throw new NotFoundException('没有这个班次 · no such turn');
  return view;
}

function rowOf(kind: string, by: Person, shift: ShiftView, more: object): JournalRow {
  const { id: shiftId, post, seat, accountId, startsAt, endsAt } = shift;
  return { kind, incidentId: null, actor: by.id, data: { shiftId, post, seat, accountId, startsAt, endsAt, ...more } };
}
