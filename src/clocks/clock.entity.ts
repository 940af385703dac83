import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Level } from '../domain/level.js';
import type { ClockKind, StartBasis } from '../domain/clocks/policy.js';

/** One deadline. `due_at` is `start_at` + the rule's hours and is never edited. */
@Entity('incident_clock')
export class IncidentClock {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') incidentId!: string;
  @Column('text') kind!: ClockKind;
  @Column('int') cycleNo!: number;
  @Column('text') ruleVersion!: string;
  /** Version of the thresholds: raised when they are placed anew. */
  @Column('int') version!: number;
  @Column('timestamptz') startAt!: Date;
  @Column('text') startBasis!: StartBasis | 'released';
  @Column('timestamptz') openedAt!: Date;
  @Column('timestamptz') dueAt!: Date;
  @Column('timestamptz', { nullable: true }) metAt!: Date | null;
  @Column('uuid', { nullable: true }) evidenceId!: string | null;
  @Column('timestamptz', { nullable: true }) waivedAt!: Date | null;
  @Column('text', { nullable: true }) waivedReason!: string | null;
  /** The level of the case when leadership waived this duty; a graver one takes it up again. Null: ended otherwise, or by no level. */
  @Column('text', { nullable: true }) waivedAtLevel!: Level | 'none' | null;
  /** The limit of a cycle that passed without a release; the next cycle began there. An answer may still come late. */
  @Column('timestamptz', { nullable: true }) missedAt!: Date | null;
  /** When the release that this cycle rests on was withdrawn or corrected: it never had to be. */
  @Column('timestamptz', { nullable: true }) annulledAt!: Date | null;
  @Column('text') citation!: string;
}
