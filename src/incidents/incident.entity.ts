import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Precision } from '../domain/reading/assessment.js';
import type { Level, LevelBasis } from '../domain/level.js';
import type { Where } from '../domain/lifecycle/stage.js';
import type { Priority } from '../domain/priority.js';
import type { StartBasis } from '../domain/clocks/policy.js';
import type { StoryFacts } from '../domain/stories/story-verdict.js';

export type IncidentStatus = 'provisional' | 'confirmed' | 'dismissed';

/** Why the level is what it is: the rule, the table's words and its source. */
export interface LevelReason {
  ruleId: string | null;
  text: string | null;
  source: string | null;
}

/** One case (舆情事件). */
@Entity('incident')
export class Incident {
  @PrimaryGeneratedColumn('uuid') id!: string;
  /** Case number, e.g. YQ-2026-0113. */
  @Column('text') number!: string;
  @Column('int') version!: number;
  /** canary and drill cases never appear among the live ones. */
  @Column('text') channel!: 'live' | 'canary' | 'drill';
  @Column('text') title!: string;
  @Column('text') summary!: string;
  @Column('text') status!: IncidentStatus;
  /** How far the work on it has come. */
  @Column('text', { default: 'collected' }) stage!: Where;
  @Column('text', { nullable: true }) level!: Level | null;
  @Column('text', { nullable: true }) basis!: LevelBasis | null;
  @Column('boolean') basisVerified!: boolean;
  @Column('jsonb') levelReason!: LevelReason;
  @Column('jsonb') facts!: StoryFacts;
  @Column('text', { array: true }) focus!: string[];
  @Column('text', { array: true }) places!: string[];
  @Column('text') lead!: string;
  @Column('text', { array: true }) co!: string[];
  @Column('timestamptz', { nullable: true }) occurredAt!: Date | null;
  @Column('text', { nullable: true }) occurredPrecision!: Precision | null;
  /** Account id of the person who stated the occurrence; null: read from a report. */
  @Column('text', { nullable: true }) occurredBy!: string | null;
  @Column('timestamptz', { nullable: true }) firstPublishedAt!: Date | null;
  /** Account id of the person who corrected the first publication; null: as the sources date it. */
  @Column('text', { nullable: true }) publishedBy!: string | null;
  @Column('timestamptz') detectedAt!: Date;
  @Column('timestamptz', { nullable: true }) notifiedAt!: Date | null;
  @Column('timestamptz') clockStartAt!: Date;
  @Column('text') clockBasis!: StartBasis;
  @Column('text') ruleVersion!: string;
  @Column('timestamptz') openedAt!: Date;
  @Column('timestamptz', { nullable: true }) confirmedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) acknowledgedAt!: Date | null;
  /** Account id. */
  @Column('text', { nullable: true }) acknowledgedBy!: string | null;
  /** Account id of whoever of the lead bureau has it in hand; null: nobody by name. */
  @Column('uuid', { nullable: true }) holder!: string | null;
  /** Codes of the bureaus that have sent it back (退回). */
  @Column('text', { array: true, default: [] }) returnedBy!: string[];
  @Column('timestamptz', { nullable: true }) dismissedAt!: Date | null;
  @Column('text', { nullable: true }) dismissedReason!: string | null;
  /** Account ids of those who alone may see it (限知); null: not restricted. */
  @Column('uuid', { array: true, nullable: true }) restrictedTo!: string[] | null;
  /** 重点事项 (方案 三(四)): what it is a priority for; empty: none. */
  @Column('text', { array: true, default: [] }) priority!: Priority[];
  /** Account id of the person who decided that; null: as it was read. */
  @Column('uuid', { nullable: true }) priorityBy!: string | null;
  /** The case it was merged into. */
  @Column('uuid', { nullable: true }) mergedInto!: string | null;
}
