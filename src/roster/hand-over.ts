import { BadRequestException, ConflictException, Injectable, NotFoundException } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { GiveHandOver, HandOverView } from '../contract/roster.js';
import type { Person } from '../contract/session.js';
import { DUTY_DESK, mayTakeTurn, type Standing } from '../domain/roster/post.js';
import { append } from '../journal/append.js';
import { RESTRICTED, snapshotNow } from './hand-over-snapshot.js';

interface HandOverRow extends Omit<HandOverView, 'createdAt' | 'acceptedAt'> {
  createdAt: Date;
  acceptedAt: Date | null;
}

/** What was open then; a case that has been restricted since is named no more. */
const SNAPSHOT = `h.snapshot || jsonb_build_object('incidents', (
    select coalesce(jsonb_agg(case when i.restricted_to is null then one else one || '{"title": "${RESTRICTED}"}' end order by place), '[]')
    from jsonb_array_elements(h.snapshot->'incidents') with ordinality as listed (one, place)
      left join incident i on i.id = (one->>'id')::uuid)) as snapshot`;
const HAND_OVER = `select h.id, h.note, ${SNAPSHOT}, h.created_at as "createdAt", h.accepted_at as "acceptedAt",
    jsonb_build_object('accountId', g.id, 'name', g.display_name) as "from",
    jsonb_build_object('accountId', t.id, 'name', t.display_name) as "to"
  from hand_over h join account g on g.id = h.from_account join account t on t.id = h.to_account`;
const RUNNING = `post = $1 and account_id = $2 and cancelled_at is null and starts_at <= app_now()
  and coalesce(relieved_at, ends_at) > app_now()`;
const SHOWN = 30;

/**
 * 交接班 at the duty desk. The duty passes when the receiver accepts, or when his own turn begins, whichever is first: a
 * turn that begins needs nobody's word.
 */
@Injectable()
export class HandOvers {
  constructor(private readonly db: DataSource) {}

  async latest(): Promise<HandOverView[]> {
    const rows = await this.db.query<HandOverRow[]>(`${HAND_OVER} order by h.created_at desc, h.id limit ${SHOWN}`);
    return rows.map(viewOf);
  }

  /**
   * Records what is open now. The same call again gives the same answer while nobody has accepted.
   * @throws ConflictException who gives has no turn at the desk; BadRequestException the receiver may not take it
   */
  give(by: Person, { to, note }: GiveHandOver): Promise<HandOverView> {
    return this.db.transaction(async (tx) => {
      await tx.query('select 1 from account where id = $1 for no key update', [by.id]);
      await checkGiver(tx, by);
      await checkReceiver(tx, by, to);
      const [same] = await tx.query<HandOverRow[]>(
        `${HAND_OVER} where h.from_account = $1 and h.accepted_at is null
           and h.created_at > app_now() - interval '1 day' order by h.created_at desc limit 1`,
        [by.id],
      );
      if (same?.to.accountId === to && same.note === note) return viewOf(same);
      const [made] = await tx.query<{ id: string }[]>(
        `insert into hand_over (post, from_account, to_account, note, snapshot) values ($1, $2, $3, $4, $5) returning id`,
        [DUTY_DESK, by.id, to, note, JSON.stringify(await snapshotNow(tx))],
      );
      const view = await one(tx, made?.id ?? '');
      const { unacknowledged, triageWaiting, incidents } = view.snapshot;
      const data = { handOverId: view.id, to, open: incidents.length, unacknowledged, triageWaiting };
      await append(tx, [{ kind: 'duty.handed_over', incidentId: null, actor: by.id, data }]);
      return view;
    });
  }

  /**
   * Puts the receiver on duty from now on and relieves the giver. Accepting twice changes nothing.
   * @throws ConflictException meant for somebody else, or the giver has handed over anew since
   */
  accept(by: Person, id: string): Promise<HandOverView> {
    return this.db.transaction(async (tx) => {
      await tx.query('select 1 from hand_over where id = $1 for update', [id]);
      const view = await one(tx, id);
      if (view.to.accountId !== by.id)
        throw new ConflictException('这份交班不是交给您的 · this was handed over to somebody else');
      if (view.acceptedAt !== null) return view;
      await checkNewest(tx, view);
      await tx.query('update hand_over set accepted_at = app_now() where id = $1', [id]);
      const began = await passTurn(tx, view);
      const accepted = await one(tx, id);
      const data = { handOverId: id, from: view.from.accountId, began };
      await append(tx, [{ kind: 'duty.taken_over', incidentId: null, actor: by.id, data }]);
      return accepted;
    });
  }
}

/**
 * The giver's turn ends, and the receiver stands until it would have ended or until his own begins.
 * @returns whether the receiver's turn begins with this; false when it ran already
 */
async function passTurn(tx: EntityManager, { id, from, to }: HandOverView): Promise<boolean> {
  const [[ended]] = await tx.query<[{ seat: string; ends_at: Date }[], number]>(
    `update duty_shift set relieved_at = app_now() where ${RUNNING} and starts_at < app_now() returning seat, ends_at`,
    [DUTY_DESK, from.accountId],
  );
  if (!ended || (await hasTurn(tx, to.accountId))) return false;
  const [next] = await tx.query<{ starts_at: Date }[]>(
    `select starts_at from duty_shift where post = $1 and account_id = $2 and cancelled_at is null
       and starts_at > app_now() order by starts_at limit 1`,
    [DUTY_DESK, to.accountId],
  );
  const until = next && next.starts_at < ended.ends_at ? next.starts_at : ended.ends_at;
  await tx.query(
    `insert into duty_shift (post, seat, account_id, starts_at, ends_at, hand_over_id, created_by)
     values ($1, $2, $3, app_now(), $4, $5, $6)`,
    [DUTY_DESK, ended.seat, to.accountId, until, id, to.accountId],
  );
  return true;
}

async function hasTurn(tx: EntityManager, accountId: string): Promise<boolean> {
  const turns = await tx.query<unknown[]>(`select 1 from duty_shift where ${RUNNING}`, [DUTY_DESK, accountId]);
  return turns.length > 0;
}

async function checkGiver(tx: EntityManager, by: Person): Promise<void> {
  if (await hasTurn(tx, by.id)) return;
  throw new ConflictException('您此刻不在值班,无班可交 · you are not on duty now: there is nothing to hand over');
}

async function checkReceiver(tx: EntityManager, by: Person, to: string): Promise<void> {
  const [person] = await tx.query<Standing[]>(
    'select id as "accountId", role, bureau from account where id = $1 and disabled_at is null',
    [to],
  );
  if (!person || to === by.id || !mayTakeTurn(person, DUTY_DESK))
    throw new BadRequestException('请选另一位值班员接班 · choose another duty officer to take over');
}

async function checkNewest(tx: EntityManager, { id, from }: HandOverView): Promise<void> {
  const [newest] = await tx.query<{ id: string }[]>(
    'select id from hand_over where from_account = $1 order by created_at desc, id desc limit 1',
    [from.accountId],
  );
  if (newest?.id !== id)
    throw new ConflictException('交班人已重新交班,请看最新一份 · it was handed over anew since: see the newest');
}

async function one(tx: EntityManager, id: string): Promise<HandOverView> {
  const [row] = await tx.query<HandOverRow[]>(`${HAND_OVER} where h.id = $1`, [id]);
  if (!row) throw new NotFoundException('没有这份交班记录 · no such hand-over');
  return viewOf(row);
}

function viewOf(row: HandOverRow): HandOverView {
  return { ...row, createdAt: row.createdAt.toISOString(), acceptedAt: row.acceptedAt?.toISOString() ?? null };
}
