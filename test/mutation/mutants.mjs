const SWEEPER = 'src/escalation/sweeper.ts';
const FIRED = 'src/escalation/fired.ts';
const OUTBOX = 'src/notices/outbox.ts';
const DELIVERY = 'src/notices/delivery.ts';
const ROBOT_DELIVERY = 'src/notices/robot-delivery.ts';
const FAIL_OVER = 'src/notices/fail-over.ts';
const FAILURE_REPORTS = 'src/notices/failure-report.ts';
const MOVES = 'src/incidents/moves.ts';
const DESK_MOVES = 'src/incidents/desk-moves.ts';
const CLIMBING = 'src/escalation/climbing.ts';
const PERIODIC = 'src/periodic/periodic-runs.ts';
const TURNS = 'src/escalation/cycle-turns.ts';
const RAISE = 'src/incidents/raise-incident.ts';
const CORRECTIONS = 'src/incidents/correct-evidence.ts';
const DUTIES = 'src/incidents/duties.ts';
const REANCHOR = 'src/clocks/reanchor.ts';
const CYCLES = 'src/domain/clocks/follow-up.ts';
const SCHEMA = 'migrations/0004-incidents.ts';
const RECEIPTS = 'migrations/0024-receipts.ts';
const ROSTER = 'migrations/0022-roster.ts';

const ENGINE = 'test/engine.story.spec.ts';
const HOLDS = 'test/engine-holds.story.spec.ts';
const FOLLOW_UP = 'test/time-travel/follow-up.story.spec.ts';
const CYCLES_SPEC = 'src/domain/clocks/follow-up.spec.ts';
const CORRECTIONS_SPEC = 'test/time-travel/corrections.story.spec.ts';
const OUTBOX_SPEC = 'src/notices/outbox.spec.ts';
const DISPATCHER_SPEC = 'src/notices/dispatcher.spec.ts';
const RECEIPTS_SPEC = 'src/notices/receipts-hold.spec.ts';
const LADDER_SPEC = 'test/ladder.story.spec.ts';
const PERIODIC_SPEC = 'src/periodic/periodic-runs.spec.ts';

const FIRE = `    return this.db.transaction(async (tx) => {
      const fired = await claim(tx);
      await append(tx, await raiseAlerts(tx, this.settings, fired));
      return fired.length;
    });`;
const RECORD_SENT = `      await advance(tx, [notice.id], 'sent', null);
      return [journalRow('notice.sent', notice, 'sent')];
    });`;

/**
 * Faults that somebody could bring into the engine. Each is one replacement, made at every place where the text stands, and
 * names the specs that must turn red.
 * @type {{ name: string, file: string, from: string, to: string, specs: string[] }[]}
 */
export const MUTANTS = [
  {
    name: '提醒无唯一键 · no unique key of deadline_alert',
    file: SCHEMA,
    from: 'late_ms bigint not null,\n        unique (clock_id, key, version)',
    to: 'late_ms bigint not null',
    specs: [HOLDS],
  },
  {
    name: '通知无唯一键 · no unique key of notice',
    file: SCHEMA,
    from: 'created_at timestamptz not null default app_now(),\n        unique (alert_id, recipient_id, channel)',
    to: 'created_at timestamptz not null default app_now()',
    specs: [HOLDS],
  },
  {
    name: '时钟无唯一键 · no unique key of incident_clock',
    file: SCHEMA,
    from: 'citation text not null,\n        unique (incident_id, kind, cycle_no)',
    to: 'citation text not null',
    specs: [HOLDS],
  },
  {
    name: '阈值无主键 · no primary key of clock_threshold',
    file: SCHEMA,
    from: ',\n        primary key (clock_id, key, version)',
    to: '',
    specs: [HOLDS],
  },
  {
    name: '未送达报告无唯一键 · no unique key of a report of failures',
    file: RECEIPTS,
    from: ',\n        add constraint notice_of_report unique (report_id, recipient_id, channel)',
    to: '',
    specs: [RECEIPTS_SPEC],
  },
  {
    name: '回执无唯一键 · no unique key of notice_receipt',
    file: RECEIPTS,
    from: ',\n        unique nulls not distinct (notice_id, state, account_id)',
    to: '',
    specs: [RECEIPTS_SPEC],
  },
  {
    name: '周期任务无主键 · no primary key of periodic_run',
    file: ROSTER,
    from: ',\n        primary key (job, period)',
    to: '',
    specs: [PERIODIC_SPEC],
  },
  {
    name: '周期任务先记后做 · a period recorded outside of its run',
    file: PERIODIC,
    from: `    return this.db.transaction(async (tx) => {
      const taken = await tx.query<unknown[]>(`,
    to: `    return this.db.transaction(async (tx) => {
      const taken = await this.db.query<unknown[]>(`,
    specs: [PERIODIC_SPEC],
  },
  {
    name: '回执可以后退 · nothing keeps a receipt from going back',
    file: RECEIPTS,
    from: 'if notice_rank(new.state) < notice_rank(old.state) and',
    to: 'if false and',
    specs: [RECEIPTS_SPEC],
  },
  {
    name: '换路写两条通知 · the next way is written twice',
    file: FAIL_OVER,
    from: 'if (failures !== PATIENCE && !(permanent && failures < PATIENCE)) return [];',
    to: 'if (failures < PATIENCE && !permanent) return [];',
    specs: [RECEIPTS_SPEC],
  },
  {
    name: '未送达不报告值班 · the desk hears nothing of a failure',
    file: FAIL_OVER,
    from: 'insert into delivery_failure (notice_id) select id from notice where id = $1 and report_id is null',
    to: 'insert into delivery_failure (notice_id) select id from notice where false and id = $1 and report_id is null',
    specs: [RECEIPTS_SPEC],
  },
  {
    name: '未送达报告不止一次 · the desk hears of a failure again and again',
    file: FAILURE_REPORTS,
    from: 'update delivery_failure set report_id = $1 where notice_id = any($2::uuid[])',
    to: 'update delivery_failure set report_id = $1 where false and notice_id = any($2::uuid[])',
    specs: [RECEIPTS_SPEC],
  },
  {
    name: '不看版本 · no look at the version',
    file: MOVES,
    from: 'if (version !== undefined && version !== seen) {',
    to: 'if (version !== undefined && version > seen) {',
    specs: [ENGINE],
  },
  {
    name: '巡检分成两个事务 · the sweep in two transactions',
    file: SWEEPER,
    from: FIRE,
    to: `    return this.db.transaction(claim).then((fired) =>
      this.db.transaction(async (tx) => {
        await append(tx, await raiseAlerts(tx, this.settings, fired));
        return fired.length;
      }),
    );`,
    specs: [HOLDS],
  },
  {
    name: '先记送达再发 · marked as sent before it is sent',
    file: DELIVERY,
    from: '    await this.record(notice, await this.outcomeOf(',
    to: '    await this.outbox.recordSent(notice);\n    await this.record(notice, await this.outcomeOf(',
    specs: [DISPATCHER_SPEC],
  },
  {
    name: '合并消息先记送达再发 · a digest recorded as sent before it is sent',
    file: ROBOT_DELIVERY,
    from: '    const outcome = await this.outcomeOf(message, place, stopped);',
    to: `    for (const notice of message.members) await this.outbox.recordSent(notice);
    const outcome = await this.outcomeOf(message, place, stopped);`,
    specs: [RECEIPTS_SPEC],
  },
  {
    name: '巡检等待他人之锁 · the sweep without SKIP LOCKED',
    file: FIRED,
    from: 'for update skip locked',
    to: 'for update',
    specs: [HOLDS],
  },
  {
    name: '派发等待他人之锁 · the outbox without SKIP LOCKED',
    file: OUTBOX,
    from: 'for update skip locked',
    to: 'for update',
    specs: [OUTBOX_SPEC],
  },
  {
    name: '不看租约令牌 · no look at the fencing token',
    file: OUTBOX,
    from: 'lease_token = $2 and state',
    to: '$2::uuid is not null and state',
    specs: [OUTBOX_SPEC],
  },
  {
    name: '不看租约 · no look at the lease',
    file: OUTBOX,
    from: "const FREE = '(lease_until is null or lease_until <= app_now())';",
    to: "const FREE = 'true';",
    specs: [OUTBOX_SPEC],
  },
  {
    name: '触发在事务外入链 · firing journalled outside of the transaction',
    file: SWEEPER,
    from: FIRE,
    to: `    return this.db
      .transaction(async (tx) => {
        const fired = await claim(tx);
        return { fired, rows: await raiseAlerts(tx, this.settings, fired) };
      })
      .then(async ({ fired, rows }) => {
        await this.db.transaction((tx) => append(tx, rows));
        return fired.length;
      });`,
    specs: [ENGINE],
  },
  {
    name: '送达在事务外入链 · sending journalled outside of the transaction',
    file: OUTBOX,
    from: RECORD_SENT,
    to: `      await advance(tx, [notice.id], 'sent', null);
      return [];
    }).then(async (held) => {
      if (held) await this.db.transaction((tx) => append(tx, [journalRow('notice.sent', notice, 'sent')]));
      return held;
    });`,
    specs: [OUTBOX_SPEC],
  },
  {
    name: '早触发一秒 · fired a second early',
    file: FIRED,
    from: 'fire_at <= app_now()',
    to: 'fire_at <= app_now() + make_interval(secs => 1)',
    specs: [HOLDS],
  },
  {
    name: '五十次后不再重试 · no more tries after fifty',
    file: OUTBOX,
    from: `failure.permanent ? 'failed'`,
    to: `failure.permanent || notice.attempts >= 50 ? 'failed'`,
    specs: [OUTBOX_SPEC],
  },
  {
    name: '退避无上限 · back-off without a bound',
    file: OUTBOX,
    from: 'const LONGEST_WAIT_S = 30;',
    to: 'const LONGEST_WAIT_S = 3_600;',
    specs: [OUTBOX_SPEC],
  },
  {
    name: '坏行挡住巡检 · a poisoned row stops the sweep',
    file: SWEEPER,
    from: 'await this.postpone(id, error);',
    to: 'throw error;',
    specs: [ENGINE],
  },
  {
    name: '接续周期不锁事件 · a cycle turned past a person who works on the case',
    file: TURNS,
    from: "lock: { mode: 'for_no_key_update', onLocked: 'skip_locked' },",
    to: '',
    specs: [FOLLOW_UP],
  },
  {
    name: '先接续周期再巡检时限 · cycles turned before the limits are swept',
    file: SWEEPER,
    from: '      fired += await this.fireDue();',
    to: '      await turnCycles(this.db, this.settings.policy, tell);\n      fired += await this.fireDue();',
    specs: [FOLLOW_UP],
  },
  {
    name: '等级上升不收回签收 · an acknowledgement outlives a risen level',
    file: RAISE,
    from: 'if (acknowledgedAt === null) return [];',
    to: 'if (acknowledgedAt !== undefined) return [];',
    specs: [LADDER_SPEC],
  },
  {
    name: '接续不入审计链 · a cycle turned without its journal row',
    file: TURNS,
    from: "await append(tx, [{ kind: 'follow_up.missed', incidentId: id, actor: ACTOR, data: { missed, clocks, met } }]);",
    to: '',
    specs: [FOLLOW_UP],
  },
  {
    name: '下一周期自发现时起算 · the next cycle from when the miss was noticed',
    file: CYCLES,
    from: '(now > cycle.dueAt ? cycle.dueAt : null)',
    to: '(now > cycle.dueAt ? now : null)',
    specs: [CYCLES_SPEC],
  },
  {
    name: '签收停了时限 · an acknowledgement stops the clock',
    file: DESK_MOVES,
    from: '    incident.acknowledgedBy = actor.id;\n',
    to: `    incident.acknowledgedBy = actor.id;
    await tx.query(
      "update clock_threshold set outcome = 'closed' where outcome is null and clock_id in (select id from incident_clock where incident_id = $1)",
      [incident.id],
    );
`,
    specs: [LADDER_SPEC],
  },
  {
    name: '签收永不失效 · an acknowledgement never expires',
    file: CLIMBING,
    from: 'if (one.key === ACK_EXPIRES && !one.over)',
    to: 'if (one.key === ACK_EXPIRES && one.over)',
    specs: [LADDER_SPEC],
  },
  {
    name: '空级不越过 · an empty rung is not passed over',
    file: CLIMBING,
    from: 'const fired = await skipRungs(tx, settings, claimed);',
    to: 'const fired = claimed;',
    specs: [LADDER_SPEC],
  },
  {
    name: '更正达标无须第二人 · a correction makes a met limit of a missed one by one person alone',
    file: CORRECTIONS,
    from: 'if (kinds.length === 0) {',
    to: 'if (kinds.length >= 0) {',
    specs: [CORRECTIONS_SPEC],
  },
  {
    name: '撤回的发布仍算答复 · a withdrawn release answers still',
    file: DUTIES,
    from: 'official and standing order by',
    to: 'official order by',
    specs: [CORRECTIONS_SPEC],
  },
  {
    name: '重新计时后重复告知 · what was told is told again when a duty is open again',
    file: REANCHOR,
    from: '!told.has(key) || (again',
    to: 'key !== null || (again',
    specs: [CORRECTIONS_SPEC],
  },
  {
    name: '撤回免去逾期无须第二人 · a withdrawal undoes a missed cycle by one person alone',
    file: CORRECTIONS,
    from: 'if (lost.length === 0) return withdrawNow',
    to: 'if (lost.length >= 0) return withdrawNow',
    specs: [CORRECTIONS_SPEC],
  },
  {
    name: '免扰后不提已答复 · what was held does not tell that its duty was answered',
    file: OUTBOX,
    from: 'rows[index]?.heldSince != null',
    to: 'rows[index] === undefined',
    specs: ['src/notices/reaching.spec.ts'],
  },
  {
    name: '无人当班也算已报告 · a failure counts as told while nobody stands at the desk',
    file: FAILURE_REPORTS,
    from: 'if (who.some(isHeard))',
    to: 'if (who.length >= 0)',
    specs: ['src/notices/failure-report.spec.ts'],
  },
];
